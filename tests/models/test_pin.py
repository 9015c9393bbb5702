"""PINs: guessed at by many at once, and sought in a copy of the database."""

from __future__ import annotations

import hashlib
import hmac
from argparse import Namespace
from itertools import product
from uuid import uuid4

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bench import pin
from models import card, database, guess, secret
from models.card import Card
from models.schema import TABLES
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.web.conftest import Clock

PIN = "402917"
TODAY = Clock().moment.date()


def test_five_guesses_a_day_across_workers_a_kill_and_a_clock_that_jumps(tmp_path):
    found = pin.drill(tmp_path, Namespace(database=None, guesses=20), clients=8, workers=2)
    assert not pin.bad(found), found
    assert found["guesses"] == 8 * 2 * 20
    assert found["hashed"] <= pin.CARDS * card.WRONG_GUESSES_A_DAY * found["days"]


def test_no_slot_too_many_is_taken_at_once(app):
    run(app, "database", "up")
    slots = at_once(lambda _: guess.take("card:1", 5, 5), 64)
    assert sorted(each.left for each in slots if each) == [0, 1, 2, 3, 4]


def test_no_guess_too_many_from_one_place_is_taken_at_once(app):
    run(app, "database", "up")
    now = Clock().moment
    slots = at_once(lambda _: card.take_place("198.51.100.7", now), 64)
    assert sorted(each.left for each in slots if each) == [*range(card.WRONG_FROM_ONE_PLACE)]
    assert card.take_place("198.51.100.8", now), "another place has its own"


def test_a_copy_of_the_database_verifies_no_pin(app):
    run(app, "database", "up")
    issued = card.issue(uuid4(), TODAY)
    card.set_pin(issued, PIN)
    held = Card.get()
    assert card.pin_opens(held, PIN), "with the pepper the PIN that is right opens the card"
    copied = dump()
    assert str(held.pin_hash) in copied
    for value in copied:
        assert not without_pepper(value, held), value
    for value in copied:
        secret.use(pepper=value, session="cotton" * 8)
        assert not card.pin_opens(held, PIN), f"{value} serves as the pepper"


def dump():
    """Every value of every column, as text; the public list of places is no secret of ours."""
    found = set()
    for table in TABLES:
        if table._meta.table_name != "place":
            for row in table.select().tuples():
                found.update(str(value) for value in row if value not in {None, ""})
    database.database.obj.close()
    return sorted(found)


def without_pepper(value, held):
    """Say whether a value is the PIN, or what anybody could compute from the PIN."""
    for prefix, text in product(("", "pin\x1f"), (PIN, f"{held.id.hex}:{PIN}")):
        plain = f"{prefix}{text}"
        try:
            if PasswordHasher().verify(value, plain):
                return True
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            pass
        keyless = hmac.digest(b"", plain.encode(), "sha256").hex()
        if value in {plain, hashlib.sha256(plain.encode()).hexdigest(), keyless}:
            return True
    return False
