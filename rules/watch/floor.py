"""The floors of article 13: a guaranteed rate against the LPR, a lease against depreciation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rules.clause import Clause
from rules.facts import Terms
from rules.line import Step
from rules.watch import debt, lease, scope
from rules.watch.facts import Deal
from rules.watch.measure import Measure


@dataclass(frozen=True, slots=True)
class Reading:
    """How one clause stands to its floor; a page needs nothing else to explain it.

    `verdict` is reaches, below or not_judged. `why` is "" where the clause is judged; before_rule
    and year_of_issue go with a verdict that is for comparison only; no_rate (the floor's day lies
    before the first rate on record), no_figure (equity: the text sets no number; else the agreement
    leaves out what is compared), own_money and not_in_scope go with not_judged.
    `figure` and `floor` are hundred-thousandths a year for debt and fen a year for a lease, cut
    off and not rounded; `floor_day` is the day of that rate or depreciation. `gap` is what is
    missing in fen for one household and year, None where nothing is or it cannot be said.
    """

    clause: int
    stake: str  # debt lease equity own none
    verdict: str
    why: str = ""
    figure: int | None = None
    floor: int | None = None
    floor_day: date | None = None
    gap: int | None = None
    steps: tuple[Step, ...] = ()


def readings(deal: Deal, on: date) -> tuple[Reading, ...]:
    """Return one reading for each clause, in order, by the terms in force on a day."""
    return tuple(reading(deal, clause, on) for clause in scope.known(deal, on))


def reading(deal: Deal, clause: Clause, on: date) -> Reading:
    """Return how one clause stands to its floor, by the terms in force on a day."""
    row = clause.terms_on(on)
    stake = scope.stake(row, deal.project)
    if why := unjudged(deal, row, stake):
        return Reading(clause.number, stake, "not_judged", why)
    measure = (debt if stake == "debt" else lease).measured(deal, clause, on)
    old = scope.age(row.signed_on, deal.parameters)
    return judged(Reading(clause.number, stake, "not_judged", old), measure)


def unjudged(deal: Deal, row: Terms, stake: str) -> str:
    """Return why a clause has no floor in numbers, or "" where it has one."""
    source = scope.source(row, deal.project)
    if source == "own" or stake == "own":
        return "own_money"
    if source not in scope.FLOORED:
        return "not_in_scope"
    if stake == "none":
        return "no_figure" if row.principal or guarantees(row) else "not_in_scope"
    return "no_figure" if stake == "equity" else ""


def guarantees(row: Terms) -> bool:
    """Say whether a row states a guaranteed rate or amount."""
    return row.guaranteed_rate is not None or row.guaranteed_amount is not None


def judged(found: Reading, measure: Measure) -> Reading:
    """Return the reading with its verdict and figures."""
    known = {
        "floor": measure.floor,
        "floor_day": measure.day,
        "figure": measure.figure,
        "steps": measure.steps,
    }
    if measure.why:
        return replace(found, why=measure.why, **known)
    verdict = "reaches" if measure.reaches else "below"
    return replace(found, verdict=verdict, gap=measure.gap, **known)
