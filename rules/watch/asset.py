"""What belongs to the base of returns, and what an asset's money became (articles 12 to 14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules import figure, number, step
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding, Step
from rules.watch import depreciation, measure, scope
from rules.watch.facts import Asset, Deal, Parameters, Project
from rules.watch.gate import BINDING

MUST_BE_IN = Citation("14", "属于养殖场内建筑和场内通道应当纳入资产收益范围")
MAY_STAY_OUT = Citation("14", "政府为产业基地配套的水、电、路等基础设施可不纳入资产收益范围")
NOT_FIXED = Citation("12", "投入经营主体发展产业的衔接资金，优先形成固定资产")
VALUATION = Citation("12", "在行业主管部门的指导下，按照合理的估值折股量化至村集体或农户")
FARM = frozenset({"farm_building", "farm_passage"})
SUPPORT = frozenset({"water", "power", "road"})

KINDS = {
    kind.code: kind
    for kind in (
        Kind("asset.must_be_in_base", MUST_BE_IN, ("asset_kind", "public", "age")),
        Kind("asset.may_stay_out", MAY_STAY_OUT, ("asset_kind", "public"), "note"),
        Kind(
            "asset.not_fixed", NOT_FIXED, ("asset_kind", "public", "percent"), "note", "department"
        ),
        Kind(
            "asset.no_valuation",
            VALUATION,
            ("agreement", "clause", "unsaid", "age"),
            actor="village",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Item:
    """One asset of a base: in or out and why, its money in fen, the year's depreciation.

    `why` in: in, must_be_in, may_stay_out (water, power, road: in by choice). Out: disposed,
    may_stay_out, with_reason, without_reason, must_be_in (wrongly out). `depreciation` is that of
    the public part in the year, `book` the public part's book value on the base's day.
    """

    number: str
    name: str
    kind: str
    inside: bool
    why: str
    cost: int
    public: int
    depreciation: int
    book: int
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """The base of returns in a year: its items, and the sums of those inside, in fen.

    `left_out` is the public part of what must be in and is out. `as_if` is what `as_if_rate`
    (hundred-thousandths a year) would give on the public part.
    """

    year: int
    day: date
    items: tuple[Item, ...]
    cost: int
    public: int
    depreciation: int
    book: int
    left_out: int
    as_if_rate: int | None = None
    as_if: int | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """Which part of a project's public money formed fixed assets, in fen; a figure, no verdict.

    `other` formed other assets, `unknown` assets whose 固定资产 is empty; the rest of `money`
    formed no asset on record. `percent` is hundred-thousandths, None without any money on record.
    """

    money: int
    fixed: int
    other: int
    unknown: int
    percent: int | None
    steps: tuple[Step, ...] = ()


def findings(
    asset: Asset,
    parameters: Parameters,
    on: date,
    project: Project | None = None,
    beside: Sequence[Asset] = (),
) -> list[Finding]:
    """Return the findings about one asset; `beside` are all assets of its project, itself too.

    One that is not yet in use on the day, or was disposed of, has none.
    """
    if asset.in_use_from > on or asset.state == "disposed":
        return []
    return [*of_base(asset, parameters), *of_money(asset, project, beside or (asset,))]


def of_base(asset: Asset, parameters: Parameters) -> Iterator[Finding]:
    """Yield what article 14 says of an asset's place in the base of returns or out of it."""
    named: dict[str, Any] = {
        "asset_kind": asset.kind,
        "public": number.money(depreciation.public(asset)),
    }
    if asset.kind in FARM and not asset.in_base:
        old = scope.age(asset.in_use_from, parameters)
        weight = scope.weight("must", old)
        kind = KINDS["asset.must_be_in_base"]
        yield kind.about(subject(asset), weight=weight, age=old, **named)
    elif asset.kind in SUPPORT and asset.in_base:
        yield KINDS["asset.may_stay_out"].about(subject(asset), **named)


def of_money(asset: Asset, project: Project | None, beside: Iterable[Asset]) -> Iterator[Finding]:
    """Yield a note where 衔接资金 formed something that is no fixed asset."""
    public = depreciation.public(asset)
    if asset.fixed is not False or not public or not scope.from_linkage_fund(project):
        return
    part = fixed(project, tuple(beside)).percent or 0
    named: dict[str, Any] = {"public": number.money(public), "percent": number.percent(part)}
    yield KINDS["asset.not_fixed"].about(subject(asset), asset_kind=asset.kind, **named)


def subject(asset: Asset) -> str:
    """Return whom a finding about an asset is about."""
    return f"asset:{asset.number}"


