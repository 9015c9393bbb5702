"""The base of returns (articles 12 to 14): what is in and what is out, item by item, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.base import Base
from rules.watch import asset as rules
from rules.watch import floor
from rules.watch.asset import Fixed
from rules.watch.facts import Deal
from web.pages.due import Step, step
from web.pages.line import address
from web.pages.reading import Reading, reading

YEARS = 6  # to choose from, the running one last


@dataclass(frozen=True, slots=True)
class Item:
    """One asset of the base, with the steps of its depreciation and book value; money is fen."""

    item: rules.Item
    chosen: bool
    steps: tuple[Step, ...]

    @property
    def address(self) -> str:
        """Return the end of its address."""
        return address(self.item.number)


@dataclass(frozen=True, slots=True)
class Lease:
    """An agreement that uses assets of the base, and how its clauses stand to their floors."""

    number: str
    business: str
    readings: tuple[Reading, ...]

    @property
    def address(self) -> str:
        """Return the end of its address."""
        return address(self.number)


@dataclass(frozen=True, slots=True)
class Asked:
    """The year, and the "as if" rate in hundred-thousandths a year as it was typed."""

    year: int
    rate: int | None = None
    typed: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """The page of an asset: its project's base in a year, and what the money formed."""

    number: str
    name: str
    project: str
    project_number: str
    asked: Asked
    years: tuple[int, ...]
    base: rules.Base
    items: tuple[Item, ...]
    steps: tuple[Step, ...]
    fixed: Fixed
    leases: tuple[Lease, ...]

    @property
    def address(self) -> str:
        """Return the end of its address."""
        return address(self.number)


def years(base: Base, this_year: int) -> tuple[int, ...]:
    """Return the years to choose from: since the first asset was in use, the last few."""
    first = min(each.in_use_from.year for each in base.assets)
    return tuple(range(max(first, this_year - YEARS + 1), this_year + 1)) or (this_year,)


def show(found: Base, deals: Sequence[Deal], asked: Asked, on: date) -> Show:
    """Return the page."""
    base = rules.base(found.assets, found.parameters, asked.year, asked.rate)
    number = found.asset.number
    return Show(
        number=number,
        name=found.asset.name,
        project=found.project.name if found.project else found.asset.project,
        project_number=found.asset.project,
        asked=asked,
        years=years(found, on.year),
        base=base,
        items=tuple(
            Item(each, each.number == number, tuple(map(step, each.steps))) for each in base.items
        ),
        steps=tuple(map(step, base.steps)),
        fixed=rules.fixed(found.project, found.assets),
        leases=tuple(_lease(each, on) for each in deals),
    )


def _lease(deal: Deal, on: date) -> Lease:
    business = deal.business.name if deal.business else deal.terms[-1].business
    return Lease(deal.number, business, tuple(map(reading, floor.readings(deal, on))))
