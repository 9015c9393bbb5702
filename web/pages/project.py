"""The pages of projects: the list, one with all that is known of it, and the forms of its gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from models.fold import holds
from models.project_list import FUNDS, Line
from rules.admission import NOT_FOR_THE_LIBRARY
from rules.watch import gate
from rules.watch.facts import Project
from web.pages.gate import Finding, Fund, Step, Way

SHOWN = 30  # projects on a page
PENDING = "pending"
REVIEWS = (PENDING, "library", "returned", "approved", "")
EXPECTED = (
    *("expected_households", "expected_gain", "expected_jobs", "expected_purchase_kg", "capacity"),
)
Pairs = tuple[tuple[Any, Any], ...]
NEVER = "none"  # in an address: never applied for
TONES = {"pending": "waiting", "returned": "overdue", "approved": "received"}
SORTS: Mapping[str, Callable[[Line], Any]] = {
    "number": lambda line: line.number,
    "year": lambda line: line.year,
    "households": lambda line: line.households or 0,
    "total": lambda line: line.total,
}


def address(number: str, ending: str = "") -> str:
    """Return the address of a project's page, or of one of its forms."""
    return f"/project/{quote(number)}{ending}"


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of the list."""

    words: str = ""
    review: str | None = None
    year: int | None = None
    department: str = ""
    sort: str = ""
    number: int = 1

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything was asked for."""
        chosen = (self.words, self.year, self.department)
        return any(chosen) or self.review is not None

    def query(self, **change: Any) -> str:
        """Return the address of the same list with a change; a change begins at page one."""
        review = NEVER if self.review == "" else self.review
        now = {
            "q": self.words,
            "review": review,
            "year": self.year,
            "department": self.department,
            "sort": self.sort,
            "page": 1,
            **change,
        }
        given = {
            name: value for name, value in now.items() if value and (name, value) != ("page", 1)
        }
        return "/project" + ("?" + urlencode(given) if given else "")


def later(fact: Project) -> frozenset[str]:
    """Return the conditions that are not asked for before the approval."""
    return frozenset() if fact.review in {"library", "approved"} else NOT_FOR_THE_LIBRARY


