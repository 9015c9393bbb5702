"""Tallies of the places' industries: workshops, collectives, parks, graded farms (articles 6–9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from peewee import fn

from models.agreement import Agreement
from models.bulk import chunks, tuples
from models.business import Business
from models.household import Household, Share
from models.payment import Plan, Portion
from models.scope import under
from models.tally import ALWAYS
from models.watch import place
from models.watch.business import Businesses
from models.watch.deal import columns_of
from models.watch.extent import Extent
from models.watch.measure import standing
from rules.watch import business as rules
from rules.watch import facts, workshop
from rules.watch.collective import Holding, collectives

Row = tuple[str, int, str, int]
KINDS = ("workshop", "park", *sorted(rules.FIRST))
NAMES = ("graded_", "workshop_", "collective_", "park_")  # how the names of the tallies begin
AT_ONCE = 100  # collectives whose members are in memory at once


def tallies(extent: Extent) -> Iterator[Row]:
    """Yield the figures of each place under the name of their kind; places without are left out."""
    places = Businesses(extent).places
    inside = {number: code for number, code in places.items() if extent.holds(code)}
    found: dict[str, list[facts.Business]] = defaultdict(list)
    query = Business.select(*columns_of(facts.Business, Business)).where(Business.kind.in_(KINDS))
    for each in (facts.Business(*row) for row in tuples(query)):
        if each.number in inside:
            found[inside[each.number]].append(each)
    for code, own in found.items():
        yield from _named(code, "workshop", asdict(workshop.jobs(own)))
        yield from _named(code, "park", asdict(rules.parks(own)))
        yield from _named(code, "graded", {"first": len(rules.first(own))})
    for part in chunks(sorted(_collectives(extent, inside).items()), AT_ONCE):
        for holding in _holdings(extent, dict(part)):
            yield from _named(holding.village, "collective", asdict(collectives([holding])))


def _named(code: str, kind: str, figures: dict[str, int]) -> Iterator[Row]:
    if any(figures.values()):
        for name, value in figures.items():
            yield code, ALWAYS, f"{kind}_{name}", value


def _collectives(extent: Extent, inside: dict[str, str]) -> dict[str, list[str]]:
    """Return the businesses that are collectives by place, with places that only have a plan."""
    query = Business.select(Business.number).where(Business.kind == "collective")
    found: dict[str, list[str]] = defaultdict(list)
    for (number,) in tuples(query):
        if number in inside:
            found[inside[number]].append(number)
    for (village,) in tuples(_plans(extent).select(Plan.village).distinct()):
        found.setdefault(village, [])
    return found


def _plans(extent: Extent) -> Any:
    inside = under(Plan.village, extent.code)
    return Plan.select().where(inside & (Plan.year <= extent.day.year))


def _holdings(extent: Extent, own: dict[str, list[str]]) -> Iterator[Holding]:
    """Count who holds a quantified share under a standing agreement or a part of the last plan."""
    code_of = {number: code for code, numbers in own.items() for number in numbers}
    members, sums = _portions(extent, list(own)), {code: [0, 0] for code in own}
    agreement = Agreement.select(Agreement.number, Agreement.business).distinct()
    mine = Agreement.business.in_(list(code_of)) & Agreement.number.in_(standing(extent.day))
    owner = agreement.where(mine).alias("owner")
    quantified = Share.amount.is_null(False) | Share.shares.is_null(False)
    query = (
        Share.select(owner.c.business, Share.household, Share.amount, Share.shares)
        .join(owner, on=owner.c.number == Share.agreement)
        .join_from(Share, Household, on=Household.id == Share.household)
        .where(place.held(extent.day) & quantified)
    )
    for business, household, amount, shares in tuples(query):
        code = code_of[business]
        members[code].add(household)
        sums[code][0] += amount or 0
        sums[code][1] += shares or 0
    return (Holding(code, len(members[code]), *sums[code]) for code in own)


def _portions(extent: Extent, codes: list[str]) -> dict[str, set[Any]]:
    last = Plan.select(Plan.village, fn.MAX(Plan.year).alias("year"))
    last = last.where(Plan.village.in_(codes) & (Plan.year <= extent.day.year))
    last = last.group_by(Plan.village).alias("last")
    query = (
        Portion.select(Plan.village, Portion.household)
        .join(Plan, on=Plan.number == Portion.plan)
        .join_from(Portion, Household, on=Household.id == Portion.household)
        .join_from(Plan, last, on=(last.c.village == Plan.village) & (last.c.year == Plan.year))
    )
    found: dict[str, set[Any]] = defaultdict(set)
    for village, household in tuples(query):
        found[village].add(household)
    return found
