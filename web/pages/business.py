"""Staff's pages about businesses 经营主体: the list, and one of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, NamedTuple
from uuid import UUID

from models import fold
from models.concern import Concern
from models.owing import Owing, state_of, totals
from models.register import Deal, Entry
from rules.state import LATE, Totals
from web.pages.finding import Survey
from web.pages.line import address
from web.pages.past import NOW, Past
from web.pages.payer import TONES, word_on
from web.query import at

SHOWN = 30  # businesses on a page
SUMS = ("due", "received", "overdue", "to_come")


@dataclass(frozen=True, slots=True)
class View:
    """Which businesses are on the screen, of which year, in which order, and which page."""

    year: int
    words: str = ""
    kind: str = ""
    condition: str = ""
    late: bool = False
    sort: str = ""
    number: int = 1
    past: Past = NOW

    def query(self, **change: Any) -> str:
        """Return the address of the same view with a change; a change begins at page one."""
        now = {"year": self.year, "q": self.words, "kind": self.kind, "sort": self.sort}
        now |= {"condition": self.condition, "late": "1" if self.late else "", "page": ""}
        return at("/business", now | {"on": self.past.on or ""} | change)

    @property
    def narrowed(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.words or self.kind or self.condition or self.late)


@dataclass(frozen=True, slots=True)
class Row:
    """A business in the list: what it is, and its sums of the year; fen and counts."""

    entry: Entry
    agreements: int

    @property
    def address(self) -> str:
        """Return the end of its address."""
        return address(self.entry.number)


@dataclass(frozen=True, slots=True)
class Index:
    """A page of the list. `sums`: of all that were found, on this page or not."""

    view: View
    place: str
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    found: int
    sums: Mapping[str, int]
    kinds: tuple[str, ...]
    conditions: tuple[str, ...]
    pages: int
    survey: Survey

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        number = self.view.number
        return self.view.query(page=number - 1) + "#found" if number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        number = self.view.number
        return self.view.query(page=number + 1) + "#found" if number < self.pages else None

    def sort(self, name: str) -> dict[str, str]:
        """Return the address that sorts by a heading, and how the table is sorted by it now.

        The largest sums come first, names from their beginning.
        """
        now = self.view.sort or "name"
        order = "down" if now == f"-{name}" else "up" if now == name else ""
        first = f"-{name}" if name in SUMS else name
        turned = {"up": f"-{name}", "down": name}.get(order, first)
        return {"sort": self.view.query(sort=turned) + "#found", "sorted": order}


def index(
    entries: Sequence[Entry],
    view: View,
    *,
    place: str,
    years: Sequence[int],
    survey: Survey,
) -> Index:
    """Return a page of the list; what each has of agreements is filled in by `counted`."""
    chosen = _sorted([each for each in entries if _is_wanted(each, view)], view.sort)
    pages = max(ceil(len(chosen) / SHOWN), 1)
    number = min(max(view.number, 1), pages)
    shown = chosen[(number - 1) * SHOWN : number * SHOWN]
    return Index(
        view=replace(view, number=number),
        place=place,
        years=tuple(sorted({*years, view.year})),
        rows=tuple(Row(each, 0) for each in shown),
        found=len(chosen),
        sums={name: sum(getattr(each, name) for each in chosen) for name in SUMS},
        kinds=tuple(sorted({each.kind for each in entries if each.kind})),
        conditions=tuple(sorted({each.condition for each in entries if each.condition})),
        pages=pages,
        survey=survey,
    )


def counted(rows: Collection[Row], counts: Mapping[str, int]) -> tuple[Row, ...]:
    """Return the rows with their numbers of agreements."""
    return tuple(Row(row.entry, counts.get(row.entry.number, 0)) for row in rows)


def _is_wanted(each: Entry, view: View) -> bool:
    return (
        (fold.holds(each.name, view.words) or fold.holds(each.number, view.words))
        and view.kind in ("", each.kind)
        and view.condition in ("", each.condition)
        and (not view.late or each.overdue > 0)
    )


def _sorted(entries: list[Entry], sort: str) -> list[Entry]:
    name = sort.removeprefix("-")
    if name not in (*SUMS, "name"):
        return entries
    return sorted(entries, key=lambda each: getattr(each, name), reverse=sort.startswith("-"))


@dataclass(frozen=True, slots=True)
class Line:
    """What a business owes under an agreement on one day; fen."""

    owing: Owing
    state: str
    days: int
    tone: str

    @property
    def agreement(self) -> str:
        """Return the end of the agreement's address."""
        return address(self.owing.agreement)


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding about it, and what it says to it."""

    concern: Concern
    reply: Any


class Found(NamedTuple):
    """What the models know of a business in a scope."""

    row: Any
    place: str
    deals: list[Deal]
    owing: list[Owing]
    concerns: list[Concern]
    replies: Mapping[UUID, Any]
    link: Any


@dataclass(frozen=True, slots=True)
class Show:
    """One business, in one year. `open_lines` are of every year, `lines` of this one."""

    row: Any
    address: str
    place: str
    year: int
    years: tuple[int, ...]
    sums: Totals
    open_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    deals: tuple[Deal, ...]
    matters: tuple[Matter, ...]
    link: Any
    issues: bool


def show(found: Found, year: int, today: date, *, issues: bool) -> Show:
    """Return the page of a business; `issues`: the reader may issue its link."""
    lines = [_line(each, today) for each in found.owing]
    mine = [each for each in lines if each.owing.year == year]
    return Show(
        row=found.row,
        address=address(found.row.number),
        place=found.place,
        year=year,
        years=tuple(sorted({each.year for each in found.owing} | {today.year})),
        sums=totals((each.owing for each in mine), today),
        open_lines=tuple(each for each in lines if each.state in LATE),
        lines=tuple(mine),
        deals=tuple(found.deals),
        matters=tuple(Matter(each, word_on(each, found.replies)) for each in found.concerns),
        link=found.link,
        issues=issues,
    )


def _line(each: Owing, today: date) -> Line:
    state, days = state_of(each, today)
    return Line(each, state, days, TONES.get(state, "plain"))
