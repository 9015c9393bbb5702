"""The cadre's pages: what there is to check in the village, and one household's check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from models.checklist import OPEN, Item, Terms

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
class Place:
    """A village to choose, for those who see several."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Index:
    """The village's list, or the villages to choose from."""

    village: str = ""
    name: str = ""
    choosable: bool = False
    words: str = ""
    show: str = ""
    households: tuple[Household, ...] = ()
    before: str | None = None
    after: str | None = None
    villages: tuple[Place, ...] = ()
    shown: int = SHOWN_LINES

    def address(self, show: str, number: int = 1) -> str:
        """Return the address of this list with another choice of lines, or another page.

        What was searched for stands in no address: with words, it is where they are posted again.
        """
        return self._at("/visit/find" if self.words else "/visit", show, number)

    @property
    def find(self) -> str:
        """Return where words are posted to look for in this list."""
        return self._at("/visit/find", self.show)

    @property
    def plain(self) -> str:
        """Return the address of this list without words."""
        return self._at("/visit", self.show)

    def _at(self, path: str, show: str, number: int = 1) -> str:
        given = {
            "village": self.village if self.choosable else "",
            "show": show,
            "page": str(number) if number > 1 else "",
        }
        asked = urlencode({name: value for name, value in given.items() if value})
        return f"{path}?{asked}" if asked else path


def index(
    *,
    village: Place,
    choosable: bool,
    words: str,
    show: str,
    number: int,
    roll: Iterable[Any],
    items: Mapping[UUID, Collection[Item]],
) -> Index:
    """Return a page of the village's list; `roll`: its households in order."""
    found = [
        Household(row.number, row.head, lines)
        for row in roll
        if (lines := tuple(line(item) for item in items.get(row.id, ()) if _chosen(item, show)))
    ]
    last = max(1, -(-len(found) // SHOWN))
    number = min(max(1, number), last)
    bare = Index(village.code, village.name, choosable, words, show)
    return Index(
        *(village.code, village.name, choosable, words, show),
        households=tuple(found[(number - 1) * SHOWN : number * SHOWN]),
        before=bare.address(show, number - 1) if number > 1 else None,
        after=bare.address(show, number + 1) if number < last else None,
    )


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
