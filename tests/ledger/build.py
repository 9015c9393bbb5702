"""Builds the workbooks that the tests read: honest ones by openpyxl, others by hand."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl

Rows = Sequence[Sequence[Any]]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

HOUSEHOLDS: Rows = (
    ("户编码", "行政村代码", "户主姓名", "户类别"),
    ("H001", "652324100200", "张三", "脱贫户"),
)


def book(sheets: Mapping[str, Rows], change: Callable[[Any], object] | None = None) -> bytes:
    """Return a workbook with these sheets; `change` may touch it before it is saved."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    if change:
        change(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def honest() -> bytes:
    """Return a small workbook without any fault."""
    return book({"农户": HOUSEHOLDS})


def repacked(
    parts: Mapping[str, bytes | str | None],
    data: bytes | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return a workbook with some parts replaced, added or (None) left out."""
    source = zipfile.ZipFile(io.BytesIO(data or honest()))
    contents: dict[str, bytes | str | None] = {n: source.read(n) for n in source.namelist()}
    contents.update(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in contents.items():
            if content is not None:
                archive.writestr(name, content)
    return target.getvalue()


def sheet(cells: str, before: str = "") -> str:
    """Return the XML of a sheet with these rows."""
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{start}{before}<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>"


def text(place: str, content: str) -> str:
    """Return the XML of a cell that holds a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{content}</t></is></c>'


def with_sheet(cells: str, before: str = "") -> bytes:
    """Return a workbook whose sheet 农户 has these rows of XML."""
    return repacked({SHEET: sheet(cells, before)})


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return an archive of these members and nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def lying(member: str, size: int) -> bytes:
    """Return a workbook whose directory says that `member` is of another size."""
    data = bytearray(honest())
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.find(mark)
        while place >= 0:
            name = place + (46 if mark == b"PK\x01\x02" else 30)
            if data[name : name + len(member)] == member.encode():
                data[place + offset : place + offset + 4] = struct.pack("<I", size)
            place = data.find(mark, place + 4)
    return bytes(data)


def flagged(flag: int) -> bytes:
    """Return a workbook whose members carry this flag in the directory."""
    data = bytearray(honest())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= flag
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)
