"""Cards 户卡: the household's own; an opaque 128-bit address in the QR, opened by its PIN.

The address is computed from the card's random id and the pepper, and the database keeps only a
keyed digest of it: so a card can be printed again, and a copy of the database opens no card.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from peewee import (
    BooleanField,
    CharField,
    CompositeKey,
    DateField,
    IntegrityError,
    TextField,
    UUIDField,
)

from models import audit, secret
from models.bulk import chunks, tuples
from models.database import Table, write
from models.guess import Slot, take
from models.household import lock
from models.ids import random_id
from models.query import Prepared
from models.session import Session, start_assisted, start_household

WRONG_GUESSES_A_DAY = 5
WRONG_FROM_ONE_PLACE = 20  # in an hour, whichever the cards
HOUR_SECONDS = 3600
PIN_DIGITS = 6
CODE_DIGITS = 8
MONTHS, DAYS = 12, 31
FEWEST_DIGITS = 3  # different ones in a PIN
TOKEN_LETTERS = 26
STATES = ("active", "waiting", "revoked")  # the first of a household's cards' states counts


class Card(Table):
    """One card; a household has at most one that is active. `active` ends, never returns.

    A card that is neither active nor revoked is printed and waits to be handed over.
    """

    household = UUIDField()
    id = UUIDField()
    digest = CharField(max_length=64, unique=True)
    short_code = CharField(max_length=8, unique=True)
    active = BooleanField(default=True)
    issued_on = DateField()
    revoked_on = DateField(null=True)
    pin_hash = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


_WAITS = ~Card.active & Card.revoked_on.is_null()


def token(card_id: UUID) -> str:
    """Return the address of a card: 26 capitals and digits (128 bits)."""
    return secret.letters(secret.keyed("card", card_id.hex)[:16])


class Taken(Exception):
    """A card with this id belongs to another household."""


def issue(household: UUID, today: date, card_id: UUID | None = None) -> Card:
    """Give a household a new card; the old one and its sign-ins end.

    With an id that the sender made, sending it again gives the card of the first time.
    """
    card_id = card_id or random_id()
    try:
        with write():
            return _with_id(household, card_id) or _create(household, card_id, today)
    except IntegrityError as error:
        if known := _with_id(household, card_id):
            return known
        raise Taken from error


def _with_id(household: UUID, card_id: UUID) -> Card | None:
    return Card.get_or_none((Card.household == household) & (Card.id == card_id))


def _create(household: UUID, card_id: UUID, today: date) -> Card:
    revoke(household, today)
    return prepare(household, card_id, today, active=True)


def prepare(household: UUID, card_id: UUID, today: date, *, active: bool = False) -> Card:
    """Make a card; it opens nothing before `begin`, and the household's other one goes on."""
    card = Card.create(
        household=household,
        id=card_id,
        digest=_digest(token(card_id)),
        short_code=_free_code(),
        active=active,
        issued_on=today,
    )
    audit.created(card)
    return card


def begin(household: UUID, card_id: UUID, today: date) -> bool:
    """Let a card that was handed over begin, and the household's other one end."""
    mine = (Card.household == household) & (Card.id == card_id) & _WAITS
    with write():
        lock([household])  # before it is read: somebody else may be handing the same card over
        if not Card.select().where(mine).exists():
            return False
        revoke(household, today)
        with audit.changing(Card, mine):
            return bool(Card.update(active=True, issued_on=today).where(mine).execute())


def void(cards: Collection[UUID], today: date) -> int:
    """End cards that were not handed over."""
    mine = Card.id.in_(list(cards)) & _WAITS
    with write(), audit.changing(Card, mine):
        return Card.update(revoked_on=today).where(mine).execute()


def revoke(household: UUID, today: date) -> int:
    """End the household's card and every sign-in with it; return how many ended."""
    mine = (Card.household == household) & Card.active
    with write():
        lock([household])  # whoever issues another card meanwhile waits, so none is missed
        with audit.changing(Card, mine):
            Session.delete().where(Session.household == household).execute()
            ended = {"active": False, "revoked_on": today, "pin_hash": None}
            return Card.update(ended).where(mine).execute()


def by_token(text: str) -> Card | None:
    """Return the active card with this address, in capitals or not."""
    typed = text.upper()
    if len(typed) != TOKEN_LETTERS or not typed.isascii() or not typed.isalnum():
        return None
    return Card.get_or_none((Card.digest == _digest(typed)) & Card.active)


