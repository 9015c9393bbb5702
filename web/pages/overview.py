"""An agreement for staff: its terms in plain words, its floors, and what was found about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from rules.watch import buyback, floor
from rules.watch.facts import Deal
from web.pages.agreement import Clause, clause, clauses_of
from web.pages.due import Step, step
from web.pages.finding import Row
from web.pages.household import in_force
from web.pages.line import address
from web.pages.reading import Reading, reading


class Found(NamedTuple):
    """What the models know of an agreement or a plan, as the reader's office may see it."""

    number: str
    rows: list[Any]
    deals: list[Deal]
    findings: Sequence[Row]
    years: Sequence[int]
    plans: Sequence[Any]
    schedule: Any


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a buy-back: what is paid back beside what it is held against, fen."""

    paid: int | None
    against: int | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Buyback:
    """A clause's buy-back in two readings, neither of them a verdict."""

    clause: int
    price: int | None
    day: date | None
    by: str | None
    value: Side
    whole: Side


@dataclass(frozen=True, slots=True)
class Overview:
    """The page. `households`: how many hold something of it; nobody is named."""

    number: str
    business: str
    business_number: str
    project: str
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    households: int
    clauses: tuple[tuple[Clause, Reading | None], ...]
    buybacks: tuple[Buyback, ...]
    assets: tuple[tuple[str, str], ...]  # the end of its address, and its name
    findings: Sequence[Row]
    years: Sequence[int]
    plans: tuple[tuple[str, str, int], ...]  # the end of its address, its number and its year
    sheets: int  # of the paper that says when it pays how much; none of a plan

    @property
    def address(self) -> str:
        """Return the end of the agreement's address."""
        return address(self.number)


def overview(found: Found, today: date) -> Overview:
    """Return the page of an agreement; one that is a plan alone has no terms."""
    deal = found.deals[0] if found.deals else None
    by_clause = clauses_of(found.rows)
    last = in_force(found.rows, today) if found.rows else None
    known = {each.clause: reading(each) for each in floor.readings(deal, today)} if deal else {}
    return Overview(
        number=found.number,
        business=(last.name or last.business) if last else "",
        business_number=last.business if last else "",
        project=(last.project or "") if last else "",
        signed_on=min((row.signed_on for row in found.rows), default=None),
        starts_on=min((row.starts_on for row in found.rows), default=None),
        ends_on=last.ends_on if last else None,
        households=deal.roster.households if deal else 0,
        clauses=tuple(
            (clause(rows, (), today), known.get(number)) for number, rows in by_clause.items()
        ),
        buybacks=tuple(_buybacks(deal, today)) if deal else (),
        assets=tuple((address(each.number), each.name) for each in deal.assets) if deal else (),
        findings=found.findings,
        years=found.years,
        plans=tuple((address(row.number), row.number, row.year) for row in found.plans),
        sheets=len(found.schedule.parts) if found.schedule else 0,
    )


def _buybacks(deal: Deal, today: date) -> Iterable[Buyback]:
    for each in buyback.readings(deal, today):
        yield Buyback(
            *(each.clause, each.price, each.day, each.by),
            value=_side(each.value),
            whole=_side(each.whole),
        )


def _side(found: buyback.Reading) -> Side:
    return Side(found.paid, found.against, tuple(map(step, found.steps)))
