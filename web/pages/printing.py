"""The pages of printings 制卡: what is asked for, how far it is, who has got a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from web.pages.issue import spaced

SHOWN = 30  # printings on a page of the list
HANDED = 100  # households on a page of the handing over
WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    id: UUID
    place: str
    state: str
    asked_on: Any
    cards: int
    handed: int


@dataclass(frozen=True, slots=True)
class Index:
    """The printings of the reader's place, open ones first."""

    rows: Sequence[Entry] = ()
    before: str | None = None
    after: str | None = None


def index(found: Sequence[Any], names: Mapping[str, str], number: int) -> Index:
    """Return a page of the list; `found` may hold one row more than is shown."""
    rows = [
        Entry(
            row.id, names.get(row.place, row.place), row.state, row.asked_on, row.cards, row.handed
        )
        for row in found[:SHOWN]
    ]
    return Index(
        rows,
        before=f"/printing?page={number - 1}" if number > 1 else None,
        after=f"/printing?page={number + 1}" if len(found) > SHOWN else None,
    )


@dataclass(frozen=True, slots=True)
class New:
    """What would be asked for: the place, for whom, and so how many cards and sheets."""

    id: UUID
    places: Mapping[str, Mapping[str, str]]  # township → its villages by code
    place: str = ""
    name: str = ""
    renew: bool = False
    cards: int = 0
    sheets: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """How far a paper is. `state`: none, running, waiting (nobody at work), stopped, done."""

    paper: str
    state: str = "none"
    parts: int = 0
    done: int = 0
    wrong: str | None = None

    @property
    def share(self) -> int:
        """Return how much is made, in hundred-thousandths; cut to whole hundredths."""
        return self.done * 100 // self.parts * (WHOLE // 100) if self.parts else 0


@dataclass(frozen=True, slots=True)
class Show:
    """One printing and what can be done with it."""

    row: Any
    place: str
    cards: int
    made: int
    handed: int
    sheets: int
    jobs: Sequence[Job] = ()
    reasons: Sequence[str] = ()
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_made(self) -> bool:
        """Say whether all cards are made, so that slips can be."""
        return self.made == self.cards


@dataclass(frozen=True, slots=True)
class Line:
    """A household to be ticked, or one that has got its card."""

    household: UUID
    number: str
    head: str
    short_code: str
    handed_on: Any


@dataclass(frozen=True, slots=True)
class Handover:
    """The households of a printing, to be ticked when they have got their card."""

    id: UUID
    place: str
    rows: Sequence[Line]
    left: int
    number: int = 1
    before: str | None = None
    after: str | None = None
    ticked: bool = False
    error: str = ""


def handover(identity: UUID, place: str, rows: Sequence[Any], number: int, left: int) -> Handover:
    """Return a page of the list; `rows` may hold one more than is shown."""
    at = f"/printing/{identity}/handover?page="
    lines = [
        Line(
            row.household,
            row.household_number,
            row.head,
            spaced(row.short_code or ""),
            row.handed_on,
        )
        for row in rows[:HANDED]
    ]
    return Handover(
        *(identity, place, lines, left, number),
        before=f"{at}{number - 1}" if number > 1 else None,
        after=f"{at}{number + 1}" if len(rows) > HANDED else None,
    )


@dataclass(frozen=True, slots=True)
class Refused:
    """Why some sheets cannot be made again."""

    id: UUID
    error: str
