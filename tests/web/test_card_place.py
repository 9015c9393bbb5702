"""Wrong PINs from one place, whichever the cards: twenty an hour; right ones are never counted."""

from __future__ import annotations

import pytest

from models import card
from models.card import token
from models.guess import Guess
from models.ids import household_id
from models.retention import purge

RIGHT, WRONG = "402917", "402918"


@pytest.fixture
def cards(app, clock):
    """The addresses of six households' cards, with the same PIN."""
    found = []
    for number in range(6):
        made = card.issue(household_id(f"652301100200-{number:03}"), clock.moment.date())
        card.set_pin(made, RIGHT)
        found.append(f"/c/{token(made.id)}")
    return found


def from_place(client, address, pin, place):
    return client.post(address, data={"pin": pin}, environ_overrides={"REMOTE_ADDR": place})


def test_wrong_pins_of_many_cards_from_one_place_are_counted_together(client, cards, clock):
    office, other = "198.51.100.7", "198.51.100.8"
    for address in cards[:5]:
        for _ in range(4):
            assert from_place(client, address, WRONG, office).status_code == 422
    refused = from_place(client, cards[5], RIGHT, office)
    assert refused.status_code == 429
    assert "过一小时再试" in refused.text
    assert from_place(client, cards[5], WRONG, other).text.count("还能试4次") == 1
    assert from_place(client, cards[5], RIGHT, other).status_code == 303
    clock.forward(hours=1)
    assert from_place(client, cards[5], RIGHT, office).status_code == 303


def test_a_village_with_one_address_and_right_pins_is_never_shut_out(client, cards):
    for turn in range(60):
        assert from_place(client, cards[turn % 6], RIGHT, "198.51.100.7").status_code == 303


def test_guesses_at_a_card_that_takes_no_more_use_up_nobody_else_s(client, cards):
    for _ in range(30):
        from_place(client, cards[0], WRONG, "198.51.100.7")
    assert from_place(client, cards[1], RIGHT, "198.51.100.7").status_code == 303


def test_where_guesses_come_from_is_kept_as_a_digest_of_its_day(client, cards, clock):
    def kept():
        rows = Guess.select(Guess.subject).where(Guess.subject.startswith("source:"))
        return {row.subject for row in rows}

    from_place(client, cards[0], WRONG, "198.51.100.7")
    (today,) = kept()
    assert len(today) == len("source:") + 40
    assert "198" not in str(list(Guess.select().where(Guess.subject != today).tuples()))
    clock.forward(days=1)
    from_place(client, cards[0], WRONG, "198.51.100.7")
    assert len(kept()) == 2, "the same place has another digest the next day"
    purge(clock.moment)
    assert today not in kept()
