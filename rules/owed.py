"""What a party has for a whole year, and its instalments on the days of 兑现时限 (article 12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules import figure, step
from rules.due_day import Instalment
from rules.line import Step
from rules.split import largest_remainder


@dataclass(frozen=True, slots=True)
class Owed:
    """A party's fen for the year with its steps, and the days it has a part in."""

    party: str
    number: str
    fen: int | None
    steps: tuple[Step, ...]
    first: date
    last: date
    reason: str = ""
    not_before: date | None = None  # the price day of a rent in kind


@dataclass(frozen=True, slots=True)
class Dated:
    """One instalment: its number and day, its fen and its steps."""

    number: int
    day: date | None
    fen: int | None
    steps: tuple[Step, ...]


def split(owed: Owed, own: Sequence[Instalment], unit: int) -> list[Dated]:
    """Return a party's instalments, equal remainders going to the earlier day."""
    if owed.fen is None or len(own) == 1:
        return [Dated(each.number, later(each, owed), owed.fen, owed.steps) for each in own]
    if not sum(each.ratio for each in own):
        own = [Instalment(each.number, each.day) for each in own]
    ratios = [each.ratio for each in own]
    parts = largest_remainder(owed.fen // unit, ratios, range(len(own)))
    return [
        Dated(
            each.number,
            later(each, owed),
            part * unit,
            (*owed.steps, explain(owed.fen, own, each, part * unit, unit)),
        )
        for each, part in zip(own, parts, strict=True)
    ]


def later(instalment: Instalment, owed: Owed) -> date | None:
    """Return the instalment's day, or the price day if that is later."""
    if instalment.day is None or owed.not_before is None:
        return instalment.day
    return max(instalment.day, owed.not_before)


def explain(fen: int, own: Sequence[Instalment], each: Instalment, part: int, unit: int) -> Step:
    """Return the step of one instalment; a unit won or lost by it stands in the same formula."""
    ratios = sum(row.ratio for row in own)
    found = figure.money_in(fen, unit) * figure.whole(each.ratio) / figure.whole(ratios)
    near = found.fen(unit)
    if part > near:
        found += figure.money_in(part - near, unit)
    elif part < near:
        found -= figure.money_in(near - part, unit)
    return step.in_money(
        *("instalment", found, part, unit),
        instalment=each.number,
        instalments=len(own),
        ratio=each.ratio,
        ratios=ratios,
        due_on=each.day or "",
    )
