"""A buy-back clause 回购 in two readings side by side, without a verdict (article 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules import figure, month, number, step
from rules.clause import Clause
from rules.facts import Terms
from rules.figure import YEAR, Figure
from rules.line import Step
from rules.month import DAY
from rules.watch import depreciation, measure, scope
from rules.watch.facts import Asset, Deal


@dataclass(frozen=True, slots=True)
class Reading:
    """What is paid back beside what it is held against, both in fen; None where not on record."""

    paid: int | None
    against: int | None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Buyback:
    """One clause's buy-back: its price, day and buyer, and both readings.

    `value`: the price beside the assets' book or appraised value of that day. `whole`: guaranteed
    returns of the term and the price, beside what the assets (without any: the principal) cost.
    """

    clause: int
    price: int | None
    day: date | None
    by: str | None
    value: Reading
    whole: Reading


def readings(deal: Deal, on: date) -> tuple[Buyback, ...]:
    """Return the buy-back of each running clause that has one, by the terms in force on a day.

    Without 回购日期 the day is the last of the term.
    """
    clauses = [(clause, clause.terms_on(on)) for clause in scope.running(deal, on)]
    return tuple(reading(deal, clause, row) for clause, row in clauses if has(row))


def has(row: Terms) -> bool:
    """Say whether a row of terms agrees on a buy-back."""
    return any((row.buyback_price is not None, row.buyback_on is not None, bool(row.buyback_by)))


def reading(deal: Deal, clause: Clause, row: Terms) -> Buyback:
    """Return one clause's buy-back in both readings."""
    day = row.buyback_on or (None if clause.open_ended else clause.last)
    return Buyback(
        *(clause.number, row.buyback_price, row.buyback_on, row.buyback_by),
        value=value(deal, row.buyback_price, day),
        whole=whole(deal, clause, row, day),
    )


def value(deal: Deal, price: int | None, day: date | None) -> Reading:
    """Return the price beside what the assets are worth on a day."""
    if day is None or not deal.assets:
        return Reading(price, None)
    parts = [worth(deal, asset, day) for asset in in_order(deal)]
    found = figure.total(figure.money(fen) for fen, _ in parts)
    steps = tuple(made for _, made in parts)
    if len(parts) > 1:
        steps += (step.in_money("buyback.value", found, found.fen(), 1, day=day),)
    return Reading(price, found.fen(), steps)


def worth(deal: Deal, asset: Asset, day: date) -> tuple[int, Step]:
    """Return an asset's appraised value where it is at most a year old on the day, else by book."""
    appraised, on = asset.appraised, asset.appraised_on
    if appraised is None or on is None or not recent(on, day):
        return depreciation.book(asset.cost, asset, deal.parameters, day)
    found = figure.money(appraised)
    named = {"number": asset.number, "day": on, "amount": found.text}
    return appraised, step.in_money("buyback.appraised", found, appraised, 1, **named)


def recent(appraised_on: date, day: date) -> bool:
    """Say whether an appraisal is of the day or of the year before it."""
    return month.on_month_day(day.year - 1, day.month, day.day) <= appraised_on <= day


def in_order(deal: Deal) -> list[Asset]:
    """Return the agreement's assets by number."""
    return sorted(deal.assets, key=lambda asset: asset.number)


def whole(deal: Deal, clause: Clause, row: Terms, day: date | None) -> Reading:
    """Return guaranteed returns and price together, beside the cost."""
    against, steps = cost(deal, row)
    earned, price = returns(deal, clause, day), row.buyback_price
    if price is None or earned is None or day is None:
        return Reading(None, against, steps)
    found = earned + figure.money(price)
    months = figure.fraction(clause.months(clause.first, guaranteed_through(clause, day)))
    named = {"months": months.text, "price": number.money(price)}
    made = step.in_money("buyback.returns", found, found.fen(), 1, **named)
    return Reading(found.fen(), against, (made, *steps))


def cost(deal: Deal, row: Terms) -> tuple[int | None, tuple[Step, ...]]:
    """Return what the assets cost, or the principal where there are none."""
    costs = [asset.cost for asset in in_order(deal)]
    principal = measure.principal(deal, row)
    if not costs and principal is not None:
        costs = [principal]
    if not costs:
        return None, ()
    found = figure.total(map(figure.money, costs))
    return found.fen(), (step.in_money("buyback.cost", found, found.fen(), 1),)


def guaranteed_through(clause: Clause, day: date) -> date:
    """Return the last day up to `day` that a clause guarantees anything for: 转换 ends it."""
    row, last = clause.rows[-1], min(day, clause.last)
    if not measure.switches(row):
        return last
    year = month.year(clause.start, clause.year_kind, row.pays_from_year or 0)
    return min(last, year.first - DAY)


def returns(deal: Deal, clause: Clause, day: date | None) -> Figure | None:
    """Return what the clause guarantees from its start through a day, as its rows stand in turn."""
    if day is None:
        return None
    parts = []
    for piece in clause.pieces(clause.first, guaranteed_through(clause, day)):
        yearly = guaranteed(deal, piece.terms)
        if yearly is None:
            return None
        parts.append(yearly * figure.fraction(clause.months(piece.first, piece.last)) / YEAR)
    return figure.total(parts) if parts else figure.money(0)


def guaranteed(deal: Deal, row: Terms) -> Figure | None:
    """Return what a row guarantees for twelve months; None for a rate without a principal."""
    if row.guaranteed_amount is not None:
        return figure.money(row.guaranteed_amount)
    if row.guaranteed_rate is None:
        return figure.money(0)
    principal = measure.principal(deal, row)
    if principal is None:
        return None
    return figure.money(principal) * figure.percent(row.guaranteed_rate)
