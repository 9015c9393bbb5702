"""A plan 分配方案 for staff: its figures, and the papers that the evening of sharing out needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from models.plan import Part, Parts
from web.pages.agreement import USES
from web.pages.line import address
from web.pages.posting import Posting

# Rows on the first sheet of a paper and on each that follows, and what those who sign take of the
# last one; each row has its height on paper.
PAYOUT = (12, 18, 5)
POSTING = (10, 24, 4)
MINUTES = 2  # sheets
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Show:
    """The page, and all that its papers say; money in fen.

    `elsewhere`: how many households of other places have a part that is not shown here.
    """

    number: str
    agreement: str
    place: str
    year: int
    received: int
    uses: tuple[tuple[str, int], ...]
    basis: str
    decided_on: date | None
    due_on: date | None
    parts: tuple[Part, ...]
    elsewhere: int
    unassigned: int
    posting: Posting
    phone: str
    today: date

    @property
    def address(self) -> str:
        """Return the address of the page."""
        return f"/plan/{address(self.number)}"

    @property
    def back(self) -> str:
        """Return where the page was opened from: its agreement, or itself as one."""
        return f"/agreement/{address(self.agreement or self.number)}/overview"

    @property
    def reason(self) -> str:
        """Return why no list can be printed yet, or nothing."""
        return next((part.reason for part in self.parts if part.fen is None), "")

    @property
    def is_known(self) -> bool:
        """Say whether every household's part is known."""
        return bool(self.parts) and all(part.fen is not None for part in self.parts)

    @property
    def total(self) -> int:
        """Return what the households have together."""
        return sum(part.fen or 0 for part in self.parts)

    @property
    def paid(self) -> int:
        """Return to how many households something was paid already, as the ledger has it."""
        return sum(part.paid > 0 for part in self.parts)

    @property
    def payout(self) -> list[Sequence[Part]]:
        """Return the rows of the list to sign, sheet by sheet."""
        return sheets(self.parts, *PAYOUT)

    @property
    def posted(self) -> list[Sequence[Part]]:
        """Return the rows of what is posted, sheet by sheet."""
        first, *more = POSTING
        said = len(self.uses) + bool(self.unassigned)  # a row above the list for each of them
        return sheets(self.parts, first - said, *more)

    @property
    def minutes(self) -> int:
        """Return on how many sheets the minutes are."""
        return MINUTES


def show(plan: Any, parts: Parts, posting: Posting, **said: Any) -> Show:
    """Return the page of a plan; `said`: place, phone and today."""
    uses = ((f"use_{name}", getattr(plan, f"use_{name}")) for name in USES)
    return Show(
        number=plan.number,
        agreement=plan.agreement or "",
        year=plan.year,
        received=plan.received,
        uses=tuple((name, fen) for name, fen in uses if fen),
        basis=plan.basis or "household",
        decided_on=plan.decided_on,
        due_on=plan.due_on,
        parts=parts.households,
        elsewhere=parts.elsewhere,
        unassigned=parts.unassigned,
        posting=posting,
        **said,
    )


def sheets(rows: Sequence[Row], first: int, rest: int, below: int = 0) -> list[Sequence[Row]]:
    """Return rows as they lie on sheets that hold so many; no rows are one empty sheet.

    The last sheet leaves room `below` its rows; where it has none, some go on to one more, and
    where there are only a few, all of them do.
    """
    starts = [0, *range(first, len(rows), rest)]
    found = [rows[start : start + (rest if start else first)] for start in starts]
    free = (rest if len(found) > 1 else first) - len(found[-1])
    moved = max(0, below - free)
    return [*found[:-1], found[-1][:-moved], found[-1][-moved:]] if moved and rows else found
