"""Agreements with everything that the rules look at beside them, a chunk at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from peewee import fn

from models import parameter
from models.bulk import chunks, tuples
from models.business import Business
from models.facts import terms_of
from models.household import Household, Share
from models.project import Asset, Lease, Project
from models.rate import Lpr
from models.scope import COUNTY_DIGITS
from models.watch.extent import Extent
from models.watch.place import held
from rules.as_of import known_from
from rules.facts import Terms
from rules.watch import facts
from rules.watch.facts import Deal, Rate, Roster

Rows = list[Any]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some agreements, and the terms of those above them in a joint chain, by number."""

    deals: list[Deal] = field(default_factory=list)
    uppers: dict[str, list[Terms]] = field(default_factory=dict)


def deals(extent: Extent) -> Iterator[Chunk]:
    """Yield every agreement of an extent, in order of number."""
    rates = tuple(Rate(*row) for row in _rates(extent.day))
    for numbers in chunks(extent.own):
        yield _chunk(extent, numbers, rates)


def _rates(day: date) -> Iterator[tuple[date, int]]:
    query = Lpr.select(Lpr.day, Lpr.rate).where(Lpr.day <= day).order_by(Lpr.day)
    return tuples(query)


def _chunk(extent: Extent, numbers: list[str], rates: tuple[Rate, ...]) -> Chunk:
    briefs = [extent.agreements[number] for number in numbers]
    terms = known(terms_of(numbers), extent.day)
    businesses = named(facts.Business, Business, {each.business for each in briefs})
    projects = named(facts.Project, Project, {each.project for each in briefs if each.project})
    assets, rosters = _assets(numbers, extent.day), _rosters(numbers, extent.day)
    found = [
        Deal(
            number=each.number,
            terms=tuple(terms[each.number]),
            roster=rosters.get(each.number, Roster()),
            business=businesses.get(each.business),
            project=projects.get(each.project or ""),
            assets=tuple(assets[each.number]),
            rates=rates,
            parameters=extent.parameters(extent.places[each.number]),
        )
        for each in briefs
    ]
    return Chunk(found, _uppers(found, terms, extent.day))


def known(terms: Mapping[str, list[Terms]], day: date) -> dict[str, list[Terms]]:
    """Return the rows that are known on a day, by clause and day."""
    return {
        number: sorted(
            (row for row in rows if known_from(row) <= day),
            key=lambda row: (row.clause, row.in_force_from),
        )
        for number, rows in terms.items()
    }


def named(kind: Any, table: Any, numbers: Collection[str]) -> dict[str, Any]:
    """Return the facts of rows with these numbers; `kind` has the names of the table's columns."""
    chosen = columns_of(kind, table)
    found = {}
    for part in chunks(sorted(numbers)):
        query = table.select(*chosen).where(table.number.in_(part))
        found.update({row[0]: kind(*row) for row in tuples(query)})
    return found


def columns_of(kind: Any, table: Any) -> list[Any]:
    """Return the columns that the fields of a fact are named after."""
    return [getattr(table, each.name) for each in fields(kind)]


def _assets(numbers: list[str], day: date) -> dict[str, list[facts.Asset]]:
    query = (
        Lease.select(Lease.agreement, *columns_of(facts.Asset, Asset))
        .join(Asset, on=Asset.number == Lease.asset)
        .where(Lease.agreement.in_(numbers))
        .order_by(Lease.agreement, Asset.number)
    )
    found: dict[str, list[facts.Asset]] = defaultdict(list)
    for agreement, *row in tuples(query):
        found[agreement].append(appraised(facts.Asset(*row), day))
    return found


def appraised(asset: facts.Asset, day: date) -> facts.Asset:
    """Return an asset without a valuation that came after the day."""
    if asset.appraised_on is None or asset.appraised_on <= day:
        return asset
    return replace(asset, appraised=None, appraised_on=None, appraisal_department=None)


def _rosters(numbers: list[str], day: date) -> dict[str, Roster]:
    number = Share.agreement
    query = (
        Share.select(number, fn.COUNT(Share.household.distinct()), fn.SUM(Share.amount))
        .join(Household, on=Household.id == Share.household)
        .where(number.in_(numbers) & held(day))
        .group_by(number)
    )
    rosters = {row[0]: (int(row[1]), int(row[2] or 0)) for row in tuples(query)}
    quantified = [number for number, (_, amount) in rosters.items() if amount]
    missing = _left_out(quantified, day) if quantified else {}
    return {
        number: Roster(households, amount, tuple(missing.get(number, ())))
        for number, (households, amount) in rosters.items()
    }


def _left_out(numbers: list[str], day: date) -> dict[str, list[str]]:
    """Return the labour-less low-income 脱贫户 of the rosters' villages that hold nothing."""
    member, own = Household.alias(), Share.alias()
    villages = (
        Share.select(Share.agreement, member.village)
        .join(member, on=member.id == Share.household)
        .where(Share.agreement.in_(numbers) & held(day) & (Share.amount > 0))
        .distinct()
        .alias("village")
    )
    holds = own.select().where(
        (own.household == Household.id)
        & (own.agreement == villages.c.agreement)
        & (own.joined_on.is_null() | (own.joined_on <= day))
        & (own.left_on.is_null() | (own.left_on >= day))
    )
    labourless = (Household.category == "lifted") & Household.low_income & (Household.workers == 0)
    query = (
        Household.select(villages.c.agreement, Household.number)
        .join(villages, on=villages.c.village == Household.village)
        .where(labourless & ~fn.EXISTS(holds))
        .order_by(villages.c.agreement, Household.number)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for agreement, household in tuples(query):
        found[agreement].append(household)
    return found


def _uppers(found: list[Deal], own: dict[str, list[Terms]], day: date) -> dict[str, list[Terms]]:
    """Return the terms of the agreements that 上级协议编号 leads to, step by step."""
    uppers: dict[str, list[Terms]] = {}
    wanted = {row.upstream for deal in found for row in deal.terms if row.upstream}
    while wanted:
        here = {number: own[number] for number in wanted if number in own}
        uppers |= here | known(terms_of(sorted(wanted - here.keys())), day)
        above = {row.upstream for number in wanted for row in uppers.get(number, ())}
        wanted = {number for number in above if number} - uppers.keys()
    return uppers


def of(places: Mapping[str, str], on: date) -> list[Deal]:
    """Return these agreements as of a day, in order; the values are the codes where they lie."""
    numbers = sorted(places)
    terms = known(terms_of(numbers), on)
    rows = {number: terms[number] for number in numbers if terms.get(number)}
    businesses = named(facts.Business, Business, {each[-1].business for each in rows.values()})
    wanted = {row.project for each in rows.values() for row in each if row.project}
    projects = named(facts.Project, Project, wanted)
    assets, rosters = _assets(numbers, on), _rosters(numbers, on)
    rates = tuple(Rate(*row) for row in _rates(on))
    parameters = {code: parameter.on(code[:COUNTY_DIGITS], on) for code in set(places.values())}
    return [
        Deal(
            number=number,
            terms=tuple(each),
            roster=rosters.get(number, Roster()),
            business=businesses.get(each[-1].business),
            project=projects.get(each[0].project or ""),
            assets=tuple(assets[number]),
            rates=rates,
            parameters=parameters[places[number]],
        )
        for number, each in rows.items()
    ]
