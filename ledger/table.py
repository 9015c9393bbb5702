"""Tables as a workbook to take away: headings and cells, nothing in it a live formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter.format import Format

from ledger.write import put, workbook

WIDEST = 60  # characters of a column
LONGEST_NAME = 31  # characters of a sheet's name, by the format
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
STYLES = {
    "money": "#,##0.00",
    "count": "#,##0",
    "percent": "0.0%",
    "number": "General",
    "date": "yyyy-mm-dd",
    "text": "@",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the kind of what stands under it: money (fen), count, date or text.

    percent is a Decimal, 1 for the whole; number a count or a Decimal, of different units. `width`
    in characters, where the heading does not say how wide it is.
    """

    heading: str
    kind: str = "text"
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its columns, its rows. An empty cell is None, or a word for why it is."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def tables(sheets: Iterable[Table], *, right_to_left: bool = False) -> bytes:
    """Return a workbook with these sheets."""
    target = BytesIO()
    with workbook(target) as book:
        styles = {kind: book.add_format({"num_format": form}) for kind, form in STYLES.items()}
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for sheet in sheets:
            _write(book, sheet, {**styles, "head": bold}, right_to_left=right_to_left)
    return target.getvalue()


def _write(book: Any, sheet: Table, styles: dict[str, Format], *, right_to_left: bool) -> None:
    page = book.add_worksheet(sheet.name.translate(NOT_IN_A_NAME)[:LONGEST_NAME])
    if right_to_left:
        page.right_to_left()
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        width = min(WIDEST, max(12, 2 * len(column.heading) + 2, column.width))
        page.set_column(place, place, width, styles[column.kind])
        page.write_string(0, place, column.heading, styles["head"])
    for number, row in enumerate(sheet.rows, 1):
        for place, (column, content) in enumerate(zip(sheet.columns, row, strict=True)):
            put(page, number, place, _cell(column.kind, content), styles[column.kind])


def _cell(kind: str, content: Any) -> Any:
    """Return fen as yuan; a word in place of a number stays what it is."""
    return Decimal(content).scaleb(-2) if kind == "money" and isinstance(content, int) else content
