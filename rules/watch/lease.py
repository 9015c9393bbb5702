"""A lease's yearly amount beside the depreciation of what is leased (article 13)."""

from __future__ import annotations

from datetime import date

from rules import figure, number, step
from rules.clause import Clause
from rules.facts import Terms
from rules.figure import Figure
from rules.line import Step
from rules.rent_rate import in_kind
from rules.watch import depreciation, measure, scope
from rules.watch.facts import Asset, Deal
from rules.watch.measure import Measure

NOTHING = figure.money(0)


def measured(deal: Deal, clause: Clause, on: date) -> Measure:
    """Return a lease beside a year's depreciation of its assets' public part, as it runs on a day.

    The ledger ties assets to an agreement and not to a clause, so the clauses that lease are
    measured together.
    """
    day = measure.inside(clause, on)
    assets = leased(deal)
    if not assets:
        return Measure(day=day, why="no_figure")
    least, steps = floor(deal, assets, day)
    known = {"floor": least, "day": day}
    own = together(deal, clause, on)
    if own is None:
        return Measure(**known, steps=steps, why="no_figure")
    agreed, more = own
    known |= {"figure": agreed.fen()}
    if agreed.fen() >= least:
        return Measure(**known, reaches=True, steps=(*steps, *more))
    count = measure.households(deal, clause.terms_on(on))
    gap, last = measure.shortfall("lease.gap", figure.money(least), agreed.settled(), count)
    return Measure(**known, gap=gap, steps=(*steps, *more, *last))


def leased(deal: Deal) -> list[Asset]:
    """Return the agreement's assets that were not disposed of, in order."""
    kept = (asset for asset in deal.assets if asset.state != "disposed")
    return sorted(kept, key=lambda asset: asset.number)


def floor(deal: Deal, assets: list[Asset], day: date) -> tuple[int, tuple[Step, ...]]:
    """Return a year's depreciation in fen, each asset rounded, with a step for each and the sum."""
    parts = [
        depreciation.whole_year(depreciation.public(asset), asset, deal.parameters, day)
        for asset in assets
    ]
    found = figure.total(figure.money(fen) for fen, _ in parts)
    steps = tuple(made for _, made in parts)
    if len(parts) > 1:
        steps += (step.in_money("lease.least", found, found.fen(), 1, day=day),)
    return found.fen(), steps


def together(deal: Deal, clause: Clause, on: date) -> tuple[Figure, tuple[Step, ...]] | None:
    """Return what all clauses that lease pay in a year; None where one states it in no figure."""
    day = measure.inside(clause, on)
    found, steps = NOTHING, []
    for each in scope.known(deal, on):
        if not (leases(deal, each.terms_on(on)) and each.first <= day <= each.last):
            continue
        own = yearly(deal, each, on)
        if own is None:
            return None
        found = own[0] if not steps else found + own[0]
        steps.append(own[1])
    return found, tuple(steps)


def leases(deal: Deal, row: Terms) -> bool:
    """Say whether a row of terms leases assets that article 13 sets a floor for."""
    return scope.floored(row, deal.project) and scope.stake(row, deal.project) == "lease"


def yearly(deal: Deal, clause: Clause, on: date) -> tuple[Figure, Step] | None:
    """Return what one clause pays for twelve months: an amount, a rate or a rent; 0 without any."""
    row = clause.terms_on(on)
    if measure.guaranteed(clause, on):
        fixed = row.guaranteed_amount
        return rate(deal, row) if fixed is None else amount(fixed)
    if in_kind(row) or (row.rent_price is not None and row.land_area is None):
        return None
    return amount(0) if row.rent_price is None else rent(row)


def amount(fen: int) -> tuple[Figure, Step]:
    """Return a yearly amount, 0 where none is agreed."""
    found = figure.money(fen)
    return found, step.in_money("lease.amount", found, found.fen(), 1, amount=found.text)


def rate(deal: Deal, row: Terms) -> tuple[Figure, Step] | None:
    """Return a rate of the principal."""
    principal = measure.principal(deal, row)
    if principal is None:
        return None
    found = figure.money(principal) * figure.percent(row.guaranteed_rate or 0)
    named = {
        "principal": number.money(principal),
        "rate": number.percent(row.guaranteed_rate or 0),
    }
    return found, step.in_money("lease.rate", found, found.fen(), 1, **named)


def rent(row: Terms) -> tuple[Figure, Step]:
    """Return the rent of the clause's land, as it begins."""
    area, price = figure.quantity(row.land_area or 0), figure.money(row.rent_price or 0)
    found = area * price
    named = {"area": area.text, "price": price.text}
    return found, step.in_money("lease.rent", found, found.fen(), 1, **named)