def valuations(deal: Deal, on: date) -> list[Finding]:
    """Return what the valuation lacks of assets put in as shares by a collective (article 12).

    `rules.watch.agreement.findings` has them already. Each asset is told of once.
    """
    for clause in scope.running(deal, on):
        row = clause.terms_on(on)
        if scope.stake(row, deal.project) != "equity" or row.source != "collective":
            continue
        old = scope.age(row.signed_on, deal.parameters)
        return [
            KINDS["asset.no_valuation"].about(
                subject(asset),
                weight=scope.weight("must", old),
                age=old,
                agreement=deal.number,
                clause=clause.number,
                unsaid=";".join(lacking),
            )
            for asset in deal.assets
            if asset.state != "disposed" and (lacking := unvalued(asset))
        ]
    return []


def unvalued(asset: Asset) -> list[str]:
    """Return which of value, day and guiding department an asset's valuation leaves out."""
    said = {
        "value": asset.appraised is not None,
        "day": asset.appraised_on is not None,
        "department": bool(asset.appraisal_department),
    }
    return [name for name, there in said.items() if not there]


def base(
    assets: Sequence[Asset], parameters: Parameters, year: int, as_if_rate: int | None = None
) -> Base:
    """Return the base of returns item by item, as of the last day of a year.

    An asset that is in use only after that day is not listed.
    """
    day = date(year, 12, 31)
    listed = sorted((each for each in assets if each.in_use_from <= day), key=by_number)
    items = tuple(item(each, parameters, day) for each in listed)
    inside = [each for each in items if each.inside]
    sums, steps = summed(inside, year)
    as_if, more = if_at(sums["public"], as_if_rate)
    return Base(
        *(year, day, items),
        **sums,
        left_out=sum(each.public for each in items if not each.inside and each.why == "must_be_in"),
        as_if_rate=as_if_rate,
        as_if=as_if,
        steps=(*steps, *more),
    )


def summed(inside: Sequence[Item], year: int) -> tuple[dict[str, int], tuple[Step, ...]]:
    """Return the sums of a base in fen by name, each with a step where there is more than one."""
    sums, steps = {}, []
    for name in ("cost", "public", "depreciation", "book"):
        found = figure.total(figure.money(getattr(each, name)) for each in inside)
        sums[name] = found.fen()
        if len(inside) > 1:
            named = {"year": year, "day": date(year, 12, 31)}
            steps.append(step.in_money(f"base.{name}", found, found.fen(), 1, **named))
    return sums, tuple(steps)


def if_at(public: int, rate: int | None) -> tuple[int | None, tuple[Step, ...]]:
    """Return what a rate would give on the public part in a year."""
    if rate is None:
        return None, ()
    found = figure.money(public) * figure.percent(rate)
    named = {"public": number.money(public), "rate": number.percent(rate)}
    return found.fen(), (step.in_money("base.as_if", found, found.fen(), 1, **named),)


def by_number(asset: Asset) -> str:
    """Return what sorts assets."""
    return asset.number


def item(asset: Asset, parameters: Parameters, day: date) -> Item:
    """Return one asset of a base; one that was disposed of has no depreciation and no value."""
    inside, why = place(asset)
    public = depreciation.public(asset)
    worn, book, steps = 0, 0, ()
    if why != "disposed":
        worn, first = depreciation.in_year(public, asset, parameters, day.year)
        book, second = depreciation.book(public, asset, parameters, day)
        steps = (first, second)
    return Item(
        *(asset.number, asset.name, asset.kind, inside, why),
        *(asset.cost, public, worn, book, steps),
    )


def place(asset: Asset) -> tuple[bool, str]:
    """Say whether an asset is in the base of returns, and why (article 14)."""
    if asset.state == "disposed":
        return False, "disposed"
    if asset.kind in FARM:
        return asset.in_base, "must_be_in"
    if asset.kind in SUPPORT:
        return asset.in_base, "may_stay_out"
    if asset.in_base:
        return True, "in"
    return False, "with_reason" if asset.exclusion_reason else "without_reason"


def fixed(project: Project | None, assets: Sequence[Asset]) -> Fixed:
    """Return which part of a project's public money formed fixed assets (article 12).

    Its money is that of the sources which article 4 names.
    """
    money = sum(getattr(project, name) or 0 for name in BINDING) if project else 0
    parts = {True: 0, False: 0, None: 0}
    for asset in assets:
        parts[asset.fixed] += depreciation.public(asset)
    percent, steps = None, ()
    if money:
        percent, made = measure.part("fixed.share", ("fixed", parts[True]), ("money", money))
        steps = (made,)
    return Fixed(money, parts[True], parts[False], parts[None], percent, steps)