@dataclass(frozen=True, slots=True)
class Row:
    """A project in the list; `place` is a name."""

    line: Line
    place: str

    @property
    def address(self) -> str:
        """Return where the row leads."""
        return address(self.line.number)

    @property
    def is_first(self) -> bool:
        """Say whether it waits for a review in which article 6 puts its implementer first."""
        return self.line.first and self.line.review == PENDING

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return TONES.get(self.line.review, "plain")


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the list, with the totals of everything that was found."""

    view: View
    rows: tuple[Row, ...]
    count: int
    total: int
    households: int
    years: Pairs
    departments: Pairs
    counts: Mapping[str, int]  # by state, of what the other choices leave
    pages: int = 1

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        return self.view.query(page=self.view.number - 1) if self.view.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        number = self.view.number
        return self.view.query(page=number + 1) if number < self.pages else None

    def sort(self, name: str) -> dict[str, str]:
        """Return the address that sorts by a heading, and how the list is sorted by it now."""
        now = self.view.sort
        order = "down" if now == f"-{name}" else "up" if now == name else ""
        return {"sort": self.view.query(sort=f"-{name}" if now == name else name), "sorted": order}


def index(lines: Sequence[Line], view: View, name_of: Callable[[str], str]) -> Index:
    """Return a page of the projects that were asked for.

    Those to be reviewed stand in the order of article 6, unless another one was asked for.
    """
    rest = [line for line in lines if _fits(line, view)]
    found = [line for line in rest if view.review in {None, line.review}]
    sort = SORTS.get(view.sort.removeprefix("-"))
    if not sort and view.review == PENDING:
        found = sorted(found, key=lambda line: not line.first)
    if sort:
        found = sorted(found, key=sort, reverse=view.sort.startswith("-"))
    pages = max(ceil(len(found) / SHOWN), 1)
    number = min(max(view.number, 1), pages)
    shown = found[(number - 1) * SHOWN : number * SHOWN]
    return Index(
        view=View(view.words, view.review, view.year, view.department, view.sort, number),
        rows=tuple(Row(line, name_of(line.place)) for line in shown),
        count=len(found),
        total=sum(line.total for line in found),
        households=sum(line.households or 0 for line in found),
        years=_pairs(sorted({line.year for line in lines}, reverse=True)),
        departments=_pairs(sorted({line.department for line in lines})),
        counts={review: sum(line.review == review for line in rest) for review in REVIEWS},
        pages=pages,
    )


def _pairs(values: Iterable[Any]) -> Pairs:
    """Return the options of a list whose values are their own words."""
    return tuple((value, value) for value in values)


def _fits(line: Line, view: View) -> bool:
    if view.year not in {None, line.year} or view.department not in {"", line.department}:
        return False
    return holds(line.number, view.words) or holds(line.name, view.words)


@dataclass(frozen=True, slots=True)
class Show:
    """One project."""

    fact: Project
    place: str
    scope: gate.Scope
    conditions: tuple[gate.Condition, ...]
    funds: tuple[Fund, ...]
    assets: tuple[Any, ...] = ()
    clauses: tuple[Any, ...] = ()
    findings: tuple[Finding, ...] = ()
    steps: tuple[Step, ...] = ()
    ways: tuple[Way, ...] = ()

    @property
    def total(self) -> int:
        """Return all its money in fen."""
        return sum(fund.fen for fund in self.funds)

    @property
    def tone(self) -> str:
        """Return the tint of its state."""
        return TONES.get(self.fact.review or "", "plain")

    @property
    def later(self) -> frozenset[str]:
        """Return the conditions that are not asked for yet."""
        return later(self.fact)

    @property
    def effects(self) -> Pairs:
        """Return what it is expected to bring, as far as the ledger says."""
        return tuple(
            (name, value) for name in EXPECTED if (value := getattr(self.fact, name)) is not None
        )

    @property
    def differs(self) -> bool:
        """Say whether the ledger says something else than the last step that counts."""
        done = [step.kind for step in self.steps if step.counts]
        after = {"applied": "pending"}
        return bool(done) and after.get(done[-1], done[-1]) != (self.fact.review or "")


@dataclass(frozen=True, slots=True)
class New:
    """The application; `number` is that of a project which is corrected."""

    id: UUID
    typed: Mapping[str, str]
    villages: Mapping[str, Mapping[str, str]]  # by township
    departments: Sequence[str]
    needs_village: bool
    errors: Mapping[str, str] = field(default_factory=dict)
    number: str = ""

    @property
    def address(self) -> str:
        """Return where the form is sent."""
        return address(self.number, "/correct") if self.number else "/project"

    @property
    def back(self) -> str:
        """Return the page of a project that is corrected."""
        return address(self.number)

    @property
    def funds(self) -> tuple[str, ...]:
        """Return the columns of its money."""
        return FUNDS

    @property
    def groups(self) -> Pairs:
        """Return the villages by township, as a list offers them."""
        return tuple((name, tuple(own.items())) for name, own in self.villages.items())

    @property
    def offices(self) -> Pairs:
        """Return the departments, as a list offers them."""
        return _pairs(self.departments)


@dataclass(frozen=True, slots=True)
class Decide:
    """A review or an approval: the project's facts beside what is asked, and what was typed."""

    id: UUID
    fact: Project
    conditions: tuple[gate.Condition, ...]
    lacking: tuple[str, ...]
    typed: Any
    errors: Mapping[str, str] = field(default_factory=dict)
    refusal: str = ""

    @property
    def later(self) -> frozenset[str]:
        """Return the conditions that are not asked for yet."""
        return later(self.fact)

    @property
    def address(self) -> str:
        """Return the project's own page."""
        return address(self.fact.number)
