"""What an import changes, cell by cell, as a person compares it: heading, old value, new value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ledger.column import SHEETS
from ledger.examine import Changed
from ledger.show import shown
from ledger.target import SHEET_OF, TABLES, Table, column_of
from models.batch import history, unpack
from models.bulk import columns, where_in

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell; `row` is its number in the uploaded sheet (0: not known any more)."""

    sheet: str
    row: int
    file: str
    key: str
    column: str
    before: str
    after: str


def of_examination(changed: Iterable[Changed]) -> Iterator[Change]:
    """Yield the cells that an import would change."""
    for item in changed:
        source = item.target.source
        yield from cells(item.target.table, item.before, item.after, source.number, source.file)


def of_batch(batch: UUID) -> Iterator[Change]:
    """Yield the cells that a stored import has changed, as far as they still stand so."""
    tables = {table._meta.table_name: table for table in TABLES.values()}  # type: ignore[attr-defined]
    for name, texts in history(batch).items():
        table = tables[name]
        names = columns(table)
        own, writer = names.index("id"), names.index("batch")
        now = {row[own]: row for row in where_in(table, "batch", [batch])}
        for before in (unpack(table, text) for text in texts):
            after = now.get(before[own])
            if after is not None and after[writer] == batch:
                yield from cells(table, before, after)


def cells(table: Table, before: Row, after: Row, row: int = 0, file: str = "") -> Iterator[Change]:
    """Yield the cells in which two rows of a table differ."""
    sheet = SHEETS[SHEET_OF[table]]
    names = columns(table)
    key = " · ".join(
        shown(column, after[names.index(column_of(table, column.field))])
        for column in sheet.keys
        if after[names.index(column_of(table, column.field))] is not None
    )
    for column in sheet.columns:
        place = names.index(column_of(table, column.field))
        if before[place] != after[place]:
            old, new = shown(column, before[place]), shown(column, after[place])
            yield Change(sheet.name, row, file, key, column.heading, old, new)
