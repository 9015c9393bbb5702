"""Charts as the numbers that they are drawn from; every figure also stands beside them as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDE = 1000  # units across a bar
HIGH = 100  # units up a line chart


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar among others: what it stands for, where it leads, how far it reaches of WIDE."""

    key: str
    value: int
    width: int
    name: str = ""
    address: str = ""
    tone: str = "plain"


def bars(rows: Sequence[tuple[str, int, dict[str, Any]]]) -> tuple[Bar, ...]:
    """Return bars on one scale; each row is a key, a value and what else the bar has."""
    most = max((value for _, value, _ in rows), default=0)
    return tuple(
        Bar(key, value, value * WIDE // most if most > 0 else 0, **rest)
        for key, value, rest in rows
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a stacked bar, from the start of the reading on."""

    tone: str
    start: int
    width: int


def stack(**parts: int) -> tuple[Piece, ...]:
    """Return a whole in pieces, in the order given; names are their tones, _ stands for -."""
    whole, done, pieces = sum(parts.values()), 0, []
    for tone, value in parts.items():
        start, done = done, done + value
        if whole > 0 and value > 0:
            first, last = start * WIDE // whole, done * WIDE // whole
            pieces.append(Piece(tone.replace("_", "-"), first, last - first))
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Series:
    """A line over the years: its points as (across, up) from the top, and as SVG writes them."""

    tone: str
    points: tuple[tuple[int, int], ...]

    @property
    def path(self) -> str:
        """Return the points of the line."""
        return " ".join(f"{x},{y}" for x, y in self.points)


def lines(**series: Sequence[int]) -> tuple[Series, ...]:
    """Return lines on one scale from 0; the n-th values lie over each other."""
    most = max((value for values in series.values() for value in values), default=0) or 1
    return tuple(
        Series(
            tone.replace("_", "-"),
            tuple(
                ((2 * n + 1) * WIDE // (2 * len(values)), HIGH - value * HIGH // most)
                for n, value in enumerate(values)
            ),
        )
        for tone, values in series.items()
    )
