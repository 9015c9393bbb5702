"""The pages of remedy cases: the worklist, one case, its opening, and the prefecture's counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from models.caseload import Counts, Line
from models.remedy import HOLDERS
from rules import remedy as rules
from rules.remedy import Holder

SHOWN = 30  # cases on a page
SHOWS: Mapping[str, tuple[str, ...]] = {
    "": ("open", "proposed"),
    "proposed": ("proposed",),
    "closed": ("closed",),
    "all": (),
}
TONES = {"open": "waiting", "proposed": "plain", "closed": "received"}
RISEN = {"township": "plain", "county": "waiting", "prefecture": "overdue"}


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of the worklist."""

    show: str = ""
    mine: bool = False
    late: int | None = None
    words: str = ""
    number: int = 1

    def query(self, **change: Any) -> str:
        """Return the address of the same list with a change; a change begins at page one."""
        late = "" if self.late is None else str(self.late)
        now = {"show": self.show, "mine": "1" if self.mine else "", "late": late, "q": self.words}
        now |= {"page": "", **change}
        given = {name: value for name, value in now.items() if value}
        return "/remedy" + ("?" + urlencode(given) if given else "")

    @property
    def is_narrowed(self) -> bool:
        """Say whether less than all open cases was asked for."""
        return bool(self.show or self.mine or self.words) or self.late is not None


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

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        number = self.view.number
        return self.view.query(page=number - 1 if number > 2 else "") if number > 1 else None  # noqa: PLR2004 — page one needs no number

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        number = self.view.number
        return self.view.query(page=number + 1) if number * SHOWN < self.count else None


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
