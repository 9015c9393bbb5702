"""What falls due when is what the rules compute of the terms on the table."""

from datetime import date

import pytest

from ledger import term
from ledger.signing import Table
from tests.web import desk, farm
from web import schedule


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


def rows(mode, *, roster=True, **changes):
    clauses = (term.read(desk.texts(mode, **changes)),)
    return schedule.rows(Table(clauses, tuple(desk.holdings(mode)) if roster else ()), desk.TODAY)


def test_a_guarantee_is_split_over_its_days_and_counted_for_all():
    found = [row for row in rows("share") if row.kind == "guaranteed"]
    assert [(row.year, row.day, row.fen, row.households) for row in found[:2]] == [
        (2027, date(2027, 6, 30), 1_200_00, 2),
        (2027, date(2027, 12, 20), 1_200_00, 2),
    ]
    assert len(found) == 6
    assert sum(row.fen for row in found) == 3 * 2_400_00


def test_without_a_roster_the_whole_is_the_same():
    with_names = [(row.day, row.fen) for row in rows("share") if row.kind == "guaranteed"]
    without = [row for row in rows("share", roster=False) if row.kind == "guaranteed"]
    assert [(row.day, row.fen) for row in without] == with_names
    assert not any(row.households for row in without)


def test_a_dividend_waits_for_the_result_of_its_year():
    found = [row for row in rows("share") if row.kind == "dividend"]
    assert [(row.year, row.fen, row.reason) for row in found] == [
        (year, None, "no_result") for year in (2027, 2028, 2029)
    ]


def test_rent_grows_as_agreed():
    found = [row.fen for row in rows("land", due_days="11-11")]
    assert found == [2 * 7_533_50, 2 * 7_759_51, 2 * 7_992_29]


@pytest.mark.parametrize(("mode", "fen"), [("order", 2000 * 240), ("work", 120 * 15_000)])
def test_what_each_household_earns_is_said_for_each_of_them(mode, fen):
    found = rows(mode, roster=False)
    assert found
    assert all(row.each and row.least and row.fen == fen for row in found)


def test_a_party_that_is_no_household_is_paid_by_itself():
    found = rows("share", roster=False, party="village", party_number=farm.VILLAGE)
    assert sum(row.fen or 0 for row in found if row.year == 2027) == 2_400_00


@pytest.mark.parametrize("mode", desk.MODES)
def test_every_way_of_linking_has_a_schedule_that_can_be_read(mode):
    for row in rows(mode):
        assert row.fen is not None or row.reason
