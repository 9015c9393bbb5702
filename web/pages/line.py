"""A line as a household's pages show it: figures and codes. The words are chosen in templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
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


def line(row: Any, today: date, answers: Mapping[UUID, Any]) -> Line:
    """Return a stored row as it stands today; `answers`: the row that counts, by line."""
    state, days = state_of(row, today)
    said = answers.get(row.id)
    return Line(
        id=row.id,
        agreement=row.agreement,
        mode=row.mode,
        kind=row.kind,
        year=row.year,
        instalment=row.instalment,
        state=state,
        days=days,
        tone=TONES[state],
        fen=figure(row, state),
        rest=0 if state in PAID else max(0, (row.due or 0) - max(0, row.paid)),
        day=row.completed_on if state in PAID else row.due_on,
        reason=row.reason,
        answer=said.answer if said else "none",
    )


def figure(row: Any, state: str) -> int | None:
    """Return what is due or, where nothing can be, the number that the line is there to show."""
    if row.kind == "saved":
        return row.saved
    if row.kind == "unmatched":
        return row.paid
    return row.at_least if state == "agreed" else row.due


def order(row: Any) -> tuple[Any, ...]:
    """Return what sorts rows: by day, and always the same way."""
    listed = row.listed_on or row.due_on or date(row.year, 12, 31)
    return listed, row.agreement, row.clause, row.kind, row.ref, row.instalment or 0


def latest(answers: list[Any], subject: str) -> dict[UUID, Any]:
    """Return the answer that counts by its subject: `due` or `check`; rows come by turn."""
    return {getattr(row, subject): row for row in answers if getattr(row, subject) is not None}
