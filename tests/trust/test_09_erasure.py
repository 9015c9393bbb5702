"""Rule 9: witnesses go a year after the year has closed, claims after three; the chain stays.

Each term on its day: tests/models/test_daily.py; in free pages and after a restore:
tests/models/test_audited.py.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest

from models import access, answer, card, chain, dispute_step, held, retention, session, slip, visit
from models.dispute_step import Subject
from models.visit import Said
from tests.web import farm
from web.clock import SHANGHAI

WITNESSES = {"visit", "check", "access"}
# What of a household stays while the ledger names it: the row of sheet 农户, its part in an
# agreement that has not ended, and its card.
WITH_THE_LEDGER = {"household", "share", "card"}


@pytest.fixture
def full(app, household, staff, clock):
    """A household of whom every kind of row is held."""
    farm.farm()
    today = clock.moment.date()
    line = farm.line_of(household, "rent", 2026).id
    cadre = staff("cadre")
    visit.store(uuid4(), household, cadre.id, [Said("less", due=line, amount=5_00)], today)
    access.record(
        household, account=cadre.id, name="王", role="cadre", purpose="check", today=today
    )
    answer.give(household, due=line, answer="confirmed", today=today)
    dispute_step.begin(household, Subject(line), "less", today, id=uuid4(), words="少了")
    card.issue(household, today)
    slip.issue(household, today)
    session.start_household(household, clock.moment)
    return household


def kept(household) -> set[str]:
    """Return the tables in which something of the household is held."""
    return {table._meta.table_name for table in held.tables() if held.rows(table, household)}


def on(year: int) -> None:
    retention.purge(datetime(year, 1, 1, 0, 20, tzinfo=SHANGHAI))


def test_the_terms_are_those_of_the_rule():
    assert (retention.CLOSES, retention.WITNESS_YEARS, retention.CLAIM_YEARS) == (1, 1, 3)


def test_witnesses_go_first_and_claims_stay(full):
    assert kept(full) >= WITNESSES | {"answer", "dispute", "dispute_entry", "due", "slip"}
    on(2028)
    assert kept(full) >= WITNESSES
    on(2029)  # 2026 closed with 2027; a year later they are gone
    assert not kept(full) & WITNESSES
    assert kept(full) >= {"answer", "dispute", "dispute_entry", "due"}


def test_then_everything_goes_that_the_ledger_does_not_name(full):
    on(2031)
    assert not kept(full) & (WITNESSES | {"answer", "dispute", "dispute_entry", "slip"})
    on(2040)  # the farm's agreements run on after 2026: their years close later
    assert not kept(full) - WITH_THE_LEDGER
    assert not chain.verify().wrong


def test_every_table_about_a_household_is_reached():
    """A new table of what people did must be erased by a job of its own, or be named here."""
    terms = {table._meta.table_name for table in held.tables()} - WITH_THE_LEDGER
    by_jobs = {*retention.JOBS, "session", "dispute_entry"}
    by_year = {"due", "payment", "portion", "simple", "income", "delivery", "settlement"}
    # A part on a draft goes with its signing, the wish for an early end with the same years, a
    # place in a printing with the printing, an earlier version with the import that overwrote it.
    assert terms - by_jobs - by_year == {"draft_share", "early_erasure", "printing_card", "change"}
