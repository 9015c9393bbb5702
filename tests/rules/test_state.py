from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import state
from rules.facts import every_weekday
from rules.state import STATES, Totals, totals
from tests.rules.made import day

FRIDAY, SATURDAY, MONDAY = date(2024, 12, 20), date(2024, 12, 21), date(2024, 12, 23)


def at(on, due=10000, due_on="2024-12-20", paid=0, completed=None, unit=1, reason=""):
    return state.state(
        due,
        None if due_on is None else day(due_on),
        paid,
        None if completed is None else day(completed),
        unit=unit,
        reason=reason,
        day=day(on),
        working_day=every_weekday,
    )


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"on": "2024-12-19"}, ("to_come", 0)),
        ({"on": "2024-12-20"}, ("due_today", 0)),
        ({"on": "2024-12-21"}, ("overdue", 1)),
        ({"on": "2025-01-20"}, ("overdue", 31)),
        ({"on": "2024-12-19", "paid": 1}, ("to_come", 0)),
        ({"on": "2024-12-21", "paid": 9999}, ("short", 1)),
        ({"on": "2024-12-19", "paid": 10000, "completed": "2024-12-01"}, ("paid", 0)),
        ({"on": "2025-03-01", "paid": 10000, "completed": "2024-12-20"}, ("paid", 0)),
        ({"on": "2025-03-01", "paid": 10000, "completed": "2024-12-25"}, ("paid_late", 5)),
        ({"on": "2025-03-01", "due": None}, ("unknown", 0)),
        ({"on": "2025-03-01", "due": None, "reason": "agreed"}, ("agreed", 0)),
        ({"on": "2025-03-01", "due": 0}, ("none", 0)),
        ({"on": "2025-03-01", "due": 0, "paid": 500}, ("none", 0)),
        ({"on": "2025-03-01", "due_on": None}, ("no_date", 0)),
        ({"on": "2025-03-01", "due_on": None, "paid": 500}, ("no_date", 0)),
        (
            {"on": "2025-03-01", "due_on": None, "paid": 10000, "completed": "2025-01-01"},
            ("paid", 0),
        ),
    ],
)
def test_where_a_line_stands(values, wanted):
    assert at(**values) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        ("2024-12-20", ("to_come", 0)),
        ("2024-12-21", ("due_today", 0)),
        ("2024-12-22", ("due_today", 0)),
        ("2024-12-23", ("due_today", 0)),
        ("2024-12-24", ("overdue", 1)),
    ],
)
def test_a_due_day_on_a_weekend_may_be_paid_on_the_next_working_day(on, wanted):
    assert at(on, due_on="2024-12-21") == wanted


def test_lateness_counts_from_the_next_working_day():
    paid = {"due_on": "2024-12-21", "paid": 10000}
    assert at("2025-01-01", completed="2024-12-23", **paid) == ("paid", 0)
    assert at("2025-01-01", completed="2024-12-24", **paid) == ("paid_late", 1)


def test_holidays_are_those_of_the_calendar_given():
    holidays = {date(2025, 10, number) for number in range(1, 9)}
    last = state.last_day(date(2025, 10, 1), lambda each: each not in holidays)
    assert last == date(2025, 10, 9)


@pytest.mark.parametrize(
    ("unit", "paid", "wanted"),
    [
        (100, 9901, "paid"),
        (100, 9900, "short"),
        (10, 9991, "paid"),
        (10, 9990, "short"),
        (1, 9999, "short"),
    ],
)
def test_less_than_a_unit_short_is_paid(unit, paid, wanted):
    assert at("2025-01-01", paid=paid, completed="2024-12-20", unit=unit)[0] == wanted


def test_nothing_paid_is_never_paid_however_small_the_sum():
    assert at("2025-01-01", due=50, unit=100) == ("overdue", 12)


def test_a_line_without_a_result_is_there_from_its_year_s_end():
    assert not state.shown(date(2024, 12, 31), date(2024, 12, 30))
    assert state.shown(date(2024, 12, 31), date(2024, 12, 31))
    assert state.shown(None, date(2024, 1, 1))


def test_the_totals_of_a_year():
    rows = [
        (10000, 10000, "paid", None),
        (10000, 9950, "paid_late", None),
        (10000, 10050, "paid", None),
        (10000, 4000, "short", None),
        (10000, 0, "overdue", None),
        (10000, 2000, "to_come", None),
        (10000, 0, "due_today", None),
        (10000, 0, "no_date", None),
        (0, 700, "none", None),
        (0, -300, "none", None),
        (0, 0, "none", 18000),
        (None, 0, "unknown", None),
        (None, 0, "agreed", None),
        (None, 0, "agreed", None),
    ]
    assert totals(rows) == Totals(
        due=80000,
        received=35950,
        overdue=16000,
        to_come=28000,
        tolerated=50,
        saved=18000,
        unknown=1,
        agreed=2,
    )
    assert totals(rows).open == 44000


def test_nothing_adds_up_to_nothing():
    assert totals([]) == Totals()


LINE = st.tuples(
    st.none() | st.integers(0, 10**6),
    st.none() | st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    st.integers(-(10**6), 2 * 10**6),
    st.sampled_from([1, 10, 100]),
    st.sampled_from(["", "agreed"]),
)


@given(st.lists(LINE), st.dates(date(2024, 1, 1), date(2025, 12, 31)))
def test_due_is_received_and_overdue_and_to_come_and_tolerated(lines, on):
    rows = []
    for due, due_on, paid, unit, reason in lines:
        found, days = at(on, due, due_on, paid, None, unit, reason)
        assert found in STATES
        assert days >= 0
        rows.append((due, paid, found, None))
    found = totals(rows)
    assert found.due == found.received + found.overdue + found.to_come + found.tolerated
    assert min(found.received, found.overdue, found.to_come, found.tolerated) >= 0
    assert found.unknown + found.agreed == sum(due is None for due, *_ in lines)
