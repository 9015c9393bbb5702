"""The pages of disputes: the offices' list and one dispute, the household's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.correction import ROW
from models.dispute_handler import Handler
from models.docket import Counts, Line, Payer
from rules import dispute as rules
from rules.dispute import Case
from web.pages.held import Cell, form
from web.pages.suppression import few
from web.pages.worklist import View

SHOWS: Mapping[str, tuple[str, ...]] = {
    "": ("open",),
    "told": ("told",),
    "closed": ("closed",),
    "all": (),
}
# What is decided elsewhere and only noted in the ledger.
DECIDED = frozenset({"category", "low_income", "eligible"})
TONES = {"open": "waiting", "told": "waiting", "closed": "received"}
# What each refusal fills in beside its article: the sum and the day that it rests on.
SUM_OF = {"paid_in_full": "paid", "not_due_yet": "due", "as_agreed": "due"}
DAY_OF = {"paid_in_full": "completed_on", "not_due_yet": "due_on", "as_agreed": "due_on"}


@dataclass(frozen=True, slots=True)
class Row:
    """Disputes that are alike: `business` is its name, `late` the office's days."""

    line: Line
    business: str
    late: int

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return "overdue" if self.late else TONES[self.line.state]


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the offices' list."""

    view: View
    rows: tuple[Row, ...]
    count: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class County:
    """What the prefecture sees of a county: its counts, None where a group is too small."""

    name: str
    cells: tuple[int | None, ...]


def counties(named: Sequence[tuple[str, Counts]]) -> tuple[County, ...]:
    """Return the counties with their counts; no column's sum is shown, so nothing follows."""
    return tuple(
        County(name, tuple(None if few(number) else number for number in counts))
        for name, counts in named
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """What is held: as it was when the household spoke and as it is now, each as a cell.

    `whole`: it is about all of a row, so both say whether it is there.
    """

    table: str
    was: Cell
    now: Cell
    day: date | None

    @property
    def changed(self) -> bool:
        """Say whether the ledger has been corrected since."""
        return self.was.value != self.now.value

    @property
    def whole(self) -> bool:
        """Say whether it is about all of a row."""
        return self.was.column == ROW


@dataclass(frozen=True, slots=True)
class About:
    """What a dispute is about: a line with its sums in fen, or an agreement, or the household."""

    agreement: str
    business: str
    kind: str = ""
    year: int | None = None
    due: int | None = None
    paid: int = 0
    due_on: date | None = None
    completed_on: date | None = None
    late: int = 0  # days
    line: UUID | None = None
    fact: Fact | None = None

    @property
    def rest(self) -> int:
        """Return what is still open, fen."""
        return max((self.due or 0) - self.paid, 0)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done now: `obstacle` says why this reader cannot."""

    kind: str
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """One dispute. `ids` are what may be sent, however often it is; `words`: may be read here."""

    id: UUID
    row: Any
    about: About
    entries: Sequence[Any]
    acts: tuple[Act, ...]
    late: int
    words: bool = True
    household: str = ""
    alike: int = 0
    grounds: tuple[str, ...] = ()
    payer: Payer = field(default_factory=Payer)
    penalty: Any = None  # web.pages.due.Step
    reply: Any = None  # the business's own word: models.reply.Reply
    handler: Handler | None = None
    reader: UUID | None = None  # the account that reads it
    longest: date | None = None
    offered: Sequence[tuple[str, str]] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return TONES[self.row.state]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Return what can have been done: a record is corrected once the ledger says so."""
        if self.about.fact is None:
            return rules.OUTCOMES
        return ("corrected",) if self.about.fact.changed else ()

    delays = rules.DELAYS
    replies = rules.REPLIES
    causes = rules.CAUSES
    speakers = rules.SPEAKERS

    @property
    def citation(self) -> Any:
        """Return the words of the text that call for it to be settled."""
        return rules.SETTLE

    def may(self, kind: str) -> bool:
        """Say whether this reader can do so now."""
        return any(act.kind == kind and not act.obstacle for act in self.acts)

    @property
    def may_answer(self) -> bool:
        """Say whether an office's form belongs here."""
        return any(self.may(kind) for kind in rules.OFFICE)

    @property
    def handling(self) -> str:
        """Return what this reader can do about who looks after it: taken, returned, or nothing."""
        own = self.handler is not None and self.handler.account == self.reader
        kind = "returned" if own else "" if self.handler else "taken"
        return kind if self.may(kind) else ""

    @property
    def obstacle(self) -> str:
        """Return why an office cannot answer, where its form is missing."""
        found = [act.obstacle for act in self.acts if act.kind == "answered"]
        return found[0] if found else ""


def acts(case: Case, role: str, day: date) -> tuple[Act, ...]:
    """Return what can be done now by a role."""
    kinds = rules.OWN if role == "household" else (*rules.OFFICE, *rules.STAYS)
    return tuple(
        Act(kind, rules.obstacle(case, kind, role, day))
        for kind in kinds
        if kind in rules.MOVES[case.state]
    )


def grounds(row: Any, about: About) -> tuple[str, ...]:
    """Return why this can be refused at all: nothing that the ledger contradicts."""
    if row.reason == "place":
        return ("no_place",)
    if about.fact:
        return _for_record(about.fact)
    if row.about == "staff" or not (about.line or about.agreement):
        return ()
    found = ["as_agreed", "not_a_party"]
    if about.line and about.due is not None and not about.rest:
        found.append("paid_in_full")
    if about.line and about.rest and about.due_on and not about.late:
        found.append("not_due_yet")
    if row.reason == "leave":
        found.append("exit_terms")
    return tuple(code for code in rules.GROUNDS if code in found)


def _for_record(fact: Fact) -> tuple[str, ...]:
    if fact.changed:
        return ()
    own = fact.table == "household" and fact.was.column in DECIDED
    return tuple(code for code in rules.FOR_RECORD if own or code != "by_office")


def ground(code: str, about: About) -> dict[str, Any]:
    """Return the sum and the day that a refusal names: filled in, never typed."""
    found: dict[str, Any] = {"ground": code}
    if about.fact:
        found["day_named"] = about.fact.day
        if about.fact.now.form == "money":
            found["amount"] = about.fact.now.value
    if about.line:
        found["amount"] = getattr(about, SUM_OF.get(code, "due"))
        found["day_named"] = getattr(about, DAY_OF.get(code, "due_on"))
    return found


@dataclass(frozen=True, slots=True)
class Record:
    """A row that is held, of which the household chooses what is wrong: `cells` with a value."""

    id: UUID
    table: str
    cells: tuple[Cell, ...]

    @property
    def address(self) -> str:
        """Return how a form names the row."""
        return f"{self.table}:{self.id}"


def fact(row: Any) -> Fact | None:
    """Return what a dispute about a record compares; `row`: models.correction.Compared."""
    if row is None:
        return None
    how = form(row.table, row.column) or "code"
    was, now = (Cell(row.column, how, value) for value in (row.was, row.now))
    return Fact(row.table, was, now, row.day)


def record(row: Any, columns: Sequence[str]) -> Record:
    """Return a row of which something is wrong; `row`: models.correction.Held."""
    cells = (Cell(name, form(row.table, name) or "code", row.cells[name]) for name in columns)
    return Record(row.id, row.table, tuple(cells))


@dataclass(frozen=True, slots=True)
class New:
    """What a household can say of an agreement, or of itself."""

    id: UUID
    agreement: str
    business: str
    reasons: Sequence[str]
    record: Record | None = None
    reason: str = ""
    words: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Own:
    """A household's disputes with what each is about."""

    rows: tuple[tuple[Any, About], ...]
