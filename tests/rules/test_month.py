import itertools
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import month
from rules.month import Year
from tests.rules.made import day
from tests.rules.oracle import counted_months


@pytest.mark.parametrize(
    ("start", "through", "wanted"),
    [
        ("2023-04-16", "2023-04-15", Fraction(0)),
        ("2023-04-16", "2023-05-15", Fraction(1)),
        ("2023-04-16", "2023-12-31", 8 + Fraction(16, 31)),
        ("2023-04-16", "2024-12-31", 20 + Fraction(16, 31)),
        ("2023-04-16", "2025-04-15", Fraction(24)),
        ("2022-07-01", "2027-06-30", Fraction(60)),
        ("2023-01-01", "2023-01-31", Fraction(1)),
        ("2023-01-01", "2023-02-01", 1 + Fraction(1, 28)),
        ("2023-01-31", "2023-02-28", Fraction(1)),
        ("2023-01-31", "2023-03-30", Fraction(2)),
        ("2023-01-31", "2023-03-29", 1 + Fraction(29, 30)),
        ("2024-02-29", "2025-02-28", Fraction(12)),
        ("2024-02-29", "2028-02-28", Fraction(48)),
        ("2024-01-31", "2024-02-29", Fraction(1)),
        ("2023-12-31", "2024-01-30", Fraction(1)),
        ("2023-08-31", "2023-09-15", Fraction(16, 31)),
    ],
)
def test_whole_months_and_the_days_left_of_the_running_one(start, through, wanted):
    assert month.months(day(start), day(through)) == wanted


def test_whole_months_from_the_31st_end_on_the_month_s_last_day_or_the_30th():
    ends = [month.month_end(date(2023, 1, 31), count) for count in range(5)]
    assert [str(each) for each in ends] == [
        "2023-01-30",
        "2023-02-28",
        "2023-03-30",
        "2023-04-30",
        "2023-05-30",
    ]


@given(
    st.dates(date(2014, 1, 1), date(2040, 12, 31)),
    st.integers(-1, 4000),
)
def test_months_are_what_counting_day_by_day_gives(start, days):
    through = start + timedelta(days)
    assert month.months(start, through) == counted_months(start, through)


@given(
    st.dates(date(2014, 1, 1), date(2040, 12, 31)),
    st.lists(st.integers(0, 3000), min_size=2, max_size=6),
)
def test_the_months_of_adjoining_days_add_up(start, cuts):
    days = sorted(start + timedelta(cut) for cut in cuts)
    pieces = [
        month.months_between(start, first, last - timedelta(1))
        for first, last in itertools.pairwise(days)
    ]
    assert sum(pieces) == month.months_between(start, days[0], days[-1] - timedelta(1))


def test_no_days_are_no_months():
    start = date(2023, 1, 1)
    assert month.months_between(start, date(2023, 5, 2), date(2023, 5, 1)) == 0


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2022-07-01", "2027-07-01", "2027-06-30"),
        ("2022-07-01", "2027-06-30", "2027-06-30"),
        ("2023-04-16", "2025-04-15", "2025-04-15"),
        ("2023-04-16", "2025-04-16", "2025-04-15"),
        ("2022-01-31", "2027-02-28", "2027-02-28"),
    ],
)
def test_an_end_on_the_start_s_day_of_month_ends_the_day_before(start, end, wanted):
    assert month.effective_end(day(start), day(end)) == day(wanted)


def test_without_an_end_there_is_none():
    assert month.effective_end(date(2022, 7, 1), None) is None


@pytest.mark.parametrize(
    ("start", "number", "first", "last"),
    [
        ("2023-04-16", 2024, "2023-04-16", "2024-04-15"),
        ("2023-04-16", 2025, "2024-04-16", "2025-04-15"),
        ("2023-01-01", 2023, "2023-01-01", "2023-12-31"),
        ("2024-02-29", 2025, "2024-02-29", "2025-02-28"),
        ("2024-02-29", 2026, "2025-03-01", "2026-02-28"),
        ("2024-02-29", 2028, "2027-03-01", "2028-02-28"),
        ("2024-02-29", 2029, "2028-02-29", "2029-02-28"),
        ("2023-12-31", 2024, "2023-12-31", "2024-12-30"),
    ],
)
def test_an_agreement_year_has_the_number_of_the_year_it_ends_in(start, number, first, last):
    found = month.year(day(start), "agreement", number)
    assert found == Year(number, day(first), day(last))
    assert month.year_of(day(start), "agreement", day(first)) == found
    assert month.year_of(day(start), "agreement", day(last)) == found


def test_a_calendar_year_runs_from_january_to_december():
    assert month.year_of(date(2023, 4, 16), "calendar", date(2024, 5, 1)) == Year(
        2024, date(2024, 1, 1), date(2024, 12, 31)
    )


def test_years_are_those_with_a_day_in_the_term():
    start = date(2023, 4, 16)
    numbers = [each.number for each in month.years(start, "calendar", start, date(2025, 4, 15))]
    assert numbers == [2023, 2024, 2025]
    numbers = [each.number for each in month.years(start, "agreement", start, date(2025, 4, 16))]
    assert numbers == [2024, 2025, 2026]


@given(st.dates(date(2014, 1, 1), date(2040, 12, 31)), st.integers(0, 4000))
def test_every_day_lies_in_exactly_one_agreement_year(start, days):
    then = start + timedelta(days)
    found = month.year_of(start, "agreement", then)
    assert found.first <= then <= found.last
    following = month.year(start, "agreement", found.number + 1)
    assert following.first == found.last + timedelta(1)


@pytest.mark.parametrize(
    ("start", "number", "month_day", "wanted"),
    [
        ("2023-04-16", 2025, (12, 20), "2024-12-20"),
        ("2023-04-16", 2025, (4, 15), "2025-04-15"),
        ("2023-04-16", 2025, (4, 16), "2024-04-16"),
        ("2023-04-16", 2024, (2, 29), "2024-02-29"),
        ("2023-04-16", 2025, (2, 29), "2025-02-28"),
        ("2024-02-29", 2025, (2, 29), "2024-02-29"),
        ("2024-02-29", 2028, (2, 29), "2028-02-28"),
    ],
)
def test_a_month_day_of_an_agreement_year_is_the_one_inside_it(start, number, month_day, wanted):
    within = month.year(day(start), "agreement", number)
    assert month.inside(within, *month_day) == day(wanted)


def test_29_february_is_the_28th_in_other_years():
    assert month.on_month_day(2023, 2, 29) == date(2023, 2, 28)
    assert month.on_month_day(2024, 2, 29) == date(2024, 2, 29)
