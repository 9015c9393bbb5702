"""The pages of remedy cases: the worklist, one case, its opening, and the prefecture's counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.caseload import Counts, Line
from models.remedy import HOLDERS
from rules import remedy as rules
from rules.remedy import Holder
from web.pages.worklist import View

SHOWS: Mapping[str, tuple[str, ...]] = {
    "": ("open", "proposed"),
    "proposed": ("proposed",),
    "closed": ("closed",),
    "all": (),
}
TONES = {"open": "waiting", "proposed": "plain", "closed": "received"}
RISEN = {"township": "plain", "county": "waiting", "prefecture": "overdue"}


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the worklist; `place` and `owner` are names."""

    line: Line
    place: str
    owner: str
    late: int
    level: str

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return TONES[self.line.state]

    @property
    def risen(self) -> str:
        """Return the tint of its level."""
        return RISEN[self.level]


def row(line: Line, name_of: Callable[[str], str], day: date) -> Row:
    """Return a case as it stands on a day."""
    closed = line.state == "closed"
    owner = line.owner or (name_of(line.office) if line.office.isdecimal() else line.office)
    late = 0 if closed else rules.overdue(line.due_on, day)
    level = line.first if closed else rules.level(line.first, line.due_on, day)
    return Row(line, name_of(line.place), owner, late, level)


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the worklist."""

    view: View
    rows: tuple[Row, ...]
    count: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class County:
    """What the prefecture sees of a county: counts."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Overview:
    """The prefecture's page."""

    counties: tuple[County, ...]
    year: int

    @property
    def totals(self) -> Counts:
        """Return the counts of all counties together."""
        rows = [each.counts for each in self.counties]
        return Counts(*(sum(column) for column in zip(*rows, strict=True))) if rows else Counts()


@dataclass(frozen=True, slots=True)
class About:
    """The finding of a case, as far as every reader in scope may see it."""

    id: UUID
    code: str
    article: str
    subject_kind: str
    subject_number: str
    business: str
    place: str
    stands: bool = True
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who can have the case."""

    key: str
    name: str
    role: str
    is_office: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a case. `before`, `after`: names, where it says who has it."""

    entry: Any
    before: str = ""
    after: str = ""


def steps(entries: Sequence[Any], names: Mapping[Holder, str]) -> Iterator[Step]:
    """Yield what happened, with who had the case before and after; `names`: of all who had it."""
    before = ""
    for entry in entries:
        after = names.get((entry.owner, entry.office), "") if entry.kind in HOLDERS else ""
        yield Step(entry, before if after else "", after)
        before = after or before


@dataclass(frozen=True, slots=True)
class New:
    """The opening of a case."""

    id: UUID
    about: About
    measures: Sequence[str]
    owners: tuple[Choice, ...]
    due_on: str
    days: int | None  # which the county has settled for 及时
    chosen: Sequence[str] = ()
    owner: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    case: UUID | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done now: `obstacle` says why this reader cannot."""

    kind: str
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """One case. `id` names the next progress, `ids` what else may be sent, however often it is."""

    id: UUID
    ids: Mapping[str, UUID]
    case: Any
    about: About
    owner: str
    late: int
    level: str
    measures: Sequence[str]
    fitting: Sequence[str]
    steps: Sequence[Step]
    acts: tuple[Act, ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""
    owners: tuple[Choice, ...] = ()  # to whom this reader can hand it over
    handover: Any = None  # what was typed of it, as web.forms.handover reads it

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return TONES[self.case.state]

    @property
    def risen(self) -> str:
        """Return the tint of its level."""
        return RISEN[self.level]

    @property
    def came_back(self) -> bool:
        """Say whether its finding is found again after the case was closed."""
        return rules.came_back(self.case.state, self.case.ended_on, stands=self.about.stands)

    @property
    def may_progress(self) -> bool:
        """Say whether progress can be entered now."""
        return any(act.kind == "progress" for act in self.acts)
