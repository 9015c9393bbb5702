"""The county's ledger: what came in, what would come in, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from ledger.change import Change
from ledger.column import SHEETS
from ledger.draft import Draft
from ledger.problem import Problem

SHOWN = 50  # rows of a table on a page
PARTS = ("refused", "changed", "unread")
ORDER = {name: place for place, name in enumerate(SHEETS)}
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Say:
    """What says things in the reader's language: a problem, a dropped column, skipped rows."""

    expected: Callable[[Any], str]
    dropped: Callable[[str, str], str]
    skipped: Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history; `own`: imported for this county, and not by the command line."""

    id: UUID
    number: int | None
    state: str
    day: date
    who: str
    own: bool
    files: Sequence[str]
    counts: Counts
    undone_on: date | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Import, download, history. `id` names the next upload, however often it is sent."""

    id: UUID
    place: str
    most_mb: int
    drafts: Sequence[Entry] = ()
    entries: Sequence[Entry] = ()
    number: int = 1
    more: bool = False
    error: str = ""

    @property
    def before(self) -> str | None:
        """Return the address of the later imports."""
        return f"/ledger?page={self.number - 1}" if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the earlier imports."""
        return f"/ledger?page={self.number + 1}" if self.more else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What becomes of the rows of one sheet."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Cell:
    """A refused cell, or one that changes; `text` is what belongs there."""

    sheet: str
    row: int
    column: str
    value: str = ""
    text: str = ""
    key: str = ""
    after: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What of a report is on the screen: a part of it, a sheet, an order, a page."""

    part: str = ""
    sheet: str = ""
    sort: str = ""
    number: int = 1

    def query(self, **change: Any) -> str:
        """Return the address of the same view with a change; a change begins at page one."""
        now = {"part": self.part, "sheet": self.sheet, "sort": self.sort, "page": 1, **change}
        return "?" + urlencode({name: value for name, value in now.items() if value})


@dataclass(frozen=True, slots=True)
class Show:
    """A preview, or what was stored: counts by sheet, and one part of the report as a table."""

    id: UUID
    state: str
    files: Sequence[str]
    sheets: Sequence[Sheet]
    totals: Counts
    view: View
    tabs: Mapping[str, int]
    cells: Sequence[Cell] = ()
    unread: Sequence[Cell] = ()
    names: Sequence[str] = ()  # of the sheets that the part speaks of
    pages: int = 1
    marked: Sequence[tuple[int, str]] = ()  # files with refused cells that can be marked
    entry: Entry | None = None
    obstacle: str = ""
    hand: str = ""  # how far the reader is from undoing it, as `ledger.hands` names it
    notice: str = ""
    alone: int = 0  # changes of stored payments that another account must store

    @property
    def good(self) -> int:
        """Return how many rows can be stored."""
        return self.totals["rows"] - self.totals["bad"]

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        number = self.view.number
        return self.view.query(page=number - 1) + "#table" if number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        number = self.view.number
        return self.view.query(page=number + 1) + "#table" if number < self.pages else None

    def sort(self, name: str) -> dict[str, str]:
        """Return the address that sorts by a heading, and how the table is sorted by it now."""
        now = self.view.sort
        order = "down" if now == f"-{name}" else "up" if now == name else ""
        turned = f"-{name}" if now == name else name
        return {"sort": self.view.query(sort=turned) + "#table", "sorted": order}


@dataclass(frozen=True, slots=True)
class Undo:
    """The question before an import is taken back, or why it cannot be."""

    entry: Entry
    totals: Counts
    obstacle: str = ""
    hand: str = ""  # as of `Show`


def totals(counts: Mapping[str, Any]) -> Counts:
    """Return the rows of all sheets by what becomes of them."""
    return {name: counts.get(name, 0) for name in ("rows", "new", "changed", "same", "bad")}


def show(draft: Draft, view: View, say: Say) -> Show:
    """Return the page of an upload or an import."""
    found = draft.report
    tabs = tabs_of(draft)
    part = view.part if view.part in PARTS else next((name for name in PARTS if tabs[name]), "")
    items = {"refused": found.problems, "changed": found.changes}.get(part, ())
    names = tuple(sorted({item.sheet for item in items}, key=_place))
    sheet = view.sheet if view.sheet in names else ""
    chosen = [item for item in sorted(items, key=_row) if sheet in ("", item.sheet)]
    pages = max(ceil(len(chosen) / SHOWN), 1)
    number = min(max(view.number, 1), pages)
    make = _refused(say) if part == "refused" else _changed
    shown = _sorted(chosen, view.sort)[(number - 1) * SHOWN : number * SHOWN]
    return Show(
        id=draft.id,
        state=draft.state,
        files=draft.files,
        sheets=_sheets(draft.counts),
        totals=totals(draft.counts),
        view=View(part, sheet, view.sort, number),
        tabs=tabs,
        cells=tuple(map(make, shown)),
        unread=_unread(draft, say),
        names=names,
        pages=pages,
        marked=_marked(draft),
    )


def tabs_of(draft: Draft) -> dict[str, int]:
    """Return how many entries each part of the report has."""
    found = draft.report
    unread = len(found.dropped) + len(found.skipped)
    return dict(zip(PARTS, (len(found.problems), len(found.changes), unread), strict=True))


def _marked(draft: Draft) -> tuple[tuple[int, str], ...]:
    """Return the files with refused cells, as long as their cells are kept."""
    wrong = {problem.file for problem in draft.report.problems} if draft.whole else set()
    return tuple((place, file) for place, file in enumerate(draft.files) if file in wrong)


def _row(item: Problem | Change) -> tuple[int, str, int]:
    return _place(item.sheet), item.file, item.row


def _place(name: str) -> int:
    """Return where a sheet stands in the template; unknown ones come last."""
    return ORDER.get(name, len(ORDER))


def _sheets(counts: Mapping[str, Any]) -> tuple[Sheet, ...]:
    found = counts.get("sheets", {}).items()
    return tuple(
        Sheet(name, verdict)
        for name, verdict in sorted(found, key=lambda item: _place(item[0]))
        if verdict["rows"]
    )


def _sorted(items: list[Any], sort: str) -> list[Any]:
    """Sort by a heading: sheets and columns in the ledger's own order, else by what is written."""
    name = sort.removeprefix("-")
    keys: dict[str, Callable[[Any], Any]] = {
        "sheet": lambda item: _place(item.sheet),
        "row": lambda item: item.row,
        "column": lambda item: item.column,
        "key": lambda item: getattr(item, "key", ""),
    }
    return sorted(items, key=keys[name], reverse=sort.startswith("-")) if name in keys else items


def _refused(say: Say) -> Callable[[Any], Cell]:
    return lambda item: Cell(
        item.sheet, item.row, item.column, item.value, say.expected(item), file=item.file
    )


def _unread(draft: Draft, say: Say) -> tuple[Cell, ...]:
    """Return the columns and sheets that were dropped, and the rows that are none of a table's."""
    columns = [
        Cell(item.sheet, 0, item.column, text=say.dropped(item.column, item.reason))
        for item in draft.report.dropped
    ]
    rows = Counter((item.sheet, item.reason) for item in draft.report.skipped)
    return (
        *columns,
        *(
            Cell(sheet, count, "", text=say.skipped(why, count))
            for (sheet, why), count in rows.items()
        ),
    )


def _changed(item: Any) -> Cell:
    return Cell(
        *(item.sheet, item.row, item.column, item.before),
        key=item.key,
        after=item.after,
        file=item.file,
    )
