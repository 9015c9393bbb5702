"""What is measured against a floor: a clause's yearly guarantee beside the least it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules import figure, number, step
from rules.clause import Clause
from rules.facts import Terms
from rules.figure import Figure
from rules.line import Step
from rules.number import RATE
from rules.watch.facts import Deal

HUNDRED = figure.whole(100)


@dataclass(frozen=True, slots=True)
class Measure:
    """A clause beside its floor; `why` (no_rate, no_figure) says what is not known of it.

    Units as in `rules.watch.floor.Reading`.
    """

    figure: int | None = None
    floor: int | None = None
    day: date | None = None
    reaches: bool = False
    gap: int | None = None
    steps: tuple[Step, ...] = ()
    why: str = ""


def principal(deal: Deal, row: Terms) -> int | None:
    """Return 本金; without it what households hold quantified, where there is but one clause."""
    if row.principal is not None:
        return row.principal or None
    only = len({each.clause for each in deal.terms}) == 1
    return (deal.roster.quantified or None) if only else None


def guaranteed(clause: Clause, on: date) -> bool:
    """Say whether a clause guarantees something in the year of a day: 转换 puts an end to it."""
    row = clause.terms_on(on)
    if row.guaranteed_rate is None and row.guaranteed_amount is None:
        return False
    if not switches(row):
        return True
    return clause.year_of(inside(clause, on)).number < (row.pays_from_year or 0)


def switches(row: Terms) -> bool:
    """Say whether a guarantee is to end in a certain year (转换 with 见效年度)."""
    return row.combination == "switch" and row.pays_from_year is not None


def inside(clause: Clause, on: date) -> date:
    """Return a day moved into the term."""
    return max(clause.first, min(on, clause.last))


def households(deal: Deal, row: Terms) -> int:
    """Return how many households share a shortfall: those of the roster, else those agreed."""
    return deal.roster.households or row.households or 0


def shortfall(
    code: str, least: Figure, agreed: Figure, count: int
) -> tuple[int | None, tuple[Step, ...]]:
    """Return what a year lacks for each household in fen, rounded half up, with its step."""
    if not count:
        return None, ()
    found = (least - agreed) / figure.whole(count)
    named = {"least": number.money(least.fen()), "agreed": number.money(agreed.fen())}
    made = step.in_money(code, found, found.fen(), 1, households=count, **named)
    return found.fen(), (made,)


def part(code: str, of: tuple[str, int], whole: tuple[str, int]) -> tuple[int, Step]:
    """Return fen as a part of fen in hundred-thousandths, cut off so that none looks larger.

    Each comes with the name of its param in the step.
    """
    (name, fen), (whole_name, against) = of, whole
    found = figure.money(fen) / figure.money(against) * HUNDRED
    rate = fen * RATE // against
    shown = number.exact(found.above, found.below) or number.percent(rate)
    named = {name: number.money(fen), whole_name: number.money(against)}
    return rate, step.step(code, found, shown, "percent", **named)
