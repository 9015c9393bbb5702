"""Lines of 简表: what somebody stated and nobody computed (article 12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rules import figure, step
from rules.due_id import due_id
from rules.facts import Stated
from rules.line import Line


def lines(rows: Sequence[Stated]) -> tuple[Line, ...]:
    """Return a line for each row with its stated payment laid on it, and what it paid too much."""
    found = [line for row in sorted(rows, key=order) for line in (line_of(row), *over(row))]
    return tuple(found)


def order(row: Stated) -> tuple[object, ...]:
    """Return what sorts rows, whatever order they came in."""
    return row.household, row.year, row.business, row.mode, row.due_on or date.max, row.due or 0


def id_of(row: Stated, kind: str) -> UUID:
    """Return the id of the row's line: its household, business, mode and year name it."""
    ref = f"{row.business}|{row.mode}"
    return due_id("", 0, f"household:{row.household}", row.year, kind=kind, ref=ref)


def line_of(row: Stated) -> Line:
    """Return the line of what the row states."""
    steps = ()
    if row.due is not None:
        amount = figure.money(row.due)
        named = {"year": row.year, "amount": amount.text}
        steps = (step.in_money("stated", amount, row.due, 1, **named),)
    paid = row.paid or 0
    paid = paid if row.due is None else min(paid, row.due)
    complete = row.due is not None and paid and paid == row.due
    return Line(
        id_of(row, "stated"),
        *("", 0, row.business, row.mode, "stated", row.year, "household", row.household),
        due_on=row.due_on,
        listed_on=row.due_on or date(row.year, 12, 31),
        due=row.due,
        reason="" if row.due is not None else "not_stated",
        paid=paid,
        completed_on=row.paid_on if complete else None,
        steps=steps,
    )


def over(row: Stated) -> list[Line]:
    """Return the line of what the row paid beyond what it states as due."""
    if row.due is None or (row.paid or 0) <= row.due:
        return []
    left = (row.paid or 0) - row.due
    party = ("household", row.household)
    found = Line(
        id_of(row, "unmatched"),
        *("", 0, row.business, row.mode, "unmatched", row.year, *party),
        listed_on=row.paid_on or date(row.year, 12, 31),
        due=0,
        paid=left,
        completed_on=row.paid_on,
    )
    return [found]
