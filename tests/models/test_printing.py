"""Printings: asked for, approved by another, made, handed over; and what each of it leaves."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from peewee import IntegrityError

from models import card, chain, printing
from models.card import Card
from models.database import write
from models.printing import By, Printing, PrintingCard
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.web.lines import add_household

TODAY = date(2026, 3, 2)
VILLAGE = "652301100200"
TOWNSHIP, COUNTY = By(uuid4(), "赵敏"), By(uuid4(), "钱进")


@pytest.fixture
def three(app):
    run(app, "database", "up")
    return [add_household(f"{VILLAGE}-{n:03}") for n in (1, 2, 3)]


def approved(households):
    identity = uuid4()
    assert printing.ask(identity, VILLAGE, TOWNSHIP, TODAY, renew=True)
    assert [row.household for row in printing.rows(identity)] == households
    assert printing.decide(identity, COUNTY, TODAY)
    return identity


def test_who_has_no_card_and_stands_in_no_open_printing_is_asked_for(three):
    second, third, first = three
    card.issue(first, TODAY)
    assert printing.wanting(VILLAGE, renew=False) == [second, third]
    assert printing.wanting(VILLAGE, renew=True) == [second, third, first]
    assert printing.wanting("652302", renew=True) == []
    identity = uuid4()
    assert printing.ask(identity, VILLAGE, TOWNSHIP, TODAY, renew=False)
    assert printing.wanting(VILLAGE, renew=True) == [first]
    assert not printing.ask(uuid4(), VILLAGE, TOWNSHIP, TODAY, renew=False)
    printing.withdraw(identity)
    assert printing.wanting(VILLAGE, renew=True) == [second, third, first]


def test_asking_twice_asks_once(three):
    identity = uuid4()
    for _ in range(2):
        assert printing.ask(identity, VILLAGE, TOWNSHIP, TODAY, renew=False)
    assert [row.number for row in printing.rows(identity)] == [1, 2, 3]
    assert Printing.select().count() == 1


def test_nobody_approves_what_the_same_account_asked_for(three):
    identity = uuid4()
    printing.ask(identity, VILLAGE, TOWNSHIP, TODAY, renew=False)
    assert not printing.decide(identity, TOWNSHIP, TODAY)
    assert printing.find(identity).state == "asked"
    with pytest.raises(IntegrityError):
        Printing.update(state="approved", decided_on=TODAY, decided_by=TOWNSHIP.account).execute()
    assert printing.decide(identity, COUNTY, TODAY, "later")
    assert not printing.decide(identity, COUNTY, TODAY)
    assert printing.find(identity).reason == "later"


def test_a_printed_card_opens_nothing_before_it_is_handed_over(three):
    old = card.issue(three[0], TODAY)
    identity = approved(three)
    made = printing.make_cards(identity, 1, 2, TODAY)
    assert [row.number for row in made] == [1, 2]
    assert printing.make_cards(identity, 1, 2, TODAY) == made
    new = card.token(made[0].card)
    assert card.by_token(new) is None
    assert card.by_short_code(made[0].short_code) is None
    assert card.by_token(card.token(old.id)) is not None
    assert card.states(three) == {three[0]: "active", three[1]: "waiting"}
    assert printing.hand_over(identity, three[:1], TODAY) == 1
    assert card.by_token(new) is not None
    assert card.by_token(card.token(old.id)) is None
    assert printing.hand_over(identity, three, TODAY) == 1  # the third has no card yet
    assert printing.counts(identity) == (3, 2)


def test_a_card_that_was_not_handed_over_ends_with_its_printing(three):
    identity = approved(three)
    made = printing.make_cards(identity, 1, 3, TODAY)
    printing.hand_over(identity, three[:1], TODAY)
    assert printing.close(identity, TODAY)
    assert not printing.close(identity, TODAY)
    assert printing.make_cards(identity, 1, 3, TODAY) == []
    assert printing.hand_over(identity, three[1:], TODAY) == 0
    assert [card.by_token(card.token(row.card)) is None for row in made] == [False, True, True]
    assert Card.select().where(Card.revoked_on == TODAY).count() == 2


def test_what_nobody_ends_is_ended_after_a_year(three):
    approved_one = approved(three)
    made = printing.make_cards(approved_one, 1, 3, TODAY)
    printing.give_up(TODAY, TODAY)
    assert printing.find(approved_one).state == "approved"
    printing.give_up(date(2026, 3, 3), TODAY)
    assert printing.find(approved_one).state == "closed"
    assert set(card.states(three).values()) == {"revoked"}
    assert made
    waiting = uuid4()
    printing.ask(waiting, VILLAGE, TOWNSHIP, TODAY, renew=False)
    printing.give_up(date(2026, 3, 3), TODAY)
    assert printing.find(waiting) is None


def test_two_who_tick_the_same_household_at_once_end_no_card_in_a_hand(app, three):
    identity = approved(three)
    printing.make_cards(identity, 1, 3, TODAY)
    done = at_once(lambda _turn: printing.hand_over(identity, three, TODAY), 4)
    assert sum(done) == 3
    assert set(card.states(three).values()) == {"active"}
    assert printing.counts(identity) == (3, 3)


def test_two_who_ask_at_once_ask_for_each_household_once(app, three):
    done = at_once(lambda _turn: printing.ask(uuid4(), VILLAGE, TOWNSHIP, TODAY, renew=True), 4)
    assert done.count(True) == 1
    assert PrintingCard.select().count() == 3


def test_the_list_goes_a_year_after_the_end(three):
    identity = approved(three)
    printing.forget(date(2030, 1, 1))
    assert printing.find(identity)
    printing.close(identity, TODAY)
    printing.forget(TODAY)
    assert PrintingCard.select().count() == 3
    with write():
        printing.forget(date(2026, 3, 3))
    assert PrintingCard.select().count() == Printing.select().count() == 0


def test_the_audit_knows_every_step(three):
    identity = approved(three)
    printing.make_cards(identity, 1, 3, TODAY)
    printing.hand_over(identity, three[:2], TODAY)
    printing.close(identity, TODAY)
    assert not chain.verify().wrong
    PrintingCard.update(handed_on=TODAY).execute()
    assert chain.verify().wrong
