"""The counties of the prefecture side by side: totals, and nothing that shows a few people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.finding import Count
from models.total import Money
from web.pages.chart import Piece, stack
from web.pages.suppression import hidden

ABOUT_HOUSEHOLDS = frozenset({"household", "group"})


@dataclass(frozen=True, slots=True)
class County:
    """A county's year and its open findings; None where a number would speak of too few.

    `must` are findings of weight must, `others` the rest; those about households stand apart.
    """

    code: str
    name: str
    year: int
    money: Money | None
    confirmed: int | None
    pieces: tuple[Piece, ...]
    must: int = 0
    others: int = 0
    of_households: int | None = 0


def counties(
    year: int,
    money: Iterable[Money],
    counts: Iterable[Count],
    names: Mapping[str, str],
) -> tuple[County, ...]:
    """Return every county that has something, by code."""
    sums = {each.key: each for each in money if each.year == year}
    found: dict[str, Counter[str]] = {code: Counter() for code in sums}
    for each in counts:
        about = each.kind in ABOUT_HOUSEHOLDS
        name = "of_households" if about else "must" if each.weight == "must" else "others"
        found.setdefault(each.county, Counter())[name] += each.findings
    codes = sorted(code for code in found if code)
    money_of = [sums.get(code, Money(code, year, 0)) for code in codes]
    small = hidden([each.households for each in money_of])
    unconfirmed = hidden([each.confirmed for each in money_of], small)
    unconfirmed = hidden([each.lines - each.confirmed for each in money_of], unconfirmed)
    unsaid = hidden([found[code]["of_households"] for code in codes])
    return tuple(
        _county(
            Money(*each) if place not in small else None,
            found[each.key],
            (each.key, names.get(each.key, each.key), year),
            confirmed=None if place in unconfirmed else each.confirmed,
            of_households=None if place in unsaid else found[each.key]["of_households"],
        )
        for place, each in enumerate(money_of)
    )


def _county(
    money: Money | None, found: Counter[str], head: tuple[str, str, int], **known: int | None
) -> County:
    parts = money and {name: getattr(money, name) for name in ("received", "overdue", "to_come")}
    return County(
        *head,
        money=money,
        pieces=stack(**parts) if parts else (),
        must=found["must"],
        others=found["others"],
        **known,
    )
