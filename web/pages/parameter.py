"""What the text leaves open, as a county has settled it: all of it, and one with its history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.parameter import Chosen, Setting
from rules.article import Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """A parameter in the list: what holds today, and the words of the text that leave it open."""

    chosen: Chosen
    citation: Citation


@dataclass(frozen=True, slots=True)
class Index:
    """All parameters of a county on a day."""

    place: str
    day: date
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Row:
    """A setting in the history; `state`: now, later, before or corrected."""

    setting: Setting
    state: str


@dataclass(frozen=True, slots=True)
class Show:
    """One parameter: what holds, what held, and the form with what was typed."""

    id: UUID
    place: str
    chosen: Chosen
    default: Any
    citation: Citation
    rows: Sequence[Row]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def rows(history: Collection[Setting], day: date) -> tuple[Row, ...]:
    """Say of each setting (the latest first) whether it holds on a day."""
    found: list[Row] = []
    seen: set[date] = set()
    has_now = False
    for setting in history:
        state = "before" if has_now else "now"
        if setting.in_force_from in seen:
            state = "corrected"
        elif setting.in_force_from > day:
            state = "later"
        has_now = has_now or state == "now"
        seen.add(setting.in_force_from)
        found.append(Row(setting, state))
    return tuple(found)
