"""The list of columns and the list of codes belong together."""

import csv
from pathlib import Path

import pytest

from ledger import column
from ledger.cell import Cells
from ledger.column import COLUMNS, SHEETS
from ledger.number import limits

with (Path(column.__file__).parent / "columns.csv").open(encoding="utf-8") as file:
    LISTED = list(csv.DictReader(file))


def test_every_listed_column_is_there_in_its_order():
    assert [c.field for s in SHEETS.values() for c in s.columns] == [row["field"] for row in LISTED]
    assert len(COLUMNS) == len(LISTED)


@pytest.mark.parametrize(
    "row", [r for r in LISTED if r["type"] == "choice"], ids=lambda r: r["field"]
)
def test_every_choice_has_a_code(row):
    choices = COLUMNS[row["field"]].choices
    assert [zh for _, zh in choices] == row["accepted"].split("|")
    codes = [code for code, _ in choices]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code.replace("_", "").isalpha() for code in codes)


@pytest.mark.parametrize("row", LISTED, ids=lambda r: r["field"])
def test_every_column_can_be_read(row):
    assert callable(Cells(COLUMNS[row["field"]]).read)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("project.year", (2014, 2040, False)),
        ("asset.life_years", (0, None, True)),
        ("asset.residual", (0, 100, False)),
        ("agreement.clause", (1, None, False)),
        ("household.workers", (0, 30, False)),
        ("agreement.principal", (0, None, False)),
        ("result.net", (None, None, False)),
    ],
)
def test_accepted_ranges_are_understood(field, expected):
    assert limits(COLUMNS[field]) == expected


def test_every_sheet_has_a_key_and_one_table():
    for sheet in SHEETS.values():
        assert sheet.keys
        assert {c.table for c in sheet.columns} == {sheet.table}
