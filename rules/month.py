"""Months from an agreement's start, and the years they are counted in (article 10(3))."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A year of an agreement: its number and its days, all of them even where the term ends."""

    number: int
    first: date
    last: date


def on_month_day(year: int, month: int, day: int) -> date:
    """Return that day of the year, the month's last one where it is missing (02-29 is 02-28)."""
    return date(year, month, min(day, monthrange(year, month)[1]))


@lru_cache(maxsize=1 << 16)
def month_end(start: date, count: int) -> date:
    """Return the last day of the `count`-th whole month from `start`; 0 is the day before it."""
    years, month = divmod(start.month - 1 + count, 12)
    year, month = start.year + years, month + 1
    length = monthrange(year, month)[1]
    if start.day > length:
        return date(year, month, length)
    return date(year, month, start.day) - DAY


@lru_cache(maxsize=1 << 16)
def months(start: date, through: date) -> Fraction:
    """Return the whole months and the part of the running one from `start` through the last day."""
    if through < start:
        return Fraction(0)
    count = (through.year - start.year) * 12 + through.month - start.month
    if month_end(start, count) > through:
        count -= 1
    elif month_end(start, count + 1) <= through:
        count += 1
    done, nominal = month_end(start, count), month_end(start, count + 1)
    return count + Fraction((through - done).days, (nominal - done).days)


@lru_cache(maxsize=1 << 16)
def months_between(start: date, first: date, last: date) -> Fraction:
    """Return the months from `first` through `last`, counted from the agreement's start."""
    if last < first:
        return Fraction(0)
    return months(start, last) - months(start, first - DAY)


def effective_end(start: date, ends_on: date | None) -> date | None:
    """Return the last day of the term: an end on the start's day of month ends the day before."""
    if ends_on is not None and ends_on.day == start.day:
        return ends_on - DAY
    return ends_on


def first_year(start: date, kind: str) -> int:
    """Return the number of the year that the agreement starts in."""
    return start.year if kind == "calendar" else month_end(start, 12).year


@lru_cache(maxsize=1 << 14)
def year(start: date, kind: str, number: int) -> Year:
    """Return year `number`: the calendar year, or the agreement year (协议年) that ends in it."""
    if kind == "calendar":
        return Year(number, date(number, 1, 1), date(number, 12, 31))
    count = (number - first_year(start, kind)) * 12
    return Year(number, month_end(start, count) + DAY, month_end(start, count + 12))


def year_of(start: date, kind: str, day: date) -> Year:
    """Return the year that holds the day."""
    found = year(start, kind, day.year)
    return found if day <= found.last else year(start, kind, day.year + 1)


def years(start: date, kind: str, first: date, last: date) -> Iterator[Year]:
    """Yield the years that have a day from `first` through `last`, in order."""
    found = year_of(start, kind, first)
    while found.first <= last:
        yield found
        found = year(start, kind, found.number + 1)


def inside(within: Year, month: int, day: int) -> date:
    """Return the month and day inside that year, its last day where a leap day falls between."""
    for number in (within.first.year, within.last.year):
        found = on_month_day(number, month, day)
        if within.first <= found <= within.last:
            return found
    return within.last
