"""The daily command, years later: what has had its time is gone, and does not come back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models import access, answer, card, guess, session, slip, visit
from models.account import create
from models.answer import Answer
from models.batch import Batch, Change
from models.card import Card
from models.database import write
from models.due import Due
from models.finding import Finding
from models.guess import Guess
from models.household import Household, Share
from models.ids import household_id, random_id
from models.payment import Payment
from models.rebuild import rebuild
from models.session import Session
from models.slip import Slip
from models.statement import of_household
from models.visit import Check, Said, Visit
from tests.ledger.county import WHOLE, changed, put
from tests.models.conftest import run
from web.clock import SHANGHAI

H1 = household_id("H-1")


@pytest.fixture
def day(app, clock):
    """A function: day(2027, 1, 1) runs the daily command on that day and returns its words."""
    run(app, "database", "up")

    def go(*when: int) -> str:
        clock.moment = datetime(*when, 0, 20, tzinfo=SHANGHAI)
        return run(app, "daily")

    return go


@pytest.fixture
def line(day, clock):
    """The line of 2024, checked on 2026-11-23, answered, and opened by a cadre."""
    today = clock.moment.date()
    put(WHOLE)
    cadre = create(user="a", name="王", role="cadre", scope="652301001204",
                   password="walnut-cotton", today=today)  # fmt: skip
    found = Due.get((Due.household == H1) & (Due.year == 2024))
    said = [Said("received", found.id), Said("explained", agreement="XY-1")]
    visit.store(random_id(), H1, cadre.id, said, today)
    access.record(H1, account=cadre.id, name="王", role="cadre", purpose="check", today=today)
    answer.give(H1, due=found.id, answer="confirmed", today=today)
    return found


def counts(*tables):
    return [table.select().count() for table in tables]


def test_sign_ins_guesses_and_slips_end(day, clock):
    moment = clock.moment
    session.start_household(H1, moment)
    slip.issue(H1, moment.date())
    card.issue(H1, moment.date())
    card.revoke(H1, moment.date())
    guess.take("card:x", moment.date().toordinal(), 5)
    guess.take("place:y", int(moment.timestamp()) // 900, 5)
    day(2026, 11, 23)
    assert counts(Session, Slip, Card, Guess) == [0, 1, 1, 2]  # revoking has ended the sign-in
    session.start_household(H1, moment)
    day(2026, 11, 24)
    assert counts(Session, Slip, Card, Guess) == [1, 1, 1, 0]
    day(2026, 12, 25)
    assert counts(Session, Slip, Card) == [0, 1, 1]
    day(2027, 2, 21)  # expires after 60 days, is kept for 30 more
    assert counts(Slip) == [1]
    day(2027, 2, 23)
    assert counts(Slip) == [0]
    day(2027, 11, 24)
    assert counts(Card) == [0]


def test_who_checked_and_opened_goes_a_year_after_the_year_has_closed(day, line):
    day(2027, 12, 31)
    assert counts(Check, Visit, access.Access) == [2, 1, 1]
    # The line's year was long over: the check is of 2025, which was still open on its day.
    day(2028, 1, 1)
    assert counts(Check, Visit, access.Access) == [1, 1, 1]
    day(2028, 12, 31)
    assert counts(Check, Visit, access.Access, Answer) == [1, 1, 1, 1]
    day(2029, 1, 1)
    assert counts(Check, Visit, access.Access, Answer) == [0, 0, 0, 0]


def test_years_go_and_do_not_come_back(day, line, clock):
    day(2028, 12, 31)
    assert counts(Payment, Answer) == [2, 1]
    assert {row.year for row in Due.select()} == {2024, 2025, 2026}
    day(2029, 1, 1)
    assert counts(Payment, Answer) == [0, 0]
    assert {row.year for row in Due.select()} == {2025, 2026}
    with write():
        rebuild({"XY-1"}, {H1}, clock.moment.date())
    assert {row.year for row in Due.select()} == {2025, 2026}
    assert of_household("H-1", 2025, today=clock.moment.date()).earlier_open == 0
    assert not of_household("H-1", 2024, date(2024, 12, 31), today=clock.moment.date()).entries
    assert "nothing" in day(2029, 1, 2)
    # Terms and rosters that later years rest on stay.
    assert counts(Household, Share) == [2, 2]


def test_what_an_import_overwrote_is_forgotten_after_three_years(day, line, clock):
    day(2029, 12, 31)
    assert Batch.select().count() == 2  # the county's, and the published rates
    changed = Batch.get(Batch.scope == "")
    Change.create(batch=changed.id, table="household", id=H1, before="[]")
    day(2030, 1, 1)
    assert Change.select().count() == 0
    assert Batch.select().count() == 2  # their rows are still there


def test_a_finding_goes_three_years_after_it_ended(day, line):
    day(2026, 11, 24)
    put(changed("协议", 1, "兑现时限", None))
    day(2026, 11, 25)
    put(WHOLE)
    day(2026, 11, 26)
    ended = (Finding.code == "agreement.no_due_day") & (Finding.ended_on == date(2026, 11, 26))
    day(2029, 11, 26)
    assert Finding.select().where(ended).exists()
    day(2029, 11, 27)
    assert not Finding.select().where(ended).exists()
    assert Finding.select().where(Finding.ended_on.is_null()).exists()


def test_a_second_run_erases_nothing(day, line):
    day(2031, 6, 1)
    assert day(2031, 6, 1).endswith("erased: nothing\n")
