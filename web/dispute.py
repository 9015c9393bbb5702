"""What a dispute is about, as its pages show it: its line as it stands today, its business."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from models import correction, docket, home, part, reply
from models.business import name_of
from models.dispute import Dispute
from models.docket import Payer
from rules.penalty import penalty
from web.pages.dispute import About, fact
from web.pages.due import Step, step
from web.pages.line import LATE, standing


def about(row: Dispute, today: date) -> About:
    """Return what a dispute is about; a line that is gone leaves its agreement."""
    business = name_of(str(row.business)) if row.business else ""
    if row.fact:
        return About(str(row.agreement), business, fact=fact(correction.compared(row)))
    line = part.line(row.household, row.due, today) if row.due else None  # type: ignore[arg-type]
    return _of_line(row, line, business, today)


def about_all(household: UUID, rows: Iterable[Dispute], today: date) -> list[About]:
    """Return what each of a household's disputes is about, by a few queries for all of them."""
    lines = {line.id: line for line in home.lines(household, today)}
    found = list(rows)
    names = docket.names({str(row.business) for row in found})
    return [_of_line(row, lines.get(row.due), names[str(row.business)], today) for row in found]


def _of_line(row: Dispute, line: Any, business: str, today: date) -> About:
    if line is None:
        return About(str(row.agreement), business)
    at = standing(line, today)
    return About(
        str(row.agreement),
        business,
        line.kind,
        line.year,
        line.due,
        line.paid,
        line.due_on,
        line.completed_on,
        at.days if at.state in LATE else 0,
        line.id,
    )


def payer(row: Dispute, found: About, today: date) -> tuple[Payer, Step | None]:
    """Return who answers for a late payment (art. 20), and the contract's penalty to this day."""
    if not row.agreement or row.about != "payer":
        return Payer(), None
    clause = docket.clause_of(row)
    named = docket.payer(str(row.agreement), clause, today)
    if not named.penalty_rate or not found.late:
        return named, None
    return named, step(penalty(found.rest, named.penalty_rate, found.late))


def word_of_payer(row: Dispute, found: About) -> Any:
    """Return what the business itself has said of the late payment, or None."""
    if not row.business or found.due_on is None:
        return None
    return reply.on_payment(str(row.business), found.agreement, found.due_on)
