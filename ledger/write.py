"""Write workbooks: the empty template and the full export. Nothing in them is a live formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from datetime import time as clock
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from time import time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ledger.column import EXPORT_ONLY, SHEETS, Column, Sheet
from ledger.hint import heading, hint
from ledger.show import YESNO, cell

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LAST_ROW = 1_048_575
FOOT = 240  # units of UTF-16; a longer foot is refused by spreadsheets
PREFIX = "liannong-workbook-"
STALE = 3600  # seconds; no workbook takes so long
NUMBER_FORMATS = {"date": "yyyy-mm-dd", "money": "0.00", "year": "0", "integer": "0"}
AS_TEXT = frozenset({"text", "code12", "code6", "phone", "monthday", "monthdays"})
Values = Mapping[str, Any]


@contextmanager
def workbook(target: BytesIO) -> Iterator[Workbook]:
    """Open a workbook that is written row by row; its working files live in a private folder.

    The folder goes with the workbook, whatever happens; that of a process that was killed goes
    with the next one's. It says on which day it was made and not when: the same sheets are the
    same bytes all day, and nobody's hours can be read from it.
    """
    _sweep()
    with (
        TemporaryDirectory(prefix=PREFIX) as folder,
        Workbook(target, {**PLAIN, "constant_memory": True, "tmpdir": folder}) as book,
    ):
        book.set_properties({"created": _today()})
        yield book


def _foot(text: str) -> str:
    """Return a text as a foot, without the sign that begins a code there, say of a picture."""
    units = text.replace("&", "＆").encode("utf-16-le", "replace")
    return units[: 2 * FOOT].decode("utf-16-le", "ignore")


def _today() -> datetime:
    return datetime.combine(datetime.now(UTC).date(), clock())


def _sweep() -> None:
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time() - folder.stat().st_mtime > STALE:
                rmtree(folder)


def formats(book: Workbook) -> dict[str, Format]:
    """Return the format of each type's cells."""
    made = {name: book.add_format({"num_format": form}) for name, form in NUMBER_FORMATS.items()}
    text = book.add_format({"num_format": "@"})
    return {**made, **dict.fromkeys(AS_TEXT, text)}


def template() -> bytes:
    """Return an empty workbook with every sheet that can be filled in."""
    target = BytesIO()
    with workbook(target) as book:
        styles = formats(book)
        for sheet in SHEETS.values():
            if sheet.name != EXPORT_ONLY:
                _head(book, sheet, styles, hints=True)
    return target.getvalue()


def export(
    rows: Mapping[str, Iterable[Values]], answers: Iterable[Values] = (), by: str = ""
) -> bytes:
    """Return the whole ledger: for every sheet the rows (field → value) that `rows` has for it.

    `answers` are the rows of the last sheet, which is read by nobody. `by` says who took it out,
    when and why: the foot of every printed page, and what a file manager shows about the file.
    """
    target = BytesIO()
    with workbook(target) as book:
        book.set_properties({"created": _today(), "comments": by})
        styles = formats(book)
        for sheet in SHEETS.values():
            page = _head(book, sheet, styles)
            if by:
                page.set_footer("&C" + _foot(by))
            values = answers if sheet.name == EXPORT_ONLY else rows.get(sheet.name, ())
            for number, row in enumerate(values, 1):
                for place, column in enumerate(sheet.columns):
                    content = cell(column, row.get(column.field))
                    put(page, number, place, content, styles.get(column.type))
    return target.getvalue()


def put(page: Worksheet, row: int, place: int, content: Any, style: Format | None = None) -> None:
    """Write a cell as exactly what it is: a text beginning with = is a text."""
    if content is None:
        return
    if isinstance(content, str):
        page.write_string(row, place, content, style)
    elif isinstance(content, date):
        page.write_datetime(row, place, datetime.combine(content, clock()), style)
    else:
        page.write_number(row, place, content, style)


def _head(
    book: Workbook, sheet: Sheet, styles: Mapping[str, Format], *, hints: bool = False
) -> Worksheet:
    page = book.add_worksheet(sheet.name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        width = max(10, 2 * len(heading(column)) + 2)
        page.set_column(place, place, width, styles.get(column.type))
        page.write_string(0, place, heading(column) + "*" * column.required, bold)
        if hints:
            page.write_comment(0, place, hint(column), {"x_scale": 2})
        _choices(page, place, column)
    return page


def _choices(page: Worksheet, place: int, column: Column) -> None:
    names = [zh for _, zh in column.choices]
    if column.type == "yesno":
        names = list(YESNO.values())
    if names:
        page.data_validation(1, place, LAST_ROW, place, {"validate": "list", "source": names})
