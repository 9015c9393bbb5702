"""The days of 兑现时限: those of a year, and the next one after a result (article 12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rules import month
from rules.facts import DueDay
from rules.month import Year


@dataclass(frozen=True, slots=True)
class Instalment:
    """One instalment of a year: its number among the year's days, its day and its ratio."""

    number: int
    day: date | None
    ratio: int = 1


def of_year(due_days: Iterable[DueDay], year: Year) -> list[Instalment]:
    """Return the instalments of a year in order of their days; 次年 is one year later."""
    dated = sorted((dated_in(year, each), each.ratio) for each in due_days)
    return [Instalment(place, day, ratio) for place, (day, ratio) in enumerate(dated, 1)]


def dated_in(year: Year, due_day: DueDay) -> date:
    """Return the day of one entry of 兑现时限 for what was earned in a year."""
    if not due_day.next_year:
        return month.inside(year, due_day.month, due_day.day)
    this_year = month.inside(year, due_day.month, due_day.day)
    return month.on_month_day(this_year.year + 1, due_day.month, due_day.day)


def for_holder(instalments: Sequence[Instalment], first: date, last: date) -> list[Instalment]:
    """Return a holder's instalments: without those before its first day; none left: its last."""
    if not instalments:
        return [Instalment(1, None)]
    left = [each for each in instalments if each.day is None or each.day >= first]
    return left or [Instalment(instalments[-1].number, last)]


def following(due_days: Sequence[DueDay], day: date) -> date | None:
    """Return the first due day on or after `day`; the days recur every year, also after the end."""
    found = [
        month.on_month_day(year, each.month, each.day)
        for each in due_days
        for year in (day.year, day.year + 1)
    ]
    return min((each for each in found if each >= day), default=None)
