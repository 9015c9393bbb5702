"""The process that opens a workbook: bytes on its standard input, lines of JSON on its output.

It runs alone with limits on memory and time, writes no file, and lets nothing out but the known
columns of known sheets. Whatever a hostile workbook does to it, it does to nobody else.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from ledger.column import EXPORT_ONLY, Sheet
from ledger.guard import PACKED, archive, look_through
from ledger.heading import sheet_of, shown
from ledger.problem import Refused
from ledger.scan import Scan
from ledger.sheet import Table

MEMORY = 400 << 20
SECONDS = 10
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
BUILT_IN_PERCENTS = frozenset({9, 10})


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
    from_1904 = b'date1904="1"' in opened.read("xl/workbook.xml")
    # Only now, and not before the guards have passed: the parser.
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

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
    percents = _percent_styles(opened)
    scans: dict[str, Scan] = {}
    for title, part in _parts(opened).items():
        scans[title] = Scan(title, percents)
        with opened.open(part) as file:
            scans[title].read(file)
    return scans


def _parts(opened: ZipFile) -> dict[str, str]:
    """Return the parts of the archive that hold the sheets, by the sheets' names."""
    relations = ElementTree.fromstring(opened.read("xl/_rels/workbook.xml.rels"))
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    book = ElementTree.fromstring(opened.read("xl/workbook.xml"))
    found = {}
    for item in book.iter():
        if item.tag.endswith("}sheet"):
            target = targets.get(item.get(RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            if part in opened.namelist() and "worksheets/" in part:
                found[item.get("name", "")] = part
    return found


def _percent_styles(opened: ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles that show a share as per cent."""
    if "xl/styles.xml" not in opened.namelist():
        return frozenset()
    root = ElementTree.fromstring(opened.read("xl/styles.xml"))
    percents = set(BUILT_IN_PERCENTS)
    for item in root.iter():
        if item.tag.endswith("}numFmt") and "%" in QUOTED.sub("", item.get("formatCode", "")):
            percents.add(int(item.get("numFmtId", "0")))
    styles = next((item for item in root.iter() if item.tag.endswith("}cellXfs")), ())
    return frozenset(
        number for number, item in enumerate(styles) if int(item.get("numFmtId", "0")) in percents
    )


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
    except (BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError, EOFError):
        yield '{"refused":"file_broken","params":{}}'


def main() -> None:
    """Read, answer, and end without a word where even that is impossible."""
    limit()
    output = sys.stdout.buffer
    for line in answer(sys.stdin.buffer.read(PACKED + 1)):
        output.write(line.encode("utf-8", "replace") + b"\n")
        output.flush()
