"""Campaigns for the county: the list, the form, and what was scanned and answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.campaign import AWARE, numbers
from rules.awareness import OWN, policy
from rules.interval import Interval, wilson
from web.explanation import CARDS
from web.pages.explanation import Link, links
from web.pages.suppression import LEAST, few, hidden, telling

Pair = tuple[int, int]  # of how many, how many


@dataclass(frozen=True, slots=True)
class New:
    """The form, with what was typed; `villages` are places to choose by the name of what is above.

    Those of a training are townships.
    """

    id: UUID
    today: date
    kind: str
    cards: tuple[Link, ...]
    villages: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str] = field(default_factory=dict)
    chosen: Collection[int] = ()
    places: Collection[str] = ()
    calculator: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a sample are aware; None is not shown, for the group is small."""

    asked: int | None
    known: int | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number under a name, or None where it is a small group or would give one away."""

    name: Any
    count: int | None


@dataclass(frozen=True, slots=True)
class Village:
    """A poster or training: where, how often it was opened, and how many there are aware."""

    code: str
    name: str
    scans: int | None
    rate: Rate


@dataclass(frozen=True, slots=True)
class Answers:
    """A question with how many gave each answer in all villages."""

    question: str
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """A campaign with its figures; `least` is the smallest group that is shown."""

    row: Any
    cards: tuple[Link, ...]
    scans: int | None
    days: tuple[Count, ...]
    villages: tuple[Village, ...]
    rate: Rate
    answers: tuple[Answers, ...]
    least: int = LEAST


def card_links(lang: str, chosen: Collection[int] | None = None) -> tuple[Link, ...]:
    """Return the chosen cards, or all, in a language."""
    return links([card for card in CARDS if chosen is None or card.number in chosen], lang)


@dataclass(frozen=True, slots=True)
class Found:
    """What was counted: posters code → village, names of villages, scans and answers."""

    posters: Mapping[str, str]
    names: Mapping[str, str]
    scans: Mapping[tuple[str, date], int]
    answers: Mapping[tuple[str, str, str], int]


def build(row: Any, found: Found, lang: str) -> Show:
    """Return the page of a campaign."""
    days: Counter[date] = Counter()
    places: Counter[str] = Counter()
    for (code, day), times in found.scans.items():
        days[day] += times
        places[code] += times
    codes = list(found.posters)
    rates, whole = guarded([_pair(found.answers, code) for code in codes])
    total = sum(places.values())
    opened = counted(codes, [places[code] for code in codes])
    cards = numbers(row.cards)
    villages = tuple(
        Village(code, found.names.get(found.posters[code], ""), scans.count, rate)
        for code, scans, rate in zip(codes, opened, rates, strict=True)
    )
    return Show(
        row=row,
        cards=card_links(lang, cards),
        scans=None if few(total) else total,
        days=counted(sorted(days), [days[day] for day in sorted(days)]),
        villages=villages,
        rate=whole,
        answers=_answers(found.answers, cards),
    )


def _pair(answers: Mapping[tuple[str, str, str], int], code: str) -> Pair:
    yes, no = (answers.get((code, AWARE, each), 0) for each in ("yes", "no"))
    return yes, yes + no


def counted(names: Sequence[Any], sizes: Sequence[int]) -> tuple[Count, ...]:
    """Return counts whose sum is shown, without those that are small or give one away."""
    small = few(sum(sizes))
    gone = hidden(sizes)
    return tuple(
        Count(name, None if small or n in gone else size)
        for n, (name, size) in enumerate(zip(names, sizes, strict=True))
    )


def guarded(pairs: Sequence[Pair]) -> tuple[list[Rate], Rate]:
    """Return the rate of each group and of all, none of which gives a small group away.

    Not shown are a sample under five, and one in which under five are aware or are not. What
    follows from the whole and the rest is looked at in the same way: more is hidden until it is
    none of these.
    """
    whole = (sum(part for part, _ in pairs), sum(size for _, size in pairs))
    if _tells(whole):
        return [Rate(0 if not size else None) for _, size in pairs], Rate(None)
    gone = {n for n, pair in enumerate(pairs) if _tells(pair)}
    others = (n for n, pair in sorted(enumerate(pairs), key=lambda each: each[1][1]) if pair[1])
    for n in (n for n in others if n not in gone):
        rest = (sum(pairs[each][0] for each in gone), sum(pairs[each][1] for each in gone))
        if not gone or (len(gone) > 1 and not _tells(rest)):
            break
        gone.add(n)
    return [_rate(pair) if n not in gone else Rate(None) for n, pair in enumerate(pairs)], _rate(
        whole
    )


def _tells(pair: Pair) -> bool:
    part, size = pair
    return few(size) or telling(part, size)


def _rate(pair: Pair) -> Rate:
    part, size = pair
    return Rate(size, part, wilson(part, size))


def _answers(
    found: Mapping[tuple[str, str, str], int], cards: Collection[int]
) -> tuple[Answers, ...]:
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for (_code, question, answer), times in found.items():
        sums[question][answer] += times
    return tuple(
        Answers(each.code, counted(each.answers, [sums[each.code][a] for a in each.answers]))
        for each in (*OWN, *policy(cards))
    )
