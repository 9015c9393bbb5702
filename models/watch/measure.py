"""What households are in on a day: agreements, plans, deliveries, work, or rows of 简表."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import fn

from models.agreement import Agreement
from models.bulk import chunks, tuples
from models.household import Delivery, Household, Settlement, Share, Simple
from models.payment import Plan, Portion
from models.scope import under
from models.watch.place import held

LAST = 1  # a plan or a row of 简表 of the year before still stands: it is decided and paid later


def standing(day: date) -> Any:
    """Return the query of the agreements with a clause in force on a day."""
    later = Agreement.alias()
    replaced = later.select().where(
        (later.number == Agreement.number)
        & (later.clause == Agreement.clause)
        & (later.in_force_from > Agreement.in_force_from)
        & (later.in_force_from <= day)
    )
    runs = (Agreement.in_force_from <= day) & (Agreement.starts_on <= day)
    open_ended = Agreement.ends_on.is_null() | (Agreement.ends_on >= day)
    return Agreement.select(Agreement.number).where(runs & open_ended & ~fn.EXISTS(replaced))


def links(day: date) -> list[Any]:
    """Return the queries of what a household (of the outer query) is in on a day."""
    years = (day.year - LAST, day.year)
    year_ago = date(day.year - 1, day.month, min(day.day, 28))
    mine = Household.id
    portion = Portion.select().join(Plan, on=Plan.number == Portion.plan)
    return [
        Share.select().where(
            (Share.household == mine) & held(day) & Share.agreement.in_(standing(day))
        ),
        portion.where((Portion.household == mine) & Plan.year.between(*years)),
        Simple.select().where((Simple.household == mine) & Simple.year.between(*years)),
        Delivery.select().where((Delivery.household == mine) & Delivery.day.between(year_ago, day)),
        Settlement.select().where(
            (Settlement.household == mine) & Settlement.to_day.between(year_ago, day)
        ),
    ]


def in_nothing(day: date) -> Any:
    """Return the condition of a household that is in nothing on a day."""
    found: Any = None
    for query in links(day):
        found = ~fn.EXISTS(query) if found is None else found & ~fn.EXISTS(query)
    return found


def waiting(code: str, day: date) -> dict[str, int]:
    """Return how many 脱贫户 and 监测对象 that qualify are in nothing, by village."""
    called = Household.category.in_(("lifted", "watched")) & Household.eligible
    query = (
        Household.select(Household.village, fn.COUNT(Household.id))
        .where(called & under(Household.village, code) & in_nothing(day))
        .group_by(Household.village)
    )
    return {village: int(count) for village, count in tuples(query)}


def counts(households: list[Any], day: date) -> dict[Any, int]:
    """Return in how many things each of these households is on a day, by id."""
    found: dict[Any, int] = defaultdict(int)
    for part in chunks(households):
        for query in links(day):
            for household in _in(query, part):
                found[household] += 1
    return found


def _in(query: Any, part: list[Any]) -> Iterator[Any]:
    there = Household.select(Household.id).where(Household.id.in_(part) & fn.EXISTS(query))
    return (row[0] for row in tuples(there))
