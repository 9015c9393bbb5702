"""Where a line stands on a day, and the totals of a year (articles 12 and 13; 民法典 203).

Plain values in and out: the web calls these on rows of the database for every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

STATES = (
    *("unknown", "agreed", "none", "no_date", "to_come", "due_today"),
    *("paid", "paid_late", "short", "overdue"),
)
LATE = frozenset({"short", "overdue"})
PAID = frozenset({"paid", "paid_late"})
OUTSIDE = frozenset({"unknown", "agreed"})  # counts, never sums
DAY = timedelta(days=1)


def last_day(due_on: date, working_day: Callable[[date], bool]) -> date:
    """Return the first working day on or after the due day: lateness counts from there."""
    day = due_on
    while not working_day(day):
        day += DAY
    return day


def state(
    due: int | None,
    due_on: date | None,
    paid: int,
    completed_on: date | None,
    *,
    unit: int,
    reason: str,
    day: date,
    working_day: Callable[[date], bool],
) -> tuple[str, int]:
    """Return the state of a line on `day` and how many days late it is or was paid.

    `reason` is the line's; the difference of less than one `unit` (fen) is paid. The days of a
    due day's grace count as due today.
    """
    if due is None:
        return ("agreed" if reason == "agreed" else "unknown"), 0
    if not due:
        return "none", 0
    if paid > 0 and due - paid < unit:
        return paid_in(due_on, completed_on, working_day)
    return open_on(day, due_on, paid, working_day)


def open_on(
    day: date, due_on: date | None, paid: int, working_day: Callable[[date], bool]
) -> tuple[str, int]:
    """Return where a line stands that is not paid in full."""
    if due_on is None:
        return "no_date", 0
    if day < due_on:
        return "to_come", 0
    late = (day - last_day(due_on, working_day)).days
    if late <= 0:
        return "due_today", 0
    return ("short" if paid > 0 else "overdue"), late


def paid_in(
    due_on: date | None, completed_on: date | None, working_day: Callable[[date], bool]
) -> tuple[str, int]:
    """Return whether a paid line was paid in time, and the days to the completing payment."""
    if due_on is None or completed_on is None or completed_on <= due_on:
        return "paid", 0
    late = (completed_on - last_day(due_on, working_day)).days
    return ("paid_late", late) if late > 0 else ("paid", 0)


def shown(shown_from: date | None, day: date) -> bool:
    """Say whether a line is there yet: a dividend without a result only from its year's end."""
    return shown_from is None or shown_from <= day


@dataclass(frozen=True, slots=True)
class Totals:
    """A year in fen: due = received + overdue + to_come + tolerated; saved stands outside."""

    due: int = 0
    received: int = 0
    overdue: int = 0
    to_come: int = 0
    tolerated: int = 0
    saved: int = 0
    unknown: int = 0
    agreed: int = 0

    @property
    def open(self) -> int:
        """What is still to be paid: of an earlier year, "still open"."""
        return self.overdue + self.to_come


def totals(rows: Iterable[tuple[int | None, int, str, int | None]]) -> Totals:
    """Return the totals of lines given as (due, paid, state, saved)."""
    sums = dict.fromkeys(("due", "received", "overdue", "to_come", "tolerated"), 0)
    saved = unknown = agreed = 0
    for due, paid, at, saving in rows:
        saved += saving or 0
        if due is None:
            agreed += at == "agreed"
            unknown += at != "agreed"
            continue
        received = max(0, min(paid, due))
        sums["due"] += due
        sums["received"] += received
        rest = "overdue" if at in LATE else "tolerated" if at in PAID else "to_come"
        sums[rest] += due - received
    return Totals(**sums, saved=saved, unknown=unknown, agreed=agreed)
