"""A clean row of a sheet: typed values by field, and the key that makes it the same row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ledger.column import Column, Sheet
from ledger.problem import Problem
from ledger.show import shown

# What an empty cell of a key means (columns.csv, notes). Other defaults belong to the rules.
DEFAULTS = {
    "agreement.clause": 1,
    "share.clause": 1,
    "result.clause": 1,
    "result.round": 1,
    "delivery.clause": 1,
    "settlement.clause": 1,
    "payment.type": "normal",
}
STARTS, IN_FORCE = "agreement.starts_on", "agreement.in_force_from"


@dataclass(slots=True)
class Row:
    """`values` has the fields of the columns that the sheet has, and of the whole key.

    A field that is not in `values` was not spoken of; None is an empty cell.
    """

    sheet: str
    number: int  # in the sheet, counted from 1
    file: str
    values: dict[str, Any]
    key: tuple[Any, ...]

    def problem(self, column: Column, code: str, /, **params: Any) -> Problem:
        """Return the problem `code` with the cell of `column` in this row."""
        value = shown(column, self.values.get(column.field))
        return Problem(self.sheet, self.number, column.heading, value, code, params, self.file)


def keys_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the fields of the key."""
    return tuple(column.field for column in sheet.keys)


def complete(values: dict[str, Any], keys: Iterable[str]) -> tuple[Any, ...]:
    """Fill in what empty cells of the key mean, and return the key."""
    for field in keys:
        if values.get(field) is None:
            values[field] = values.get(STARTS) if field == IN_FORCE else DEFAULTS.get(field)
    return tuple([values[field] for field in keys])
