"""Plans 分配方案 by which a collective shares out, each with the households' parts (art. 11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.bulk import pairs
from models.due import Due
from models.home import renewed
from models.household import heads
from models.payment import Plan, Portion
from models.scope import under

LINE = (
    *(Due.agreement, Due.household, Due.village, Due.party, Due.party_number, Due.due),
    *(Due.reason, Due.paid, Due.stale_on),
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a household has of a plan: fen, or None with the reason why nobody knows it yet.

    `basis` in ten-thousandths, None where the plan states nothing of it; `paid` in fen.
    """

    household: UUID
    number: str
    head: str
    basis: int | None
    fen: int | None
    reason: str
    paid: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the households of a scope, by number.

    `elsewhere`: how many households of other places have a part; `unassigned`: fen of nobody.
    """

    households: tuple[Part, ...]
    elsewhere: int
    unassigned: int


def find(number: str) -> Any | None:
    """Return the plan with this number, or None."""
    return Plan.select().where(Plan.number == number).namedtuples().first()


def of_agreement(number: str, scope: str) -> list[Any]:
    """Return the plans of an agreement in a scope, or the one that has this number itself."""
    mine = (Plan.agreement == number) | (Plan.number == number)
    query = Plan.select().where(mine & under(Plan.village, scope))
    return list(query.order_by(Plan.year, Plan.number).namedtuples())


def parts(plan: Any, scope: str, today: date) -> Parts:
    """Return what a plan gives to the households of a scope, as its stored lines have it today."""
    rows = _lines(plan)
    if renewed(rows, today):
        rows = _lines(plan)
    every = [row for row in rows if row.party == "household"]
    mine = [row for row in every if row.village.startswith(scope)]
    return Parts(
        tuple(_parts(plan, mine)),
        len(every) - len(mine),
        sum(row.due or 0 for row in rows if row.party == "unassigned"),
    )


def _lines(plan: Any) -> list[Any]:
    """A plan's lines are its agreement's, if it has one."""
    owner = Due.agreement.in_({plan.agreement or plan.number, plan.number})
    mine = owner & (Due.kind == "portion") & (Due.ref == plan.number) & ~Due.withdrawn
    return list(Due.select(*LINE).where(mine).order_by(Due.party_number, Due.id).namedtuples())


def _parts(plan: Any, rows: list[Any]) -> Iterable[Part]:
    written = pairs(
        Portion.select(Portion.holder, Portion.basis).where(Portion.plan == plan.number)
    )
    named = heads(row.party_number for row in rows)
    for row in rows:
        number = row.party_number
        yield Part(
            *(row.household, number, named.get(number, ""), written.get(number)),
            *(row.due, row.reason, row.paid),
        )
