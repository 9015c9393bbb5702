"""阳光公开: what businesses promised, owe and paid the households of villages, as groups.

A cell is one business in one village in one year, as the county's last survey counted it
(`models.watch.total`); what has changed since is in none of its figures. It says of how many
households each of them speaks, so that a page can leave out what speaks of too few; no household
is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_

from peewee import JOIN, fn

from models.bulk import pairs, tuples, values
from models.business import Business
from models.finding import Survey, Total
from models.scope import COUNTY_DIGITS, under

GROUPS = (Total.stated, Total.settled, Total.late, Total.waiting, Total.agreeing, Total.silent)
FIELDS = (
    *(Total.village, Total.business, Total.households),
    *(Total.due, Total.due - Total.to_come, Total.received, Total.lines, Total.confirmed),
    *GROUPS,
)  # in the order of `Cell`


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
    """Return the cells of a county and year as its last survey counted them; none before it.

    A row of which one number of households is missing is none: it may speak of a few.
    """
    own = under(Total.village, county) & (Total.year == year)
    counted = reduce(and_, (each.is_null(False) for each in GROUPS))
    query = Total.select(*FIELDS).where(own & counted).order_by(Total.village, Total.business)
    return [Cell(*row) for row in tuples(query)]


def is_counting(year: int, village: str = "", business: str = "") -> bool:
    """Say whether a place or a business has rows that `cells` leaves out till the next survey."""
    own = under(Total.village, village) & (Total.year == year)
    own &= (Total.business == business) if business else True
    return Total.select().where(own & reduce(or_, (each.is_null() for each in GROUPS))).exists()


def years(village: str = "", business: str = "") -> list[int]:
    """Return the years in which a place, or a business, has something, the earliest first."""
    query = Total.select(Total.year).where(under(Total.village, village)).distinct()
    return sorted(values(query.where(Total.business == business) if business else query))


def counties_of(business: str) -> list[str]:
    """Return the counties in whose villages a business owes or owed households."""
    query = Total.select(fn.SUBSTR(Total.village, 1, COUNTY_DIGITS)).distinct()
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


def surveys(counties: Iterable[str]) -> list[tuple[date | None, bool]]:
    """Return as of which day each county's figures stand, and whether something changed since."""
    query = Survey.select(Survey.day, Survey.stale).where(Survey.county.in_(sorted(counties)))
    return [(day, bool(stale)) for day, stale in tuples(query)]
