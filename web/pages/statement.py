"""A year on paper: every line of a household with the way its figure came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from models.statement import Entry, Statement
from rules.state import Totals
from web.pages.due import Step, step
from web.pages.line import Line, Standing, line

# Millimetres on paper: of a sheet less what stays empty below, of the sums, a line's head, a step.
SHEET, FRAME, HEAD, STEP = 200, 90, 65, 20


@dataclass(frozen=True, slots=True)
class Item:
    """A line with all that is known of it."""

    line: Line
    business: str
    agreement: str
    due: int | None
    paid: int
    due_on: date | None
    completed_on: date | None
    checked: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """The paper of a year; `today` is the day on which it was printed."""

    number: str
    head: str
    place: str | None
    phone: str | None
    year: int
    today: date
    totals: Totals
    earlier_open: int
    items: tuple[Item, ...]

    @property
    def sheets(self) -> int:
        """Return about how many sheets of A4 it takes."""
        steps = sum(len(item.steps) for item in self.items)
        return ceil((FRAME + HEAD * len(self.items) + STEP * steps) / SHEET)


def build(household: Any, found: Statement, today: date) -> Show:
    """Return the paper of a household's year."""
    return Show(
        number=household.number,
        head=household.head,
        place=household.place,
        phone=household.phone,
        year=found.year,
        today=today,
        totals=found.totals,
        earlier_open=found.earlier_open,
        items=tuple(map(_item, found.entries)),
    )


def _item(entry: Entry) -> Item:
    row = entry.row
    said = {row.id: entry}  # an entry names its answer as an answer's row does
    return Item(
        line=line(Standing(row, entry.state, entry.days), said),
        business=entry.business,
        agreement=row.agreement,
        due=row.due,
        paid=row.paid,
        due_on=row.due_on,
        completed_on=row.completed_on,
        checked=entry.checked or "nobody",
        steps=tuple(map(step, entry.steps)),
    )
