"""What a mu earns a year: a price that may grow, or kilograms at the list price (article 10(4))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules import figure, month, number, step
from rules.draft import Draft
from rules.facts import Terms
from rules.figure import Figure
from rules.line import Step
from rules.price import Prices, in_force, old
from rules.season import Season


@dataclass(frozen=True, slots=True)
class Rate:
    """Yuan for a mu and a year, with the step that explains it where it needs one."""

    figure: Figure
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The list price of a rent in kind: its day, and its price or the reason why there is none."""

    day: date | None = None
    price: int | None = None
    reason: str = ""


def pays(terms: Terms) -> bool:
    """Say whether a row of terms fixes a rent."""
    return terms.rent_price is not None or in_kind(terms)


def in_kind(terms: Terms) -> bool:
    """Say whether the rent is counted in kilograms of a crop (实物计租)."""
    if terms.rent_kind is None:
        return terms.rent_price is None and terms.rent_crop_kg is not None
    return terms.rent_kind == "in_kind"


def rate(draft: Draft, season: Season, terms: Terms, listed: Listed) -> Rate:
    """Return what a row of terms pays in the year."""
    if in_kind(terms):
        kilograms = figure.quantity(terms.rent_crop_kg or 0)
        return Rate(kilograms * figure.quantity(listed.price or 0))
    price = figure.money(terms.rent_price or 0)
    if None not in (terms.rent_growth, terms.rent_step_amount):
        named = {"from": terms.in_force_from.isoformat()}
        draft.find("agreement.growth_and_step", clause=season.clause.number, **named)
    times = rounds(season, terms)
    if not times or not (terms.rent_step_amount or terms.rent_growth):
        return Rate(price)
    return (
        stepped(season, terms, times)
        if terms.rent_step_amount is not None
        else grown(season, terms, times)
    )


def rounds(season: Season, terms: Terms) -> int:
    """Return how often the price has been adjusted, counted from the agreement's first year."""
    first = month.first_year(season.clause.start, season.clause.year_kind)
    return (season.year.number - first) // max(1, terms.rent_step_years)


def stepped(season: Season, terms: Terms, times: int) -> Rate:
    """Return the price raised by a fixed amount each time; it wins over the growth."""
    price, amount = terms.rent_price or 0, terms.rent_step_amount or 0
    found = figure.money(price) + figure.whole(times) * figure.money(amount)
    named = {"price": number.money(price), "step": number.money(amount), "times": times}
    year = season.year.number
    return Rate(found, step.exactly("rent.price_step", found, "yuan", year=year, **named))


def grown(season: Season, terms: Terms, times: int) -> Rate:
    """Return the price grown by a rate each time, not rounded on the way."""
    price, growth = terms.rent_price or 0, terms.rent_growth or 0
    found = figure.money(price)
    for _ in range(times):
        found = found * figure.factor(growth)
    named = {"price": number.money(price), "growth": number.percent(growth), "times": times}
    year = season.year.number
    return Rate(found, step.exactly("rent.price_growth", found, "yuan", year=year, **named))


def listed(draft: Draft, season: Season, terms: Terms, prices: Prices, on: date) -> Listed:
    """Return the list price in force on the year's price day 计价日, unknown until that day."""
    clause = season.clause.number
    if terms.rent_price_day is None:
        draft.find("agreement.no_price_day", clause=clause)
        return Listed(reason="no_price_day")
    day = month.inside(season.year, *terms.rent_price_day)
    if terms.rent_crop_kg is None:
        draft.find("agreement.no_rent_kg", clause=clause)
        return Listed(day, reason="no_rent_kg")
    if day > on:
        return Listed(day, reason="before_price_day")
    crop = terms.rent_crop or ""
    found = in_force(prices, crop, day)
    if found is None:
        draft.find("price.missing", clause=clause, crop=crop, day=day.isoformat())
        return Listed(day, reason="no_price")
    if old(found, day):
        named = {"day": found.day.isoformat(), "price_day": day.isoformat()}
        draft.find("price.old", clause=clause, crop=crop, **named)
    return Listed(day, found.price)
