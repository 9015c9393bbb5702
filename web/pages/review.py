"""The yearly review: a county's years, one year with its decisions and packs, and a pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models import review as stored

FIRST_YEAR = 2023  # of the rules
KINDS = ("text", "count", "money", "percent", "day", "article", "official", "name", "prose")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: fen where money, hundred-thousandths where percent, None if empty.

    official: words of the text. name: of a business. prose: what somebody typed.
    """

    kind: str
    value: Any
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and whether numbers stand under it."""

    label: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a pack: its heading, what must be known to read it, a table."""

    code: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year in the list; `reviewed`: its review was held. None while the year runs without one."""

    year: int
    reviewed: bool | None
    decisions: int
    packs: int
    latest: date | None


@dataclass(frozen=True, slots=True)
class Index:
    """The years of a county."""

    place: str
    years: Sequence[Year]


@dataclass(frozen=True, slots=True)
class Show:
    """A year: decisions as they stand, packs, and the form with what was typed.

    `id` is the next decision's, `pack` the next pack's.
    """

    place: str
    year: int
    id: UUID
    pack: UUID
    decisions: Sequence[stored.Written]
    packs: Sequence[stored.Pack]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correct:
    """A decision to be corrected, with the versions before."""

    year: int
    decision: UUID
    id: UUID
    versions: Sequence[stored.Written]
    typed: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack; without sections it is still being made, or could not be."""

    pack: stored.Pack
    place: str
    sections: Sequence[Section] = ()


def years(
    this_year: int, decided: Mapping[int, int], packed: Mapping[int, Sequence[stored.Pack]]
) -> tuple[Year, ...]:
    """Return the years from the rules' first on, the latest first.

    `decided`: how many decisions of a year stand.
    """
    return tuple(
        Year(
            year,
            None if year == this_year and not decided.get(year) else bool(decided.get(year)),
            decided.get(year, 0),
            len(packed.get(year, ())),
            max((pack.day for pack in packed.get(year, ())), default=None),
        )
        for year in range(this_year, FIRST_YEAR - 1, -1)
    )
