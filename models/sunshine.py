"""阳光公开: what businesses promised, owe and paid the households of villages, as groups.

A cell is one business in one village in one year. It says of how many households each of its
figures speaks, so that a page can leave out what speaks of too few; no household is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, fn

from models.bulk import pairs, tuples, values
from models.business import Business
from models.finding import Survey, Total
from models.scope import under
from models.watch import total


@dataclass(slots=True)
class Cell:
    """One business in one village in one year; money in fen.

    `promised`: what the agreements state for the year, as far as it has a figure. `due`: what of
    it is to be paid by the day, or was paid before. `confirmed`: lines, of `lines`, that
    households confirmed alone. How many households: `stated` have a figure, `settled` have got
    something, `late` are owed something late, `waiting` wait for what is not due, `agreeing`
    confirmed a line, `silent` did not confirm one.
    """

    village: str
    business: str
    households: int = 0
    promised: int = 0
    due: int = 0
    paid: int = 0
    lines: int = 0
    confirmed: int = 0
    stated: int = 0
    settled: int = 0
    late: int = 0
    waiting: int = 0
    agreeing: int = 0
    silent: int = 0

    @property
    def unstated(self) -> int:
        """Return how many households have no figure in the year."""
        return max(0, self.households - self.stated)

    @property
    def unsettled(self) -> int:
        """Return how many of those with a figure have got nothing."""
        return max(0, self.stated - self.settled)


def cells(county: str, year: int) -> list[Cell]:
    """Return the cells of a county and year as of its last survey; none before the first."""
    day = next(values(Survey.select(Survey.day).where(Survey.county == county)), None)
    found: dict[tuple[str, str], Cell] = {}
    for row in total.by_household(county, year, day) if day else ():
        village, business, _household, *numbers = row
        cell = found.setdefault((village, business), Cell(village, business))
        _add(cell, *numbers)
    return [found[key] for key in sorted(found)]


def _add(cell: Cell, *numbers: int) -> None:
    lines, promised, received, overdue, to_come, confirmed = numbers
    cell.households += 1
    cell.promised += promised
    cell.due += promised - to_come
    cell.paid += received
    cell.lines += lines
    cell.confirmed += confirmed
    cell.stated += promised > 0
    cell.settled += received > 0
    cell.late += overdue > 0
    cell.waiting += to_come > 0
    cell.agreeing += confirmed > 0
    cell.silent += confirmed < lines


def years(village: str = "", business: str = "") -> list[int]:
    """Return the years in which a place, or a business, has something, the earliest first."""
    query = Total.select(Total.year).where(under(Total.village, village)).distinct()
    return sorted(values(query.where(Total.business == business) if business else query))


def counties_of(business: str) -> list[str]:
    """Return the counties in whose villages a business owes or owed households."""
    query = Total.select(fn.SUBSTR(Total.village, 1, total.COUNTY)).distinct()
    return sorted(values(query.where(Total.business == business)))


def businesses(county: str) -> dict[str, str]:
    """Return number and name of the businesses that owe or owed households of a county."""
    name = fn.COALESCE(fn.MAX(Business.name), Total.business)
    query = Total.select(Total.business, name).join(
        Business, JOIN.LEFT_OUTER, on=Business.number == Total.business
    )
    inside = under(Total.village, county) & (Total.business != "")
    rows = tuples(query.where(inside).group_by(Total.business).order_by(name, Total.business))
    return dict(rows)


def names(numbers: Iterable[str]) -> dict[str, str]:
    """Return the names of these businesses."""
    query = Business.select(Business.number, Business.name)
    return pairs(query.where(Business.number.in_(sorted(set(numbers)))))


def days(counties: Iterable[str]) -> list[object]:
    """Return the days as of which these counties' figures stand."""
    rows = values(Survey.select(Survey.day).where(Survey.county.in_(sorted(counties))))
    return sorted(day for day in rows if day)
