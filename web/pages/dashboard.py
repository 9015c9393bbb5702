"""The overview of an office: the three families of article 3, the year's money, the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from models.finding import Count
from models.total import Money, Named
from rules.finding import WEIGHTS
from rules.watch.family import Counts, Family, Figure, families
from web.pages.chart import Bar, Series, bars, lines
from web.pages.comparison import ABOUT_HOUSEHOLDS, County
from web.pages.finding import Survey
from web.pages.industry import Block, blocks
from web.pages.line import address
from web.pages.past import NOW, Past
from web.pages.suppression import few, telling

SHOWN = 8  # bars of a chart
YEARS = 8  # to choose from, the next one included
NO_MEASURE, NO_BUSINESS = "household.no_measure", "village.no_business"
LOSSES = ("project.loss",)
TONES = {"must": "overdue", "reason": "unknown", "advice": "plain", "note": "plain"}


class Found(NamedTuple):
    """What the models know of a place: all of it stored by a survey."""

    scope: str
    year: int
    this_year: int
    years: Sequence[Money]
    counts: Sequence[Count]
    tallies: Mapping[str, int]
    below_floor: int  # agreements with a finding about a floor
    businesses: Sequence[Named]
    villages: Sequence[Named]


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of a family; `hidden` where it would speak of too few. `address`: its findings."""

    figure: Figure
    hidden: bool
    address: str


@dataclass(frozen=True, slots=True)
class Household:
    """How much of the money households confirmed: lines, of all lines; hidden for a small group.

    `assisted`: lines confirmed with somebody's help, which count apart; 0 where they are too few.
    """

    confirmed: int
    lines: int
    hidden: bool
    assisted: int = 0


@dataclass(frozen=True, slots=True)
class Show:
    """The page; money is fen. `batch`: the import after which the figures stand."""

    place: str
    year: int
    years: tuple[int, ...]
    survey: Survey
    batch: Any
    families: tuple[tuple[Family, tuple[Part, ...]], ...]
    money: Money
    confirmed: Household
    weights: tuple[Bar, ...]
    articles: tuple[Bar, ...]
    businesses: tuple[Bar, ...]
    villages: tuple[Bar, ...]
    trend: tuple[Money, ...]
    lines: tuple[Series, ...]
    listed: bool  # findings can be opened one by one
    industries: tuple[Block, ...] = ()
    counties: tuple[County, ...] = ()
    past: Past = NOW


def figures(found: Found, *, listed: bool) -> dict[str, Any]:
    """Return what stands on the page but its head; `listed` as in Show.

    Where findings cannot be opened, in the prefecture, small groups are hidden.
    """
    money = next((each for each in found.years if each.year == found.year), None)
    money = money or Money("", found.year, 0)
    counts = [each for each in found.counts if listed or each.kind not in ABOUT_HOUSEHOLDS]
    trend = tuple(each for each in found.years if each.year <= found.this_year)
    return {
        "families": tuple(
            (each, tuple(_part(figure, listed=listed) for figure in each.figures))
            for each in families(counted(found, money))
        ),
        "money": money,
        "confirmed": confirmed(money),
        "weights": by_weight(counts, listed=listed),
        "articles": by_article(counts, listed=listed),
        "businesses": late(found.businesses, "business") if listed else (),
        "villages": late(found.villages, "place") if listed else (),
        "industries": blocks(found.tallies) if listed else (),
        "trend": trend,
        "lines": lines(
            to_come=[each.due for each in trend], received=[each.received for each in trend]
        ),
    }


def of_day(found: Found) -> dict[str, Any]:
    """Return what can be told of a past day; its findings are counted and cannot be opened."""
    every = figures(found, listed=True)
    counts = {
        name: tuple(replace(each, address="") for each in every[name])
        for name in ("weights", "articles", "businesses", "villages")
    }
    return every | counts | {"families": (), "industries": (), "trend": (), "lines": ()}


def counted(found: Found, money: Money) -> Counts:
    """Return what the families are made of: tallies, less what the findings say is missing."""
    of, known = Counter(found.tallies), _by_code(found.counts)
    due = money.due - money.to_come
    return Counts(
        eligible=of["eligible"],
        eligible_in_measure=max(0, of["eligible"] - known[NO_MEASURE]),
        villages=of["villages"],
        villages_with_business=max(0, of["villages"] - known[NO_BUSINESS]),
        due=due,
        received=min(due, money.received + money.tolerated),
        agreements=of["agreements"],
        agreements_without_floor_gap=max(0, of["agreements"] - found.below_floor),
        projects=of["projects"],
        projects_without_loss=max(0, of["projects"] - sum(known[code] for code in LOSSES)),
        **{name: of[name] for name in COUNTED},
    )


# Figures that count households, or what one household has and says.
OF_HOUSEHOLDS = frozenset({"in_measure", "priority", "labourless", "in_time", "confirmed"})
COUNTED = (
    *("linked", "linked_priority", "labourless", "labourless_with_share"),
    *("lines", "lines_in_time", "lines_paid", "lines_confirmed"),
    *("old_agreements", "old_agreements_running", "assets", "assets_in_use"),
)


def _by_code(counts: Iterable[Count]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in counts:
        found[each.code] += each.findings
    return found


def _part(figure: Figure, *, listed: bool) -> Part:
    small = telling(figure.part, figure.whole) and figure.name in OF_HOUSEHOLDS
    if figure.name == "confirmed":
        return Part(figure, small, "")
    code = figure.codes[0] if figure.codes and listed else ""
    rest = figure.part < figure.whole
    return Part(figure, small and not listed, f"/finding?code={code}" if code and rest else "")


def confirmed(money: Money) -> Household:
    """Return how many lines households confirmed, unless that would speak of too few."""
    small = few(money.households) or telling(money.confirmed, money.lines)
    rest = money.lines - money.confirmed
    apart = not small and not telling(money.assisted, rest)
    return Household(money.confirmed, money.lines, small, money.assisted if apart else 0)


def by_weight(counts: Iterable[Count], *, listed: bool) -> tuple[Bar, ...]:
    """Return how many findings there are of each weight."""
    found: Counter[str] = Counter()
    for each in counts:
        found[each.weight] += each.findings
    return bars(
        [
            (each, found[each], {"tone": TONES[each], "address": _to("weight", each, listed)})
            for each in WEIGHTS
        ]
    )


def by_article(counts: Iterable[Count], *, listed: bool) -> tuple[Bar, ...]:
    """Return how many findings there are of each article, in the order of the text."""
    found: Counter[str] = Counter()
    for each in counts:
        found[each.article.partition("(")[0]] += each.findings
    return bars(
        [
            (each, found[each], {"address": _to("article", each, listed)})
            for each in sorted(found, key=int)
        ]
    )


def _to(name: str, value: str, listed: bool) -> str:  # noqa: FBT001 — of the page
    return f"/finding?{name}={value}" if listed else ""


def late(rows: Iterable[Named], name: str) -> tuple[Bar, ...]:
    """Return those that most money is late for; each leads to its findings."""
    return bars(
        [
            (
                each.key,
                each.overdue,
                {
                    "name": each.name,
                    "tone": "overdue",
                    "address": f"/finding?{name}={address(each.key)}&sort=-gap",
                },
            )
            for each in rows
        ]
    )
