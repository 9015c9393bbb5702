from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from rules.facts import Facts, every_weekday
from tests.rules.made import terms


def test_facts_are_frozen():
    with pytest.raises(FrozenInstanceError):
        terms().fee = 1


def test_facts_are_equal_whatever_calendar_they_carry():
    assert Facts("A", working_day=lambda _: True) == Facts("A")


def test_without_a_calendar_monday_to_friday_are_working_days():
    week = [every_weekday(date(2024, 12, 16 + number)) for number in range(7)]
    assert week == [True] * 5 + [False] * 2
