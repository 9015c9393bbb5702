"""The sheets and columns of the ledger workbook, as `columns.csv` and `choices.csv` list them."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).parent
EXPORT_ONLY = "认账"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `field` is the table's name, a dot, and the column's name in it."""

    sheet: str
    heading: str
    field: str
    type: str
    unit: str
    required: bool
    key: bool
    accepted: str
    reference: str  # the sheet that it refers to, or ""
    choices: tuple[tuple[str, str], ...]  # (code, Chinese)
    note: str

    @property
    def table(self) -> str:
        """The name of the concept: what stands before the first dot of `field`."""
        return self.field.split(".", 1)[0]


@dataclass(frozen=True)
class Sheet:
    """One sheet with its columns in the order of the template."""

    name: str
    columns: tuple[Column, ...]

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns that make a row the same row."""
        return tuple(column for column in self.columns if column.key)

    @property
    def table(self) -> str:
        """The name of the concept that a row of this sheet states."""
        return self.columns[0].table


def _read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _choices() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _read("choices.csv"):
        found[row["field"]].append((row["code"], row["zh"]))
    return {field: tuple(pairs) for field, pairs in found.items()}


def _column(row: dict[str, str], choices: dict[str, tuple[tuple[str, str], ...]]) -> Column:
    kind, _, reference = row["type"].partition(":")
    return Column(
        sheet=row["sheet"],
        heading=row["column"],
        field=row["field"],
        type="text" if kind == "ref" else kind,
        unit=row["unit"],
        required=row["required"] == "yes",
        key=row["key"] == "key",
        accepted=row["accepted"],
        reference=reference,
        choices=choices.get(row["field"], ()),
        note=row["note"],
    )


def _sheets() -> dict[str, Sheet]:
    choices = _choices()
    columns: dict[str, list[Column]] = defaultdict(list)
    for row in _read("columns.csv"):
        columns[row["sheet"]].append(_column(row, choices))
    return {name: Sheet(name, tuple(found)) for name, found in columns.items()}


# In the order of columns.csv: a sheet comes after those that it refers to.
SHEETS = MappingProxyType(_sheets())
COLUMNS = MappingProxyType(
    {column.field: column for sheet in SHEETS.values() for column in sheet.columns}
)
