"""A guaranteed rate beside the one-year LPR of its day (article 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules import figure, number, step
from rules.clause import Clause
from rules.facts import Terms
from rules.figure import Figure
from rules.line import Step
from rules.number import RATE
from rules.watch import measure
from rules.watch.facts import Deal, Rate
from rules.watch.measure import Measure


@dataclass(frozen=True, slots=True)
class Agreed:
    """A rate as above ÷ below hundred-thousandths, exact, and its yuan a year where known."""

    above: int
    below: int
    yearly: Figure | None
    steps: tuple[Step, ...]


def measured(deal: Deal, clause: Clause, on: date) -> Measure:
    """Return a debt beside the LPR in force on the signing day, or on the start by parameter.

    A day that is still to come has the rate of today.
    """
    row = clause.terms_on(on)
    day = row.starts_on if deal.parameters.lpr_day == "start" else row.signed_on
    lpr = in_force(deal, min(day, on))
    if lpr is None:
        return Measure(day=day, why="no_rate")
    known = {"floor": lpr.rate, "day": day}
    base = measure.principal(deal, row)
    own = agreed(row, base) if measure.guaranteed(clause, on) else nothing()
    if own is None:
        return Measure(**known, steps=(said(lpr, day),), why="no_figure")
    known |= {"figure": own.above // own.below}
    steps = (said(lpr, day), *own.steps)
    if own.above >= lpr.rate * own.below:
        return Measure(**known, reaches=True, steps=steps)
    gap, more = lacking(deal, row, lpr, own)
    return Measure(**known, gap=gap, steps=(*steps, *more))


def in_force(deal: Deal, day: date) -> Rate | None:
    """Return the rate in force on a day, None before the first on record."""
    found = [rate for rate in deal.rates if rate.day <= day]
    return max(found, key=lambda rate: rate.day, default=None)


def agreed(row: Terms, principal: int | None) -> Agreed | None:
    """Return what a row guarantees; None for an amount without a principal to be a part of."""
    if row.guaranteed_amount is not None:
        return None if principal is None else by_amount(row.guaranteed_amount, principal)
    rate = row.guaranteed_rate or 0
    first = percent("floor.rate", number.percent(rate))
    if principal is None:
        return Agreed(rate, 1, None, (first,))
    yearly = figure.money(principal) * figure.percent(rate)
    named = {"principal": number.money(principal), "rate": number.percent(rate)}
    second = step.in_money("floor.agreed", yearly, yearly.fen(), 1, **named)
    return Agreed(rate, 1, yearly, (first, second))


def by_amount(amount: int, principal: int) -> Agreed:
    """Return a yearly amount as a rate, shown cut off so that none looks higher than it is."""
    _, made = measure.part("floor.amount_rate", ("amount", amount), ("principal", principal))
    return Agreed(amount * RATE, principal, figure.money(amount), (made,))


def nothing() -> Agreed:
    """Return what a clause without a guarantee has."""
    return Agreed(0, 1, figure.money(0), (percent("floor.rate", "0"),))


def percent(code: str, rate: str, **params: object) -> Step:
    """Return a step that states a rate."""
    return step.step(code, Figure(0, 1, rate), rate, "percent", rate=rate, **params)


def said(lpr: Rate, day: date) -> Step:
    """Return the step that says which rate is in force on a day, and since when."""
    return percent("floor.lpr", number.percent(lpr.rate), day=day, **{"from": lpr.day})


def lacking(deal: Deal, row: Terms, lpr: Rate, own: Agreed) -> tuple[int | None, tuple[Step, ...]]:
    """Return what a year lacks for each household; unknown without a principal."""
    principal = measure.principal(deal, row)
    if principal is None or own.yearly is None:
        return None, ()
    least = figure.money(principal) * figure.percent(lpr.rate)
    named = {"principal": number.money(principal), "rate": number.percent(lpr.rate)}
    made = step.in_money("floor.least", least, least.fen(), 1, **named)
    count = measure.households(deal, row)
    gap, more = measure.shortfall("floor.gap", least, own.yearly, count)
    return gap, (made, *more)
