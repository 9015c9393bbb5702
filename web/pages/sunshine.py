"""阳光公开 as a page: only what speaks of at least five households, in every figure.

What is published are cells, one business in one village, and sums of the cells shown. A cell that
is left out is in no sum, so nothing that is shown can be subtracted to give it. In each county what
is left out is at least two cells and five households (`suppression.hidden`), so that who knows the
county's sum learns nothing either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from models.sunshine import Cell
from web.pages.suppression import hidden


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page; money is fen. None where a figure would speak of too few."""

    key: str
    name: str
    promised: int | None = None
    due: int | None = None
    paid: int | None = None
    confirmed: int | None = None
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """The page of a village (rows are businesses) or of a business (rows are villages).

    `stale`: something has changed since the day, and is in no figure yet. `counting`: there is
    something, but no figure of it before the next survey.
    """

    kind: str
    key: str
    name: str
    county: str
    year: int
    years: tuple[int, ...]
    day: date | None
    stale: bool
    rows: tuple[Row, ...]
    whole: Row | None
    counting: bool = False

    @property
    def address(self) -> str:
        """Return the page without its year."""
        return f"/sunshine/{self.kind}/{quote(self.key, safe='')}"

    @property
    def kind_of_rows(self) -> str:
        """Return what the rows are."""
        return "business" if self.kind == "village" else "village"


@dataclass(frozen=True, slots=True)
class Index:
    """Counties to choose from, and the villages and businesses of one; `words` were searched."""

    county: str
    counties: dict[str, str]
    words: str
    villages: tuple[tuple[str, str], ...]
    businesses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell, and which of its figures may be shown."""

    cell: Cell
    promised: bool
    paid: bool
    confirmed: bool


def shown(cells: Sequence[Cell]) -> list[Shown]:
    """Return the cells of one county and year with what may be shown of each.

    Due and paid are shown together: between promised, due and paid lie those who have got
    something, those who wait, and those for whom it is late, and none of them may be few.
    """
    small = hidden([each.households for each in cells])
    for name in ("stated", "unstated"):
        small |= hidden([getattr(each, name) for each in cells], small)
    money = small
    for name in ("settled", "unsettled", "late", "waiting"):
        money |= hidden([getattr(each, name) for each in cells], money)
    said = small
    for name in ("agreeing", "silent", "confirmed"):
        said |= hidden([getattr(each, name) for each in cells], said)
    return [
        Shown(cell, n not in small, n not in money, n not in said) for n, cell in enumerate(cells)
    ]


def row(each: Shown, key: str, name: str) -> Row:
    """Return a cell as a line of the page."""
    cell = each.cell
    return Row(
        key,
        name,
        cell.promised if each.promised else None,
        cell.due if each.paid else None,
        cell.paid if each.paid else None,
        cell.confirmed if each.confirmed else None,
        cell.lines if each.confirmed else None,
    )


def whole(rows: Iterable[Row]) -> Row | None:
    """Return the sums of the figures that are shown, and of nothing else."""
    every = list(rows)
    if len(every) < 2:  # noqa: PLR2004 — one line is its own sum
        return None
    names = ("promised", "due", "paid", "confirmed", "lines")
    known = {name: [getattr(each, name) for each in every] for name in names}
    sums = {
        name: sum(n for n in found if n is not None) if any(n is not None for n in found) else None
        for name, found in known.items()
    }
    return Row("", "", **sums)


def stands(surveys: Sequence[tuple[date | None, bool]]) -> tuple[date | None, bool]:
    """Return the day as of which several counties stand, the earliest, and whether one changed."""
    days = [day for day, _stale in surveys if day]
    return min(days, default=None), any(stale for _day, stale in surveys)
