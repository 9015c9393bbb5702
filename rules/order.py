"""Deliveries 交售 under an order 订单 (article 10(1))."""

from __future__ import annotations

from collections.abc import Sequence

from rules import figure, number, step
from rules.clause import Clause
from rules.draft import Draft
from rules.due_day import following
from rules.facts import Delivery, Price, Terms
from rules.figure import Figure
from rules.finding import ORDER
from rules.heading import Heading
from rules.line import Step
from rules.number import UNITS
from rules.price import Prices, in_force
from rules.season import Season


def orders(terms: Terms) -> bool:
    """Say whether a row of terms is about buying a crop."""
    columns = (terms.crop, terms.crop_kg, terms.floor_price, terms.premium)
    return any(each is not None for each in columns)


def lines(draft: Draft, clause: Clause, deliveries: Sequence[Delivery], prices: Prices) -> None:
    """Add a line for each delivery: net weight times its price."""
    for each in deliveries:
        terms = clause.terms_on(each.day)
        if terms.party != "household":
            continue
        year = clause.year_of(each.day)
        due_on = following(terms.due_days, each.day)
        if due_on is None:
            draft.find("agreement.no_due_day", clause=clause.number)
        fen, steps = priced(draft, clause, terms, each, prices)
        draft.add(
            *(Heading(clause, terms, year), "order", ("household", each.household)),
            ref=each.number,
            due_on=due_on,
            due=fen,
            steps=steps,
            reason="no_price" if fen is None else "",
        )


def priced(
    draft: Draft, clause: Clause, terms: Terms, delivery: Delivery, prices: Prices
) -> tuple[int | None, tuple[Step, ...]]:
    """Return what a delivery is worth, rounded half up to the unit, with its two steps."""
    price, first = price_of(draft, clause, terms, delivery, prices)
    if price is None or first is None:
        return None, ()
    found = figure.quantity(delivery.kg) * price
    unit = UNITS[terms.unit]
    fen = found.fen(unit)
    second = step.in_money(
        *("order.delivery", found, fen, unit),
        number=delivery.number,
        day=delivery.day.isoformat(),
        kg=number.quantity(delivery.kg),
        price=price.text,
    )
    return fen, (first, second)


def price_of(
    draft: Draft, clause: Clause, terms: Terms, delivery: Delivery, prices: Prices
) -> tuple[Figure | None, Step | None]:
    """Return the delivery's own price, else the higher of 保护价 and list price + 加价."""
    if delivery.price is not None:
        found = figure.quantity(delivery.price)
        named = {"number": delivery.number, "price": found.text}
        return found, step.exactly("order.price_given", found, "yuan_per_kg", **named)
    floor = None if terms.floor_price is None else figure.quantity(terms.floor_price)
    listed = in_force(prices, terms.crop, delivery.day)
    if listed is not None:
        return by_list(listed, terms, floor)
    named = {"crop": terms.crop or "", "day": delivery.day.isoformat()}
    draft.find("price.missing", "", ORDER, clause=clause.number, **named)
    if floor is None:
        return None, None
    return floor, step.exactly("order.price_floor", floor, "yuan_per_kg", floor=floor.text)


def by_list(listed: Price, terms: Terms, floor: Figure | None) -> tuple[Figure, Step]:
    """Return the list price + 加价, or 保护价 where that is not lower."""
    premium = figure.quantity(terms.premium or 0)
    found = figure.quantity(listed.price) + premium
    named = {"list_price": number.quantity(listed.price), "premium": premium.text}
    named["day"] = listed.day.isoformat()
    code = "order.price_list_only"
    if floor is not None:
        lower = listed.price + (terms.premium or 0) <= (terms.floor_price or 0)
        code, found = ("order.price_floor_higher", floor) if lower else ("order.price_list", found)
        named["floor"] = floor.text
    return found.settled(), step.exactly(code, found, "yuan_per_kg", **named)


def agreed(draft: Draft, season: Season, delivered: set[tuple[str, int]]) -> None:
    """Add what is at least to be bought from those who have delivered nothing in the year."""
    terms = season.terms
    if not orders(terms):
        return
    at_least, steps = None, ()
    if terms.crop_kg is not None and terms.floor_price is not None:
        found = figure.quantity(terms.crop_kg) * figure.quantity(terms.floor_price)
        at_least = found.fen(season.unit)
        named = {"kg": number.quantity(terms.crop_kg), "floor": number.quantity(terms.floor_price)}
        year = season.year.number
        steps = (step.in_money("order.agreed", found, at_least, season.unit, year=year, **named),)
    for party in season.takers():
        if (party[1], season.year.number) in delivered:
            continue
        draft.add(
            *(season.heading, "order", party),
            at_least=at_least,
            steps=steps,
            reason="agreed",
        )
