"""What is wrong with a workbook, a sheet or a cell: codes and parameters, no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

# A whole file is refused: code → names of its parameters.
REFUSALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "file_empty": (),
        "file_large": ("limit_mb",),  # packed
        "file_kind": ("kind",),  # not a workbook; KINDS
        "file_password": (),
        "file_broken": (),  # a truncated or damaged archive, or XML that cannot be read
        "file_bomb": (),  # too large unpacked, or packed too densely to be a ledger
        "file_members": ("limit",),
        "file_macros": (),
        "file_entities": (),  # a document type or entities in its XML
        "file_wide": ("sheet", "limit"),  # a cell beyond the last column that can be read
        "file_cells": ("sheet", "limit"),  # rows × columns
        "file_memory": (),
        "file_slow": ("seconds",),
        "file_sheets": (),  # no sheet of the ledger in it
    }
)
KINDS = ("pdf", "xls", "xlsb", "ods", "zip", "html", "text", "image", "other")

# A sheet, a row or a cell is refused: code → names of its parameters.
PROBLEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # the sheet: no row of it is taken
        "headings": (),  # no row of headings found
        "column_missing": (),
        "unit": ("unit", "units"),  # the heading's unit is not one that the column can have
        # the cell
        "required": (),
        "invisible": ("character",),
        "too_long": ("limit",),
        "number": (),
        "integer": (),
        "money": (),
        "sub_fen": (),
        "decimals": ("limit",),
        "percent": (),
        "range": ("low", "high"),  # either may be None
        "above": ("low",),  # must be more than `low`
        "date": (),
        "monthday": (),
        "monthdays": (),
        "year": ("low", "high"),
        "choice": ("choices",),
        "yesno": (),
        "code12": (),
        "code6": (),
        "phone": (),
        "business_number": (),
        "identity": (),  # looks like an identity-card number; the value is masked
        "bank_number": (),  # looks like a bank account number; the value is masked
        "forbidden_word": ("word",),  # in a text typed at the signing table
        "digits_lost": (),  # a number of more than 15 digits: the workbook no longer has them all
        "error_cell": (),
        "formula": (),  # a formula whose result was never computed
        "merged": (),  # a figure in a cell merged over several rows
        # the row
        "duplicate_key": ("file", "row"),  # the earlier row with the same key
        "order": ("column", "value"),  # lies before that column's value
        "profit": ("expected_fen",),
        "positive": (),
        "negative": (),
        "party_number": (),
        # the ledger as stored
        "reference": ("sheets",),
        "scope": ("code",),
        "event": (),  # would turn back what an event of the household has changed
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row, or a whole sheet, was not taken. `column` is the heading of columns.csv.

    `value` is what stood in the cell, shortened; numbers of people are masked in it.
    """

    sheet: str
    row: int
    column: str
    value: str
    expected: str
    params: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""


class Refused(Exception):
    """A whole file is refused; `code` and `params` as in REFUSALS."""

    def __init__(self, code: str, file: str = "", **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.file = file
        self.params = params
