"""The cadre's pages: what there is to check in the village, and one household's check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from models.checklist import OPEN, Item, Terms
from web.pages.village_list import VillageList

SHOWN = 12  # households on a page
SHOWN_LINES = 3  # of a household, before the others are folded away
UNFOLDED = 3  # lines of a check that are shown whole, whatever their state
SHOWS = ("", "overdue", "today", "unasked")


@dataclass(frozen=True, slots=True)
class Line:
    """A line to check. `payer` is named only where two lines would else read alike."""

    id: UUID
    kind: str
    year: int
    instalment: int | None
    number: str
    worked_to: date | None
    fen: int
    due_on: date | None
    state: str
    days: int
    form: str | None = None
    payer: str = ""

    @property
    def is_late(self) -> bool:
        """Say whether its day has passed and the money is not all there."""
        return self.state in {"overdue", "short"}


def line(item: Item, form: str | None = None, payer: str = "") -> Line:
    """Return an item as it is shown."""
    row = item.row
    return Line(
        id=row.id,
        kind=row.kind,
        year=row.year,
        instalment=row.instalment,
        number=row.ref if row.kind == "order" else "",
        worked_to=date.fromisoformat(row.ref) if row.kind == "wage" and row.ref else None,
        fen=row.due,
        due_on=row.due_on,
        state=item.state,
        days=item.days,
        form=form,
        payer=payer,
    )


@dataclass(frozen=True, slots=True)
class Household:
    """A household of the village: how to find its door, and its lines."""

    number: str
    head: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Index(VillageList):
    """The village's households with lines to check, or the villages to choose from."""

    PATH: ClassVar[str] = "/visit"

    shown: int = SHOWN_LINES


def index(
    bare: Index, number: int, roll: Iterable[Any], items: Mapping[UUID, Collection[Item]]
) -> Index:
    """Return a page of the village's list; `bare`: what was chosen, `roll`: in its order."""
    found = [
        Household(row.number, row.head, lines)
        for row in roll
        if (
            lines := tuple(line(item) for item in items.get(row.id, ()) if _chosen(item, bare.show))
        )
    ]
    return bare.page(found, number, SHOWN)


def _chosen(item: Item, show: str) -> bool:
    if show == "overdue":
        return item.state in {"overdue", "short"}
    if show == "today":
        return item.state == "due_today"
    return not item.asked if show == "unasked" else True


@dataclass(frozen=True, slots=True)
class New:
    """A check. Without lines: the page that asks for a card.

    `typed` has results, amounts, slips, explained and errors by line, as web.forms.visit reads
    them; a line's error or the form's.
    """

    id: UUID | None = None
    card: str = ""
    village: str = ""
    lines: tuple[Line, ...] = ()
    terms: tuple[Terms, ...] = ()
    typed: Any = None
    error: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether a card has opened this page."""
        return self.id is not None

    @property
    def folded(self) -> int:
        """Return how many lines are folded away."""
        return sum(self.folds(line) for line in self.lines)

    @property
    def first(self) -> int:
        """Return how many lines are there to be asked about first."""
        return len(self.lines) - self.folded

    def folds(self, line: Line) -> bool:
        """Say whether a line can wait for a tap: it is not open, and there are many."""
        return len(self.lines) > UNFOLDED and line.state not in OPEN


@dataclass(frozen=True, slots=True)
class Done:
    """What follows a check: its receipt, and the next card. Of the one before it says nothing."""

    receipt: str
