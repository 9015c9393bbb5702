"""The pages of events: what a township enters, what waits for the county, one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ledger.column import COLUMNS
from ledger.show import shown
from models.event import Line
from rules import event as rules
from rules.event import Holding
from web.pages.issue import Household


@dataclass(frozen=True, slots=True)
class Measure:
    """What of a row can be divided: its name, and how much there is as the ledger writes it."""

    name: str
    held: str


@dataclass(frozen=True, slots=True)
class Share:
    """A row of a roster: `given` is what goes to the other household, once that is known."""

    id: UUID
    agreement: str
    clause: int
    measures: tuple[Measure, ...]
    given: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """What is asked of one kind of event; without a kind, which it is."""

    household: Household
    kind: str = ""
    id: UUID | None = None
    shares: tuple[Share, ...] = ()
    villages: tuple[tuple[str, str], ...] = ()
    waits: UUID | None = None  # one that the county has not decided
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""

    kinds = rules.KINDS

    @property
    def papers(self) -> tuple[str, ...]:
        """Return what proves an event of this kind."""
        return rules.EVIDENCE.get(self.kind, ())


@dataclass(frozen=True, slots=True)
class Show:
    """One event; `fits`: the ledger would take it as it stands now."""

    row: Any
    household: Household
    place: str
    shares: tuple[Share, ...]
    fits: bool
    undone: bool
    decides: bool
    refusal: str = ""
    error: str = ""

    grounds = rules.GROUNDS


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the list."""

    rows: tuple[Line, ...]
    waiting: int
    before: str | None
    after: str | None


def measures(held: Holding) -> tuple[Measure, ...]:
    """Return what a row holds, as the ledger writes it."""
    return tuple(
        Measure(name, shown(COLUMNS[f"share.{name}"], value))
        for name in held.measured
        if (value := getattr(held, name)) is not None
    )


def share(row: Any, held: Holding, given: Holding | None = None) -> Share:
    """Return a row of a roster."""
    gone = measures(given) if given else ()
    return Share(row.id, row.agreement, row.clause, measures(held), gone)


def villages(found: Mapping[str, str], own: str) -> tuple[tuple[str, str], ...]:
    """Return the villages that another code can be of."""
    return tuple((code, name) for code, name in found.items() if code != own)


def pages(rows: Sequence[Line], waiting: int, number: int, size: int, count: int) -> Index:
    """Return a page of the list."""
    before = f"/event?page={number - 1}" if number > 1 else None
    after = f"/event?page={number + 1}" if number * size < count else None
    return Index(tuple(rows), waiting, before, after)
