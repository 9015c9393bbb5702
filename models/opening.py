"""Businesses near a household with what they offer (art. 20); read, never written."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from peewee import fn

from models.agreement import Agreement
from models.bulk import pairs, tuples
from models.business import Business
from models.household import Settlement
from models.scope import under
from models.watch.measure import standing
from rules.watch.household import Opening


def of_county(county: str, day: date) -> tuple[list[Opening], dict[str, str]]:
    """Return the businesses of a county as openings on a day, and their names by number.

    Three queries. One without a village in the ledger lies nowhere and is left out.
    """
    modes = _modes(county, day)
    filled = _filled(county, day)
    query = Business.select(
        *(Business.number, Business.village, Business.posts, Business.condition, Business.name)
    ).where(under(Business.village, county))
    found, names = [], {}
    for number, village, posts, condition, name in tuples(query.order_by(Business.number)):
        mine = frozenset(modes.get(number, ()))
        found.append(Opening(number, village, mine, posts, filled.get(number, 0), condition))
        names[number] = name
    return found, names


def _modes(county: str, day: date) -> dict[str, set[str]]:
    """Return the modes of the agreements that stand, by business."""
    query = (
        Agreement.select(Agreement.business, Agreement.mode)
        .distinct()
        .join(Business, on=Business.number == Agreement.business)
        .where(under(Business.village, county) & Agreement.number.in_(standing(day)))
    )
    found: dict[str, set[str]] = defaultdict(set)
    for business, mode in tuples(query):
        found[business].add(mode)
    return found


def _filled(county: str, day: date) -> dict[str, int]:
    """Return how many households' work was settled in the last twelve months, by business."""
    year_ago = date(day.year - 1, day.month, min(day.day, 28))
    deals = (
        Agreement.select(Agreement.number, Agreement.business)
        .distinct()
        .join(Business, on=Business.number == Agreement.business)
        .where(under(Business.village, county) & (Agreement.mode == "work"))
        .alias("deals")
    )
    query = (
        Settlement.select(deals.c.business, fn.COUNT(Settlement.household.distinct()))
        .join(deals, on=deals.c.number == Settlement.agreement)
        .where(Settlement.to_day.between(year_ago, day))
        .group_by(deals.c.business)
    )
    return pairs(query)
