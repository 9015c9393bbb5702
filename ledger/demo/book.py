"""Collects invented rows as the reader gives those of a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from ledger.column import SHEETS, Sheet
from ledger.read import Reading
from ledger.row import Row, complete, keys_of


class Book:
    """A workbook in the making; columns are named as in the tables: `fund_central=1000`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[str, list[Row]] = {}

    def add(self, sheet: str, **cells: Any) -> None:
        """Add a row to `sheet`; a cell that is None is left empty."""
        fields, keys = _fields(sheet)
        values = {fields[name]: value for name, value in cells.items() if value is not None}
        key = complete(values, keys)
        rows = self.rows.setdefault(sheet, [])
        rows.append(Row(sheet, len(rows) + 2, self.name, values, key))

    def reading(self) -> Reading:
        """Return what a reading of the workbook gives."""
        order = {name: self.rows[name] for name in SHEETS if name in self.rows}
        return Reading(files=[self.name], rows=order)


def merged(name: str, books: Iterable[Book]) -> Book:
    """Return one book with the rows of several."""
    found = Book(name)
    for book in books:
        for sheet, rows in book.rows.items():
            found.rows.setdefault(sheet, []).extend(rows)
    return found


@cache
def _fields(sheet: str) -> tuple[dict[str, str], tuple[str, ...]]:
    found: Sheet = SHEETS[sheet]
    names = {
        column.field.split(".", 1)[1].replace(".", "_"): column.field for column in found.columns
    }
    return names, keys_of(found)
