"""Working days in China, with the moved ones (民法典 203)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import chinese_calendar

from rules.facts import every_weekday


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """Say whether `day` is a working day; beyond the published holidays, Monday to Friday are."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return every_weekday(day)


def first_working_day(day: date) -> date:
    """Return the first working day on or after `day`: from there on a payment is late."""
    while not is_working_day(day):
        day = date.fromordinal(day.toordinal() + 1)
    return day
