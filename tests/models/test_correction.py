"""What is held and wrong: once for a fact, seen by those who answer, settled by the ledger."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from models import correction, dispute, dispute_step, docket
from models.dispute_step import Refused, Subject
from models.household import Household, Income, Share
from models.scope import NotTheirs
from tests.models.conftest import run
from tests.web import farm
from tests.web.lines import add_household
from web.words.held import COLUMNS, TABLES

DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


@pytest.fixture
def us() -> UUID:
    return add_household("652301100200-017")


def begin(household, fact="household.head", record=None, **given):
    subject = Subject(record=record or household, fact=fact)
    return dispute_step.begin(household, subject, "record", DAY, **({"id": uuid4()} | given))


def row_of(household, identity):
    return dispute.find(household, identity)


def test_every_fact_is_a_column_that_the_reader_has_a_word_for():
    assert set(correction.FACTS) <= set(TABLES)
    for facts in correction.FACTS.values():
        assert set(facts) <= set(COLUMNS)
    assert {"head", "village", "category", "workers"} <= set(correction.FACTS["household"])
    assert "area" in correction.FACTS["share"]
    assert not {"card", "session", "check", "dispute"} & set(correction.FACTS)


def test_what_was_held_is_kept_and_what_is_held_now_is_read_from_the_ledger(us):
    one = begin(us)
    found = correction.compared(row_of(us, one))
    assert (found.was, found.changed) == (Household.get_by_id(us).head, False)
    Household.update(head="古丽娜尔·艾合买提江").where(Household.id == us).execute()
    found = correction.compared(row_of(us, one))
    assert (found.now, found.changed) == ("古丽娜尔·艾合买提江", True)


@pytest.mark.parametrize(
    ("fact", "value"),
    [("share.left_on", date(2026, 6, 30)), ("share.area", 123_500), ("share.row", True)],
)
def test_every_kind_of_value_is_kept_as_it_is(us, fact, value):
    cells = {"agreement": "XY-2026-1", "clause": 1, "area": 123_500, "left_on": date(2026, 6, 30)}
    share = farm.add(Share, holder="652301100200-017", **cells)
    one = begin(us, fact, share.id)
    assert correction.compared(row_of(us, one)).was == value
    Share.delete().execute()
    assert correction.compared(row_of(us, one)).changed


def test_the_same_fact_twice_is_one_dispute_and_another_fact_another(us):
    same = uuid4()
    first = begin(us, id=same)
    assert begin(us, id=same) == first
    assert begin(us, words="名字写错了") == first
    assert begin(us, "household.village") != first


def test_it_must_be_held_and_its_own(us):
    other = add_household("652301100200-018")
    with pytest.raises(NotTheirs):
        begin(other, record=us)
    with pytest.raises(NotTheirs):
        begin(us, "card.short_code", uuid4())
    with pytest.raises(Refused, match="fact"):
        begin(us, "household.batch")


def test_the_village_sees_none_and_income_is_the_county_s_alone(us):
    one = begin(us)
    income = farm.add(Income, holder="652301100200-017", year=2025, operating=9_000_00)
    two = begin(us, "income.operating", income.id)
    seen = {
        role: [docket.find(each, role, "652301") is not None for each in (one, two)]
        for role in ("cadre", "township", "county", "prefecture")
    }
    assert seen == {
        "cadre": [False, False],
        "township": [True, False],
        "county": [True, True],
        "prefecture": [False, False],
    }
    assert row_of(us, two).level == "county"
    assert docket.reads_words(row_of(us, one), "township")
    assert not docket.reads_words(row_of(us, two), "township")


def test_two_households_requests_are_two_rows_of_the_list(us):
    other = add_household("652301100200-018")
    ones = {begin(us), begin(other)}
    listed = docket.listed(docket.Wanted("county", "652301"), DAY, 10)
    assert {line.id for line in listed} == ones
