"""The lines of an agreement in a year, for staff: what is due to whom, and what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from rules import state
from rules.state import Totals
from web.pages.evidence import Line, line
from web.pages.line import address

SHOWN = 50  # lines on a page
SHOWS = {
    "late": frozenset({"overdue", "short"}),
    "coming": frozenset({"to_come", "due_today"}),
    "paid": frozenset({"paid", "paid_late"}),
    "open": frozenset({"unknown", "no_date"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines: of a year, by how they stand, of a household, a page, or that of one line.

    `words`: a part of a household's number, as it was typed; it stands in no address.
    """

    number: str
    year: int
    show: str = ""
    words: str = ""
    page: int = 1
    line: UUID | None = None
    household: UUID | None = None

    def query(self, **change: Any) -> str:
        """Return the address of the same lines with a change; a change begins at page one.

        With words, that is where they are posted.
        """
        now = {"show": self.show, "household": self.household, **change}
        return self._at("lines/find" if self.words else "lines", now)

    @property
    def find(self) -> str:
        """Return where a household's number is posted to look for in these lines."""
        return self._at("lines/find", {"show": self.show})

    @property
    def plain(self) -> str:
        """Return the address of these lines without words."""
        return self._at("lines", {"show": self.show})

    def _at(self, end: str, asked: dict[str, Any]) -> str:
        given = {name: value for name, value in {"year": self.year, **asked}.items() if value}
        return f"/agreement/{address(self.number)}/{end}?{urlencode(given)}"


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of the lines, and what all that were asked for come to."""

    asked: Asked
    business: str
    years: tuple[int, ...]
    lines: Sequence[Line]
    found: int
    totals: Totals
    more: bool

    @property
    def address(self) -> str:
        """Return the end of the agreement's address."""
        return address(self.asked.number)

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        return self.asked.query(page=self.asked.page - 1) if self.asked.page > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the page after."""
        return self.asked.query(page=self.asked.page + 1) if self.more else None


def lines(
    asked: Asked, rows: Sequence[Any], business: str, years: Sequence[int], today: date
) -> Lines:
    """Return the page that was asked for, or the page with the line that was asked for."""
    every = [(row, line(row, today)) for row in rows]
    found = [(row, each) for row, each in every if _fits(each, asked)]
    place = next((n for n, (_, each) in enumerate(found) if each.id == asked.line), None)
    number = asked.page if place is None else place // SHOWN + 1
    part = found[(number - 1) * SHOWN : number * SHOWN]
    return Lines(
        asked=replace(asked, page=number),
        business=business,
        years=tuple(years),
        lines=[each for _, each in part],
        found=len(found),
        totals=state.totals((row.due, row.paid, each.state, row.saved) for row, each in found),
        more=len(found) > number * SHOWN,
    )


def _fits(each: Line, asked: Asked) -> bool:
    if asked.show and each.state not in SHOWS[asked.show]:
        return False
    if asked.household and each.household != asked.household:
        return False
    return not asked.words or asked.words in each.number
