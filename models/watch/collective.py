"""Distribution plans of collectives, and whose work collectives settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

from peewee import SQL, fn

from models.bulk import chunks, pairs, tuples
from models.business import Business
from models.facts import ASSISTED
from models.household import Household, Settlement
from models.payment import Plan, Portion
from models.scope import under
from models.watch.extent import Brief, Extent
from models.watch.found import Found
from rules.facts import Portion as Part
from rules.watch.collective import Labour, own_labour, priority_first
from rules.watch.collective import findings as of_plan
from rules.watch.facts import CollectivePlan

AT_ONCE = 100  # plans whose portions are in memory at once
DAYS = ("decided_on", "posted_from", "posted_to")


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about plans and about labour from elsewhere."""
    for part in chunks(_plans(extent), AT_ONCE):
        portions = _portions([plan.number for plan in part])
        for plan in part:
            whole = replace(plan, portions=tuple(portions[plan.number]))
            for each in of_plan(whole, extent.parameters(plan.village)):
                yield _found(extent, each, plan)
    yield from _labour(extent)


def _found(extent: Extent, each: Any, plan: CollectivePlan) -> Found:
    brief = extent.agreements.get(plan.agreement or "")
    number, business = (brief.number, brief.business) if brief else ("", "")
    return Found(each, plan.village, number, business, plan.decided_on)


def _plans(extent: Extent) -> Iterator[CollectivePlan]:
    """Yield the plans of the years up to the day, without what happened later."""
    names = (each.name for each in fields(CollectivePlan) if each.name != "portions")
    query = (
        Plan.select(*(getattr(Plan, name) for name in names))
        .where(under(Plan.village, extent.code) & (Plan.year <= extent.day.year))
        .order_by(Plan.number)
    )
    for row in tuples(query):
        plan = CollectivePlan(*row)
        later = [name for name in DAYS if (getattr(plan, name) or date.min) > extent.day]
        yield replace(plan, **dict.fromkeys(later)) if later else plan


def _portions(numbers: list[str]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    query = Portion.select(Portion.plan, Portion.holder, Portion.basis, Portion.amount)
    for plan, *row in tuples(query.where(Portion.plan.in_(numbers)).order_by(Portion.holder)):
        found[plan].append(Part(*row))
    return found


def _labour(extent: Extent) -> Iterator[Found]:
    """Yield work that collectives settled with households of other villages."""
    collective = Business.kind == "collective"
    villages = pairs(Business.select(Business.number, Business.village).where(collective))
    numbers = [n for n, each in extent.agreements.items() if villages.get(each.business)]
    for part in chunks(sorted(numbers)):
        for (number, year), counts in sorted(_settled(part, extent.day).items()):
            brief = extent.agreements[number]
            labour = _of(brief, villages[brief.business], int(year), counts)
            own = own_labour(labour, extent.parameters(labour.village))
            for each in filter(None, (own, priority_first(labour))):
                yield Found(each, labour.village, number, brief.business)


def _settled(numbers: list[str], day: date) -> dict[tuple[str, str], list[tuple[str, str, int]]]:
    """Return households by village and category, for each agreement and year of work."""
    year = fn.SUBSTR(Settlement.to_day.cast("TEXT"), SQL("1"), SQL("4"))
    group = (Settlement.agreement, year, Household.village, Household.category)
    query = (
        Settlement.select(*group, fn.COUNT(Settlement.household.distinct()))
        .join(Household, on=Household.id == Settlement.household)
        .where(Settlement.agreement.in_(numbers) & (Settlement.to_day <= day))
        .group_by(*group)
    )
    found: dict[tuple[str, str], list[tuple[str, str, int]]] = defaultdict(list)
    for number, of, *row in tuples(query):
        found[number, of].append((row[0], row[1], int(row[2])))
    return found


def _of(brief: Brief, village: str, year: int, counts: list[tuple[str, str, int]]) -> Labour:
    return Labour(
        brief.number,
        village,
        year,
        own=sum(count for code, _, count in counts if code == village),
        outside=sum(count for code, _, count in counts if code != village),
        priority=sum(count for _, category, count in counts if category in ASSISTED),
        reason=brief.written,
        unknown=sum(count for _, category, count in counts if not category),
    )
