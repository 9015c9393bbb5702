"""A line as a household's pages show it: figures and codes. The words are chosen in templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from models.statement import state_of

TONES = {
    "unknown": "waiting",
    "agreed": "plain",
    "none": "plain",
    "no_date": "plain",
    "to_come": "plain",
    "due_today": "waiting",
    "paid": "received",
    "paid_late": "received",
    "short": "overdue",
    "overdue": "overdue",
}
PAID = frozenset({"paid", "paid_late"})
LATE = frozenset({"short", "overdue"})
COMING = frozenset({"to_come", "due_today"})
SETTLED = frozenset({"paid", "paid_late", "none"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `fen` is the figure to show, `rest` what is still to be paid.

    `day` is the day on which a paid line was completed, else the day on which it is due.
    """

    id: UUID
    agreement: str
    mode: str
    kind: str
    year: int
    instalment: int | None
    state: str
    days: int
    tone: str
    fen: int | None
    rest: int
    day: date | None
    reason: str
    answer: str

    @property
    def is_settled(self) -> bool:
        """Say whether nothing more is to come of it."""
        return self.state in SETTLED


class Standing(NamedTuple):
    """A stored row as it stands today: its state, and the days that it is or was late."""

    row: Any
    state: str
    days: int


def standing(row: Any, today: date) -> Standing:
    """Return how a stored row stands."""
    return Standing(row, *state_of(row, today))


def rest(row: Any, state: str) -> int:
    """Return what is still to be paid of a row."""
    return 0 if state in PAID else max(0, (row.due or 0) - max(0, row.paid))


def line(found: Standing, answers: Mapping[UUID, Any]) -> Line:
    """Return a row as pages show it; `answers`: the household's answer that counts, by line."""
    row, state, days = found
    said = answers.get(row.id)
    return Line(
        row.id,
        row.agreement,
        row.mode,
        row.kind,
        row.year,
        row.instalment,
        state,
        days,
        TONES[state],
        figure(row, state),
        rest(row, state),
        row.completed_on if state in PAID else row.due_on,
        row.reason,
        said.answer if said else "none",
    )


def figure(row: Any, state: str) -> int | None:
    """Return what is due or, where nothing can be, the number that the line is there to show."""
    if row.kind == "saved":
        return row.saved
    if row.kind == "unmatched":
        return row.paid
    return row.at_least if state == "agreed" else row.due


@lru_cache(maxsize=4096)
def address(number: str) -> str:
    """Return a number of the ledger as it stands in an address; it may hold any character."""
    return quote(number, safe="")


def order(row: Any) -> tuple[Any, ...]:
    """Return what sorts rows: by day, and always the same way."""
    listed = row.listed_on or row.due_on or date(row.year, 12, 31)
    return listed, row.agreement, row.clause, row.kind, row.ref, row.instalment or 0


def latest(answers: list[Any], subject: str) -> dict[UUID, Any]:
    """Return the answer that counts by its subject: `due` or `check`; rows come by turn."""
    return {getattr(row, subject): row for row in answers if getattr(row, subject) is not None}
