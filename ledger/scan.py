"""One pass over a sheet's XML before it is parsed: how far it reaches, and what parsing would hide.

Calamine gives an empty cell for an error or an uncomputed formula, no number formats and no hidden
rows, and it reserves memory up to the furthest cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO

from ledger.problem import Refused

CHUNK = 4 << 20
NEAR = 2000
MAX_COLUMNS = 702  # ZZ
MAX_CELLS = 10_000_000

REFERENCE = re.compile(rb' r="([A-Za-z]+)(\d+)"')
# A cell without content is closed at once; styled rows out to XFD are full of them.
FAR = re.compile(rb' r="([A-Za-z]{2,})\d+"[^<>/]*>')
ERROR = re.compile(rb'<c\s[^<>]*\bt="e"[^<>]*>')
FORMULA = re.compile(rb"<c\s([^<>]*)><f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
HIDDEN = re.compile(rb'<row\s[^<>]*\bhidden="(?:1|true)"[^<>]*>')
ROW = re.compile(rb' r="(\d+)"')
# A few programs write <x:c r='A1'>; it is brought to the usual spelling first.
PREFIX = re.compile(rb"<(/?)\w+:")
QUOTED = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^<>]*='")


def letters(name: bytes) -> int:
    """Return the number of a column from its letters, counted from 1."""
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


class Scan:
    """What one sheet's XML says; rows and columns are counted from 0."""

    def __init__(self, title: str, percent_styles: frozenset[int] = frozenset()) -> None:
        self.title = title
        self.last_row = 0
        self.width = 26
        self.hidden: set[int] = set()
        self.cells: dict[int, dict[int, str]] = {}  # row → column → error_cell | formula | percent
        self._odd = False
        self._formulas = False
        styles = b"|".join(b"%d" % style for style in sorted(percent_styles))
        percent = rb'<c\s[^<>]*\bs="(?:' + styles + rb')"[^<>/]*>'
        self._percent = re.compile(percent) if styles else None

    def read(self, file: IO[bytes]) -> None:
        """Look at the whole stream, cell by cell but never all of it at once."""
        rest, first = b"", True
        while piece := file.read(CHUNK):
            data = rest + piece
            if first:
                refuse_encoding(data)
                self._odd, first = _is_odd(data), False
            cut = _cut(data)
            self._look(data[:cut])
            rest = data[cut:]
        self._look(rest)

    def _look(self, data: bytes) -> None:
        refuse_markup(data)
        if self._odd:
            data = PREFIX.sub(rb"<\1", data.replace(b"'", b'"'))
        self._corner(data)
        if b't="e"' in data:
            self._note("error_cell", ERROR.finditer(data))
        self._formulas = self._formulas or b"</f>" in data
        if self._formulas:
            found = FORMULA.finditer(data)
            self._note("formula", (match for match in found if b't="str"' not in match[1]))
        if self._percent:
            self._note("percent", self._percent.finditer(data))
        if b" hidden=" in data:
            rows = (ROW.search(match[0]) for match in HIDDEN.finditer(data))
            self.hidden.update(int(row[1]) - 1 for row in rows if row)

    def _corner(self, data: bytes) -> None:
        if FAR.search(data):
            self.width = max(self.width, *map(letters, set(FAR.findall(data))))
        if self.width > MAX_COLUMNS:
            raise Refused("file_wide", sheet=self.title, limit=MAX_COLUMNS)
        # Rows come in order, so the last filled cell is in the last row.
        end = max(data.rfind(b"</v>"), data.rfind(b"</is>"), 0)
        for last in REFERENCE.finditer(data, max(end - NEAR, 0), end):
            self.last_row = max(self.last_row, int(last[2]))
        if self.last_row * self.width > MAX_CELLS:
            raise Refused("file_cells", sheet=self.title, limit=MAX_CELLS)

    def _note(self, kind: str, matches: Iterable[re.Match[bytes]]) -> None:
        for match in matches:
            place = REFERENCE.search(match[0])
            if place:
                row = self.cells.setdefault(int(place[2]) - 1, {})
                row[letters(place[1]) - 1] = kind


def _is_odd(data: bytes) -> bool:
    """Say whether tags have prefixes or quotes of the other kind; one byte is found at once."""
    return b":sheetData" in data or (b"'" in data and QUOTED.search(data) is not None)


def _cut(data: bytes) -> int:
    """Return where the last cell or row begins: what comes after may be incomplete."""
    found = -1
    for mark in (b"<c ", b"<row", b":c ", b":row"):
        found = max(found, data.rfind(mark, max(found, 0)))
    if found <= 0 or len(data) > 4 * CHUNK:
        return len(data)
    return data.rfind(b"<", 0, found + 1)


def refuse_markup(data: bytes) -> None:
    """Refuse a document type: its entities are how a small file becomes a large one."""
    # One byte that hardly any sheet has is found ten times as fast as either word is missed.
    if b"!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise Refused("file_entities")


def refuse_encoding(start: bytes) -> None:
    """Refuse XML whose bytes do not spell themselves: nothing here would find anything in it."""
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in start[:4]:
        raise Refused("file_broken")
