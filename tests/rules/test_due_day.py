from datetime import date

import pytest

from rules import due_day
from rules.due_day import Instalment
from rules.month import year
from tests.rules.made import compute, day, due_days, line, lines, share, terms

CALENDAR = year(date(2023, 4, 16), "calendar", 2024)
AGREEMENT = year(date(2023, 4, 16), "agreement", 2024)  # 2023-04-16 to 2024-04-15


def test_the_days_of_a_year_are_numbered_as_they_come():
    found = due_day.of_year(due_days("12-20=1;06-30=2"), CALENDAR)
    assert found == [Instalment(1, date(2024, 6, 30), 2), Instalment(2, date(2024, 12, 20), 1)]


def test_a_day_of_the_next_year_is_one_year_later():
    found = due_day.of_year(due_days("次年01-15;12-20"), CALENDAR)
    assert [each.day for each in found] == [date(2024, 12, 20), date(2025, 1, 15)]


def test_the_days_of_an_agreement_year_lie_inside_it():
    found = due_day.of_year(due_days("12-20;01-31;次年12-20"), AGREEMENT)
    assert [each.day for each in found] == [
        date(2023, 12, 20),
        date(2024, 1, 31),
        date(2024, 12, 20),
    ]


def test_29_february_falls_due_on_the_28th_in_other_years():
    assert due_day.of_year(due_days("次年02-29"), CALENDAR)[0].day == date(2025, 2, 28)
    assert due_day.of_year(due_days("02-29"), CALENDAR)[0].day == date(2024, 2, 29)


def test_days_before_the_first_day_drop_out():
    days = due_day.of_year(due_days("03-31;06-30;12-20"), CALENDAR)
    left = due_day.for_holder(days, date(2024, 6, 30), date(2024, 12, 31))
    assert [each.number for each in left] == [2, 3]


def test_none_left_is_the_last_day_held():
    days = due_day.of_year(due_days("03-31;06-30"), CALENDAR)
    left = due_day.for_holder(days, date(2024, 8, 1), date(2024, 10, 31))
    assert left == [Instalment(2, date(2024, 10, 31))]


def test_days_after_the_last_day_stay():
    days = due_day.of_year(due_days("03-31;12-20"), CALENDAR)
    left = due_day.for_holder(days, date(2024, 1, 1), date(2024, 2, 1))
    assert [each.day for each in left] == [date(2024, 3, 31), date(2024, 12, 20)]


@pytest.mark.parametrize(
    ("days", "after", "wanted"),
    [
        ("06-30;12-20", "2024-06-30", "2024-06-30"),
        ("06-30;12-20", "2024-07-01", "2024-12-20"),
        ("06-30;12-20", "2024-12-21", "2025-06-30"),
        ("次年01-15", "2024-01-10", "2024-01-15"),
        ("02-29", "2024-03-01", "2025-02-28"),
        ("02-29", "2023-03-01", "2024-02-29"),
        ("02-29", "2025-02-28", "2025-02-28"),
    ],
)
def test_due_days_recur_every_year_and_next_year_is_ignored(days, after, wanted):
    assert due_day.following(due_days(days), day(after)) == day(wanted)


def test_without_due_days_there_is_no_day():
    assert due_day.following((), date(2024, 1, 1)) is None


def test_a_household_that_joins_late_gets_the_later_days_in_their_ratios():
    row = terms(guaranteed_amount=1200, due="03-31=1;06-30=1;12-20=2")
    found = compute(row, share("H", "2024-05-01"), share("K", "2023-01-01", "2024-04-30"))
    late = lines(found, year=2024, party_number="H")
    assert [(each.instalment, each.due) for each in late] == [(2, 26667), (3, 53333)]
    left = lines(found, year=2024, party_number="K")
    assert [(each.instalment, each.due) for each in left] == [(1, 10000), (2, 10000), (3, 20000)]


def test_a_household_that_joins_after_the_last_day_is_due_on_its_last_day_in_the_year():
    row = terms(guaranteed_amount=1200, due="06-30")
    found = compute(row, share("H", "2024-08-01", "2024-10-31"))
    only = line(found, year=2024, party_number="H")
    assert (only.due_on, only.instalment) == (date(2024, 10, 31), 1)