def by_short_code(text: str) -> Card | None:
    """Return the active card with this short code, which a cadre types."""
    code = digits(text)
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdecimal()):
        return None
    if check_digit(code[:-1]) != code[-1]:
        return None
    return Card.get_or_none((Card.short_code == code) & Card.active)


def of_household(household: UUID) -> Card | None:
    """Return the household's active card."""
    return Card.get_or_none((Card.household == household) & Card.active)


def states(households: Collection[UUID]) -> dict[UUID, str]:
    """Return for each of these households that has or had a card the state that counts.

    "active", else "waiting" to be handed over, else "revoked".
    """
    found: dict[UUID, str] = {}
    for part in chunks(households):
        query = Card.select(Card.household, Card.active, Card.revoked_on.is_null())
        for household, active, waits in tuples(query.where(Card.household.in_(part))):
            state = "active" if active else "waiting" if waits else "revoked"
            found[household] = min(state, found.get(household, state), key=STATES.index)
    return found


def take_guess(card: Card, today: date) -> Slot | None:
    """Take one of today's guesses at this card, for a PIN or for a slip's code."""
    return take(f"card:{card.id.hex}", today.toordinal(), WRONG_GUESSES_A_DAY)


def take_place(source: str, now: datetime) -> Slot | None:
    """Take one of this hour's guesses from one place; a right guess gives it back.

    The key of the digest is another each day: no place can be followed from one to the next.
    """
    key = secret.digest("places of a day", now.date().isoformat(), "session")
    subject = secret.digest(f"place {key}", source, "session")[:40]
    return take(f"source:{subject}", int(now.timestamp()) // HOUR_SECONDS, WRONG_FROM_ONE_PLACE)


def pin_opens(card: Card, pin: str) -> bool:
    """Say whether `pin` is the card's PIN; take a guess before asking."""
    return secret.matches("pin", f"{card.id.hex}:{digits(pin)}", card.pin_hash)


def sign_in(card: Card, now: datetime, *, assisted: bool = False) -> str | None:
    """Remember the phone on which a card was opened; None where it ended or got another PIN."""
    start = start_assisted if assisted else start_household
    with write():
        lock([card.household])  # type: ignore[list-item]
        still = (Card.household == card.household) & (Card.id == card.id) & Card.active
        still &= (
            Card.pin_hash.is_null() if card.pin_hash is None else Card.pin_hash == card.pin_hash
        )
        if not Card.select().where(still).exists():
            return None
        return start(card.household, now)  # type: ignore[arg-type]


def set_pin(card: Card, pin: str) -> None:
    """Set the card's PIN and end its earlier sign-ins."""
    hashed = secret.slow_hash("pin", f"{card.id.hex}:{digits(pin)}")
    mine = (Card.household == card.household) & (Card.id == card.id) & Card.active
    with write():
        lock([card.household])  # type: ignore[list-item]
        with audit.changing(Card, mine):
            Card.update(pin_hash=hashed).where(mine).execute()
        Session.delete().where(Session.household == card.household).execute()
    card.pin_hash = hashed  # type: ignore[assignment]


def digits(text: str) -> str:
    """Return the digits of what was typed: full-width ones as plain, spaces and hyphens dropped."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and c not in "-‐–—")


def trivial(pin: str) -> bool:
    """Say whether six digits are among the first that anybody would try."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return (
        len(set(pin)) < FEWEST_DIGITS
        or (len(steps) == 1 and steps <= {0, 1, 2, 8, 9})
        or pin[:3] == pin[3:]
        or pin[:3] == pin[:2:-1]
        or (pin[0] == pin[1] and pin[2] == pin[3] and pin[4] == pin[5])
        or _is_birthday(pin)
    )


def _is_birthday(pin: str) -> bool:
    """A day written as year, month and day is what a neighbour would try next."""
    return 1 <= int(pin[2:4]) <= MONTHS and 1 <= int(pin[4:]) <= DAYS


def check_digit(number: str) -> str:
    """Return the last digit of a short code (ISO 7064 mod 11,10).

    No single slip of the finger turns one card's code into another's.
    """
    carry = 10
    for digit in number:
        carry = (carry + int(digit)) % 10 or 10
        carry = carry * 2 % 11
    return str((11 - carry) % 10)


def _free_code() -> str:
    while True:
        number = secret.random_digits(CODE_DIGITS - 1)
        code = number + check_digit(number)
        if not Card.select().where(Card.short_code == code).exists():
            return code


def _digest(address: str) -> str:
    return secret.digest("card address", address)


find_active = Prepared(
    lambda household: Card.select(Card.id, Card.short_code, Card.issued_on).where(
        (Card.household == household) & Card.active
    )
)
