"""Undo an import while nothing was built on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from ledger.column import SHEETS
from ledger.reference import sheets_of
from ledger.store import agreements, households, taken_over
from ledger.target import SHEET_OF, TABLES, Table, column_of, from_row
from models.answer import Answer
from models.batch import Batch, Change, history, unpack
from models.bulk import chunks, columns, delete, upsert, values, where_in
from models.card import Card
from models.database import write
from models.due import Due
from models.household import Household, Share
from models.rebuild import rebuild
from models.visit import Check

Row = tuple[Any, ...]
Rows = dict[Table, list[Row]]


class CannotUndo(Exception):
    """`code` says what stands on the import: unknown, later, referred, checked or card."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def undo(batch: UUID, on: date) -> None:
    """Take `batch` back: its new rows go, its changed rows hold what they held before."""
    with write():
        before, rows = _refuse_if_built_on(batch)
        made = _made(rows, before)
        touched = [from_row(table, row) for table, own in rows.items() for row in own]
        touched += [from_row(table, row) for table, own in before.items() for row in own]
        concerned = households(touched)
        # Who leaves a roster has again what 简表 stated of it.
        concerned |= {item.cells["household"] for item in touched if item.table is Share}
        numbers = agreements(touched) | taken_over(concerned)
        for table, own in made.items():
            delete(table, [from_row(table, row).key for row in own])
        for table, own in before.items():
            upsert(table, own)
        rebuild(numbers | agreements(touched) | taken_over(concerned), concerned, on)
        Batch.update(state="undone", content=None).where(Batch.id == batch).execute()
        Change.delete().where(Change.batch == batch).execute()


def obstacle(batch: UUID) -> str:
    """Return the code of what stands on an import, or "" if it can be undone."""
    try:
        _refuse_if_built_on(batch)
    except CannotUndo as reason:
        return reason.code
    return ""


def _refuse_if_built_on(batch: UUID) -> tuple[Rows, Rows]:
    """Return what the batch's rows held before, and its rows."""
    found = Batch.get_or_none((Batch.id == batch) & (Batch.state == "stored"))
    if found is None:
        raise CannotUndo("unknown")
    before = _before(batch)
    rows = {table: list(where_in(table, "batch", [batch])) for table in TABLES.values()}
    made = _made(rows, before)
    _refuse_if_changed(batch, rows, before, made)
    if any(_referred(batch, table, own) for table, own in made.items() if own):
        raise CannotUndo("referred")
    _refuse_if_answered(found.day, rows, made)
    return before, rows


def _before(batch: UUID) -> Rows:
    tables = {table._meta.table_name: table for table in TABLES.values()}  # type: ignore[attr-defined]
    return {
        tables[name]: [unpack(tables[name], text) for text in texts]
        for name, texts in history(batch).items()
    }


def _made(rows: Rows, before: Rows) -> Rows:
    """Return the rows that did not exist before the batch."""
    made = {}
    for table, own in rows.items():
        place = columns(table).index("id")
        existed = {row[place] for row in before.get(table, ())}
        made[table] = [row for row in own if row[place] not in existed]
    return made


def _refuse_if_changed(batch: UUID, rows: Rows, before: Rows, made: Rows) -> None:
    """Refuse if a later import has written over a row that this one changed or made."""
    for table, own in before.items():
        if len(own) > len(rows[table]) - len(made[table]):
            raise CannotUndo("later")
    if Change.select().where(Change.before.contains(batch.hex)).exists():
        raise CannotUndo("later")


def _referred(batch: UUID, table: Table, own: Sequence[Row]) -> bool:
    """Say whether rows of other imports refer to these, and to nothing else of that number."""
    name = SHEET_OF[table]
    column = column_of(table, SHEETS[name].columns[0].field)
    numbers = {row[columns(table).index(column)] for row in own}
    for child, field in _references_to(name):
        for part in chunks(numbers - _others(table, column, batch, numbers)):
            if child.select().where(field.in_(part) & (child.batch != batch)).exists():
                return True
    return False


def _others(table: Any, column: str, batch: UUID, numbers: Collection[str]) -> set[str]:
    """Return the numbers that rows of other imports have too: an agreement's other clauses."""
    found: set[str] = set()
    field = getattr(table, column)
    for part in chunks(numbers):
        query = table.select(field).where(field.in_(part) & (table.batch != batch))
        found.update(values(query))
    return found


def _references_to(name: str) -> list[tuple[Any, Any]]:
    return [
        (table, getattr(table, column_of(table, column.field)))
        for sheet_name, table in TABLES.items()
        for column in SHEETS[sheet_name].columns
        if name in sheets_of(column)
    ]


def _refuse_if_answered(day: date, rows: Rows, made: Rows) -> None:
    """Refuse if somebody has said something, since that day, of money that the import speaks of."""
    own = columns(Household).index("id")
    for part in chunks(row[own] for row in made[Household]):
        if Card.select().where(Card.household.in_(part)).exists():
            raise CannotUndo("card")
    touched = [from_row(table, row) for table, own_rows in rows.items() for row in own_rows]
    concerned = households(touched)
    numbers = agreements(touched) | taken_over(concerned)
    explained = Check.agreement
    for part in chunks(sorted(numbers)):
        if _answered(Due.agreement.in_(part), day):
            raise CannotUndo("checked")
        if Check.select().where(explained.in_(part) & (Check.day >= day)).exists():
            raise CannotUndo("checked")
    for part in chunks(sorted(concerned)):
        if _answered(Due.household.in_(part) & (Due.agreement == ""), day):
            raise CannotUndo("checked")


def _answered(dues: Any, day: date) -> bool:
    lines = Due.select(Due.id).where(dues)
    return any(
        table.select().where(table.due.in_(lines) & (table.day >= day)).exists()
        for table in (Check, Answer)
    )
