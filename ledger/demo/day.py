"""Days of the demo: due days as the sheet writes them, and the same day in another year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rules.month import on_month_day


def due_days(year: int, days: Mapping[date, int]) -> str:
    """Return 兑现时限 for these days with their ratios, as days of what was earned in `year`."""
    plain = set(days.values()) == {1}
    written = sorted((day.year > year, f"{day:%m-%d}", ratio) for day, ratio in days.items())
    return ";".join(
        ("次年" if following else "") + day + ("" if plain else f"={ratio}")
        for following, day, ratio in written
    )


def same_day(day: date, years: int) -> date:
    """Return the day of the year that many years later (or, below 0, earlier)."""
    return on_month_day(day.year + years, day.month, day.day)


def whole_years(year: int, before: int, after: int) -> tuple[date, date]:
    """Return the first day of the year so many before `year`, and the last one so many after."""
    return date(year - before, 1, 1), date(year + after, 12, 31)
