"""The signing table: what lies on it, and one agreement with how it stands to each article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from models.signing import Draft, Entry
from rules.watch.lint import Judgement, Missing
from web.pages.reading import Reading, reading
from web.pages.signing_form import Group
from web.query import at

SHOWN = 30  # agreements on a page
STATES = ("", "draft", "signed", "given_up")
MODES = ("order", "custody", "share", "land", "work", "training", "service", "chain")


@dataclass(frozen=True, slots=True)
class View:
    """What of the list is on the screen."""

    words: str = ""
    state: str = ""
    number: int = 1

    def address(self, **change: Any) -> str:
        """Return the address of the same list with a change, from its first page."""
        given = {"q": self.words, "state": self.state, "page": "", **change}
        return at("/signing", given)


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the list; `places` are the names of the offices that drafted."""

    view: View
    rows: Sequence[Entry] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    more: bool = False
    may_write: bool = False

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
    """What a new agreement begins with; `id` and `upload` name it, however often it is sent."""

    id: UUID
    upload: UUID
    mode: str = ""
    number: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    problems: Sequence[str] = ()
    modes: Sequence[str] = MODES
    most_mb: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen for a cell, with the name that people know it by."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that cannot be read, in any clause."""

    clause: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the agreement stands to an article, as `rules.watch.lint.Judgement` has it.

    `gap` is told here only where no reading tells it.
    """

    article: str
    state: str
    explained: bool
    must: Sequence[Missing]
    advised: Sequence[Missing]
    gap: int | None
    readings: Sequence[Reading]


def verdicts(judgements: Sequence[Judgement]) -> list[Verdict]:
    """Return the judgements as a page shows them."""
    return list(map(_verdict, judgements))


def _verdict(found: Judgement) -> Verdict:
    readings = tuple(map(reading, found.readings))
    told = any(each.gap for each in readings)
    return Verdict(
        *(found.article, found.state, found.explained),
        must=[each for each in found.missing if each.weight != "advice"],
        advised=[each for each in found.missing if each.weight == "advice"],
        gap=None if told else found.gap,
        readings=readings,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """The third party 第三方组织单位 and the version of the model text 示范文本 (art. 18).

    Each is empty where the agreement names none; `current` is the version in use now.
    """

    witness: str
    template: str
    current: str

    @property
    def is_other(self) -> bool:
        """Say whether the agreement names another model text than the one in use."""
        return bool(self.template) and self.template != self.current


@dataclass(frozen=True, slots=True)
class Show:
    """One agreement on the table, or what became of it.

    `clause` is the one on the screen, counted from 1. `terms` is what was agreed, for reading.
    """

    draft: Draft
    place: str
    clause: int
    modes: Sequence[str]
    groups: Sequence[Group]
    verdicts: Sequence[Verdict]
    named: Named
    unread: Sequence[Unread]
    missing: Sequence[str]
    households: int
    offers: Mapping[str, Sequence[Offer]]
    terms: Sequence[Any] = ()
    turn: int = 0
    notice: str = ""
    saved: bool = False
    may_write: bool = False
    all_modes: Sequence[str] = MODES

    @property
    def mode(self) -> str:
        """The way of linking of the clause on the screen."""
        return self.modes[self.clause - 1]

    @property
    def state(self) -> str:
        """What became of it: a state of `models.signing`, or undone."""
        return "undone" if self.draft.undone else self.draft.state

    @property
    def is_open(self) -> bool:
        """Say whether the reader can change it."""
        return self.may_write and self.draft.is_open


@dataclass(frozen=True, slots=True)
class Sign:
    """The question before an agreement is signed, or why it cannot be."""

    draft: Draft
    batch: UUID
    verdicts: Sequence[Verdict]
    named: Named
    obstacles: Sequence[str]
    missing: Sequence[str]
    households: int
    changed: bool = False

    @property
    def can_sign(self) -> bool:
        """Say whether nothing stands against it; what an article asks for does not."""
        return not self.obstacles and not self.missing


@dataclass(frozen=True, slots=True)
class End:
    """The question before a draft is given up."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Roster:
    """Whom a clause is for: one household a line, with what it holds, as typed."""

    draft: Draft
    clause: int
    modes: Sequence[str]
    typed: str
    unit: str
    errors: Sequence[str] = ()
    saved: bool = False
    may_write: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether the reader can change it."""
        return self.may_write and self.draft.is_open
