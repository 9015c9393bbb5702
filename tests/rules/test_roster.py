from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import roster
from rules.facts import COLLECTIVE, OTHERS
from rules.roster import Held, basis_of, held_in, merged, peak
from tests.rules.made import share

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([{"amount": 0}, {"shares": 1}], "amount"),
        ([{"shares": 1}, {"area": 1}], "shares"),
        ([{"area": 1}, {}], "area"),
        ([{"persons": 3}], "household"),
        ([], "household"),
    ],
)
def test_one_row_decides_the_basis_of_the_clause(rows, wanted):
    assert basis_of(share("H", **row) for row in rows) == wanted


def test_rows_are_cut_to_the_days_asked_for():
    rows = [
        share("A", "2020-01-01"),
        share("B", "2024-03-01", "2024-03-01"),
        share("C", "2025-01-01"),
        share("D", "2020-01-01", "2023-12-31"),
        share("E", "2024-06-30", "2025-06-30"),
        share("F", "2024-06-30", "2024-06-29"),
    ]
    found = held_in(rows, FIRST, LAST)
    assert [(each.share.holder, str(each.first), str(each.last)) for each in found] == [
        ("A", "2024-01-01", "2024-12-31"),
        ("B", "2024-03-01", "2024-03-01"),
        ("E", "2024-06-30", "2024-12-31"),
    ]


def test_the_most_held_on_one_day_counts_the_day_of_leaving():
    rows = [share("A", left="2024-06-30", amount=1), share("B", "2024-06-30", amount=2)]
    assert peak(held_in(rows, FIRST, LAST), "amount", FIRST, LAST) == 300
    rows = [share("A", left="2024-06-29", amount=1), share("B", "2024-06-30", amount=2)]
    assert peak(held_in(rows, FIRST, LAST), "amount", FIRST, LAST) == 200


@given(
    st.lists(st.tuples(st.integers(0, 365), st.integers(0, 365), st.integers(0, 99)), max_size=9)
)
def test_the_most_held_is_what_looking_at_every_day_finds(rows):
    held = [
        Held(share("H", shares=number), date.fromordinal(FIRST.toordinal() + first), LAST.replace())
        if last < first
        else Held(
            share("H", shares=number),
            date.fromordinal(FIRST.toordinal() + first),
            date.fromordinal(FIRST.toordinal() + last),
        )
        for first, last, number in rows
    ]
    every_day = [date.fromordinal(FIRST.toordinal() + number) for number in range(366)]
    wanted = max(
        sum(each.share.shares for each in held if each.first <= day <= each.last)
        for day in every_day
    )
    assert peak(held, "shares", FIRST, LAST) == wanted


def test_rows_of_a_holder_that_overlap_become_one():
    rows = [
        share("A", "2024-01-01", "2024-06-30"),
        share("A", "2024-03-01", "2024-09-30"),
        share("A", "2024-11-01"),
        share("B", "2024-02-01"),
    ]
    found = merged(held_in(rows, FIRST, LAST))
    assert [(each.share.holder, str(each.first), str(each.last)) for each in found] == [
        ("A", "2024-01-01", "2024-09-30"),
        ("A", "2024-11-01", "2024-12-31"),
        ("B", "2024-02-01", "2024-12-31"),
    ]


def test_holders_that_are_no_households():
    assert roster.party(COLLECTIVE) == ("village", "")
    assert roster.party(OTHERS) == ("business", "")
    assert roster.party("H") == ("household", "H")


def test_the_basis_is_written_in_its_own_unit():
    assert roster.written("amount", 12345).text == "123.45"
    assert roster.written("shares", 15000).text == "1.5"
    assert roster.written("household", 1).text == "1"
