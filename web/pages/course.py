"""The log of courses in law and in doing business, and the form for one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.course import TOPICS, Entry
from web.query import at

SHOWN = 30  # courses on a page


@dataclass(frozen=True, slots=True)
class View:
    """Which courses are on the screen."""

    year: int
    topic: str = ""
    words: str = ""
    number: int = 1

    def address(self, **change: object) -> str:
        """Return the address of the same list with a change, from its first page."""
        given = {"year": self.year, "topic": self.topic, "q": self.words, "page": "", **change}
        return at("/course", given)


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the log; `courses` and `attendants` count all that were chosen."""

    view: View
    years: Sequence[int]
    rows: Sequence[Entry]
    places: Mapping[str, str]
    courses: int
    attendants: int
    more: bool = False
    own: str = ""
    topics: Sequence[str] = TOPICS

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        number = self.view.number
        return self.view.address(page=number - 1) if number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        return self.view.address(page=self.view.number + 1) if self.more else None


@dataclass(frozen=True, slots=True)
class New:
    """The form, with what was typed."""

    id: UUID
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    topics: Sequence[str] = TOPICS


@dataclass(frozen=True, slots=True)
class End:
    """The question before a course is taken out of the log."""

    entry: Entry
