"""The process that opens a workbook: bytes on its standard input, lines of JSON on its output.

It runs alone with limits on memory and time, writes no file, and lets nothing out but the known
columns of known sheets. Whatever a hostile workbook does to it, it does to nobody else.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from ledger import part
from ledger.column import EXPORT_ONLY, Sheet
from ledger.guard import PACKED, archive, look_through
from ledger.heading import sheet_of, shown
from ledger.problem import Refused
from ledger.scan import Scan
from ledger.sheet import Table

MEMORY = 400 << 20
SECONDS = 9  # of computing: a refusal must not take longer than 10 altogether


def limit() -> None:
    """Take away what a workbook never needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def messages(data: bytes) -> Iterator[dict[str, Any] | str]:
    """Yield the messages about a workbook, or raise why it is refused."""
    opened = archive(data)
    scans = _scans(opened)
    from_1904 = part.is_from_1904(opened)
    # Only now, and not before the guards have passed: the parser.
    from python_calamine import (  # noqa: PLC0415
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    known = False
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet or meta.name not in scans:
            continue
        sheet = sheet_of(meta.name)
        reason = _reason(sheet, visible=meta.visible == SheetVisibleEnum.Visible)
        known = known or sheet is not None
        if sheet is None or reason:
            yield {"dropped": shown(meta.name), "reason": reason}
            continue
        source = book.get_sheet_by_name(meta.name)
        yield from Table(sheet, source, scans[meta.name], from_1904=from_1904).messages()
    if not known:
        raise Refused("file_sheets")


def _reason(sheet: Sheet | None, *, visible: bool) -> str:
    if sheet is None:
        return "unknown"
    if sheet.name == EXPORT_ONLY:
        return "export_only"
    return "" if visible else "hidden"


def _scans(opened: ZipFile) -> dict[str, Scan]:
    """Read every part to its end and return what the sheets' XML says, by sheet name."""
    for name in opened.namelist():
        if name.endswith((".xml", ".rels", ".vml")) and not name.startswith("xl/worksheets/sheet"):
            look_through(opened, name)
    percents = part.percent_styles(opened)
    scans: dict[str, Scan] = {}
    for title, name in part.sheets(opened).items():
        scans[title] = Scan(title, percents)
        with opened.open(name) as file:
            scans[title].read(file)
    return scans


def answer(data: bytes) -> Iterator[str]:
    """Yield the lines to write."""
    try:
        for message in messages(data):
            yield message if isinstance(message, str) else json.dumps(message)
        yield '{"end":true}'
    except Refused as refusal:
        yield json.dumps({"refused": refusal.code, "params": refusal.params})
    except MemoryError:
        yield '{"refused":"file_memory","params":{}}'
    except (BadZipFile, ExpatError, KeyError, ValueError, OSError, EOFError):
        yield '{"refused":"file_broken","params":{}}'


def main() -> None:
    """Read, answer, and end without a word where even that is impossible."""
    limit()
    output = sys.stdout.buffer
    for line in answer(sys.stdin.buffer.read(PACKED + 1)):
        output.write(line.encode("utf-8", "replace") + b"\n")
        output.flush()
