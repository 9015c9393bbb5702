"""An agreement on paper: every text in both languages, every figure isolated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Pair = Mapping[str, str]  # language → text
Cell = Pair | str  # a plain string is a figure or a code


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the paper: its heading with its number, and its paragraphs."""

    heading: Pair
    paragraphs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its heading; `note` stands below it."""

    heading: Pair
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Pair | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """All that stands on the paper; `supplements` are clauses that the agreement still lacks."""

    title: Pair
    header: Pair
    footer: Pair
    articles: tuple[Article, ...]
    supplement: Pair
    supplements: tuple[Article, ...]
    schedule: Grid
    roster: Grid | None
    sides: tuple[Pair, ...]
    sign_here: Pair
    day: Pair
