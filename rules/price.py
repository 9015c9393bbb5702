"""List prices 市价: the one in force on a day (article 10(4))."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rules.facts import Price
from rules.month import on_month_day

Prices = Mapping[str, Sequence[Price]]


def by_crop(prices: Iterable[Price], crops: set[str]) -> dict[str, list[Price]]:
    """Return the list of each of these crops in order of days."""
    found: dict[str, list[Price]] = {}
    for each in prices:
        if each.crop in crops:
            found.setdefault(each.crop, []).append(each)
    for each in found.values():
        each.sort(key=lambda price: (price.day, price.price))
    return found


def in_force(prices: Prices, crop: str | None, day: date) -> Price | None:
    """Return the price of a crop in force on a day, or None before its first."""
    found = prices.get(crop or "", ())
    place = bisect_right(found, day, key=lambda price: price.day)
    return found[place - 1] if place else None


def old(price: Price, day: date) -> bool:
    """Say whether a price was over a year old on a day."""
    return price.day < on_month_day(day.year - 1, day.month, day.day)
