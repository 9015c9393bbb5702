"""Totals of a year as stored: what businesses owe households, by year, business and place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from peewee import JOIN, SQL, fn

from models.bulk import tuples
from models.business import Business
from models.finding import Total
from models.place import Place
from models.scope import under

SUMS = (
    *("lines", "confirmed", "due", "received", "overdue", "to_come", "tolerated"),
    *("unknown", "agreed", "assisted"),
)


class Money(NamedTuple):
    """Sums of one group in one year: fen and counts.

    `key` names the group. `households` counts each household of a village at least once: the
    largest number that one business owes there, so that nobody is counted twice.
    """

    key: str
    year: int
    households: int
    lines: int = 0
    confirmed: int = 0
    due: int = 0
    received: int = 0
    overdue: int = 0
    to_come: int = 0
    tolerated: int = 0
    unknown: int = 0
    agreed: int = 0
    assisted: int = 0  # lines confirmed with somebody at the household's side; not in `confirmed`


class Named(NamedTuple):
    """A business or a place: its number or code, its name, and what is late there, fen."""

    key: str
    name: str
    overdue: int
    due: int


def years(scope: str) -> list[Money]:
    """Return the sums of each year in a scope, the earliest first."""
    return _sums(scope, 0)


def places(scope: str, digits: int) -> list[Money]:
    """Return the sums of each year and place, whose codes have so many digits."""
    return _sums(scope, digits)


def _sums(scope: str, digits: int) -> list[Money]:
    by = (fn.SUBSTR(Total.village, 1, digits), Total.year)
    # By number: the digits are a parameter, and a server takes two of them for different ones.
    first, second = SQL("1"), SQL("2")
    sums = [fn.COALESCE(fn.SUM(getattr(Total, name)), 0) for name in SUMS]
    query = Total.select(*by, *sums).where(under(Total.village, scope))
    heads = _households(scope, digits)
    rows = tuples(query.group_by(first, second).order_by(first, second))
    return [Money(key, year, heads[key, year], *map(int, rest)) for key, year, *rest in rows]


def _households(scope: str, digits: int) -> dict[tuple[str, int], int]:
    """Return the households of each place and year: at least so many different ones."""
    most = fn.MAX(Total.households)
    query = Total.select(Total.village, Total.year, most).where(under(Total.village, scope))
    found: dict[tuple[str, int], int] = {}
    for village, year, households in tuples(query.group_by(Total.village, Total.year)):
        key = village[:digits], year
        found[key] = found.get(key, 0) + households
    return found


def businesses_late(scope: str, year: int, limit: int) -> list[Named]:
    """Return the businesses that are late with most money in a year."""
    name = fn.COALESCE(fn.MAX(Business.name), Total.business)
    query = Total.select(Total.business, name, fn.SUM(Total.overdue), fn.SUM(Total.due))
    query = query.join(Business, JOIN.LEFT_OUTER, on=Business.number == Total.business)
    return _late(query, Total.business, scope, year, limit)


def villages_late(scope: str, year: int, limit: int) -> list[Named]:
    """Return the villages whose households wait for most money of a year."""
    name = fn.COALESCE(fn.MAX(Place.name), Total.village)
    query = Total.select(Total.village, name, fn.SUM(Total.overdue), fn.SUM(Total.due))
    query = query.join(Place, JOIN.LEFT_OUTER, on=Place.code == Total.village)
    return _late(query, Total.village, scope, year, limit)


def _late(query: Any, by: Any, scope: str, year: int, limit: int) -> list[Named]:
    inside = under(Total.village, scope) & (Total.year == year)
    query = query.where(inside).group_by(by).having(fn.SUM(Total.overdue) > 0)
    rows: Iterator[Any] = tuples(query.order_by(fn.SUM(Total.overdue).desc(), by).limit(limit))
    return [Named(key, name, int(late), int(due)) for key, name, late, due in rows]
