"""Straight-line depreciation of an asset over its years of use (article 13).

Each function takes the fen that are written off: the public part for a floor, the cost for a value.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from rules import figure, number, step
from rules.figure import Figure
from rules.line import Step
from rules.month import DAY, months
from rules.number import FOURTHS, RATE
from rules.watch.facts import Asset, Parameters

NOUGHT = figure.money(0)


def public(asset: Asset) -> int:
    """Return the public part of an asset's cost; an empty cell means all of it."""
    return asset.cost if asset.public_money is None else asset.public_money


def residual(asset: Asset, parameters: Parameters) -> int:
    """Return 残值率, that of the county where the ledger leaves it empty."""
    return parameters.residual if asset.residual is None else asset.residual


def life(asset: Asset) -> Fraction:
    """Return the months of 使用年限."""
    return Fraction(asset.life_years * 12, FOURTHS)


def used(asset: Asset, through: date) -> Fraction:
    """Return the months in use through a day, at most its life."""
    return min(months(asset.in_use_from, through), life(asset))


def wears(asset: Asset, day: date) -> bool:
    """Say whether an asset is in use on a day and was not written off before it."""
    return asset.in_use_from <= day and used(asset, day - DAY) < life(asset)


def lost(fen: int, asset: Asset, parameters: Parameters) -> Figure:
    """Return what the whole life takes from so many fen."""
    return figure.money(fen) * figure.percent(RATE - residual(asset, parameters))


def whole_year(fen: int, asset: Asset, parameters: Parameters, day: date) -> tuple[int, Step]:
    """Return the depreciation of twelve months as it runs on a day, 0 once written off."""
    if not wears(asset, day):
        return 0, none(asset, day)
    years = figure.quantity(asset.life_years)
    found = lost(fen, asset, parameters) / years
    named = _named(fen, asset, parameters)
    return found.fen(), step.in_money(
        "depreciation.whole_year", found, found.fen(), 1, years=years.text, **named
    )


def in_year(fen: int, asset: Asset, parameters: Parameters, year: int) -> tuple[int, Step]:
    """Return the depreciation of a calendar year, by the months in use in it."""
    last = date(year, 12, 31)
    count = used(asset, last) - used(asset, date(year, 1, 1) - DAY)
    if not count:
        return 0, none(asset, last)
    whole, part = figure.fraction(life(asset)), figure.fraction(count)
    found = lost(fen, asset, parameters) * part / whole
    named = {"year": year, "months": part.text, "of": whole.text, **_named(fen, asset, parameters)}
    return found.fen(), step.in_money("depreciation.in_year", found, found.fen(), 1, **named)


def book(fen: int, asset: Asset, parameters: Parameters, day: date) -> tuple[int, Step]:
    """Return the book value at the end of a day: the residual value once written off."""
    whole, gone = figure.fraction(life(asset)), figure.fraction(used(asset, day))
    found = figure.money(fen)
    if gone.above:
        found -= lost(fen, asset, parameters) * gone / whole
    named = {"day": day, "months": gone.text, "of": whole.text, **_named(fen, asset, parameters)}
    return found.fen(), step.in_money("depreciation.book", found, found.fen(), 1, **named)


def none(asset: Asset, day: date) -> Step:
    """Return the step of an asset that a day takes nothing from."""
    return step.in_money("depreciation.none", NOUGHT, 0, 1, number=asset.number, day=day)


def _named(fen: int, asset: Asset, parameters: Parameters) -> dict[str, str]:
    rate = number.percent(residual(asset, parameters))
    return {"number": asset.number, "amount": number.money(fen), "rate": rate}
