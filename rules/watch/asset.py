"""What belongs to the base of returns, and what an asset's money became (articles 12 to 14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.line import Finding, Step
from rules.watch.facts import Asset, Deal, Parameters, Project


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

    `other` formed other assets, `unknown` assets whose 固定资产 is empty; the rest of `money` formed
    no asset on record. `percent` is hundred-thousandths, None without any money on record.
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
    """Return the findings about one asset; `beside` are all assets of its project, itself too."""
    raise NotImplementedError


def valuations(deal: Deal, on: date) -> list[Finding]:
    """Return what the valuation lacks of assets put in as shares by a collective (article 12).

    `rules.watch.agreement.findings` has them already.
    """
    raise NotImplementedError


def base(
    assets: Sequence[Asset], parameters: Parameters, year: int, as_if_rate: int | None = None
) -> Base:
    """Return the base of returns item by item, as of the last day of a year."""
    raise NotImplementedError


def fixed(project: Project | None, assets: Sequence[Asset]) -> Fixed:
    """Return which part of a project's public money formed fixed assets (article 12)."""
    raise NotImplementedError
