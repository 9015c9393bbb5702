"""Sums of a year as of a day that is over: `models.total` and `models.register` read the stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from models.bulk import pairs
from models.business import Business
from models.place import Place
from models.scope import under
from models.total import SUMS, Money, Named
from models.watch import back


def money(scope: str, year: int, day: date) -> Money:
    """Return the sums of a year in a scope, as `models.total.years` does for now."""
    most: dict[str, int] = defaultdict(int)
    sums = dict.fromkeys(SUMS, 0)
    for row in _rows(scope, year, day):
        most[row["village"]] = max(most[row["village"]], row["households"])
        for name in SUMS:
            sums[name] += row[name]
    return Money("", year, sum(most.values()), **sums)


def by_business(scope: str, year: int, day: date) -> dict[str, dict[str, int]]:
    """Return the sums of each business in a scope, by its number."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows(scope, year, day):
        sums = found.setdefault(row["business"], dict.fromkeys(("households", *SUMS), 0))
        for name in sums:
            sums[name] += row[name]
    return found


def businesses_late(scope: str, year: int, day: date, limit: int) -> list[Named]:
    """Return the businesses that were late with most money."""
    query = Business.select(Business.number, Business.name)
    found = by_business(scope, year, day)
    return _late(found, pairs(query.where(Business.number.in_(list(found)))), limit)


def villages_late(scope: str, year: int, day: date, limit: int) -> list[Named]:
    """Return the villages whose households waited for most money."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows(scope, year, day):
        sums = found.setdefault(row["village"], {"overdue": 0, "due": 0})
        for name in sums:
            sums[name] += row[name]
    names = pairs(Place.select(Place.code, Place.name).where(under(Place.code, scope)))
    return _late(found, names, limit)


def _rows(scope: str, year: int, day: date) -> list[dict[str, Any]]:
    return [dict(zip(back.NAMES, row, strict=True)) for row in back.totals(scope, year, day)]


def _late(
    found: Mapping[str, Mapping[str, int]], names: Mapping[str, str], limit: int
) -> list[Named]:
    rows = [
        Named(key, names.get(key, key), sums["overdue"], sums["due"])
        for key, sums in found.items()
        if sums["overdue"] > 0
    ]
    return sorted(rows, key=lambda each: (-each.overdue, each.key))[:limit]
