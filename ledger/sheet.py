"""One sheet in the child: the table's columns and nothing else, in pieces of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from typing import Any

from ledger import heading, identity, layout
from ledger.column import Column, Sheet
from ledger.fault import DAY, MARK
from ledger.number import DIGITS_KEPT
from ledger.problem import Refused
from ledger.scan import MAX_COLUMNS, Scan
from ledger.unit import NUMERIC
from ledger.width import narrow

PIECE = 2000  # rows
LONGEST = 5000  # characters of a cell; what is longer is refused as too long anyway
MUCH, MOST = 8 << 20, 32 << 20  # characters of a piece
MASTER = bytes.maketrans(bytes([*b"0123456789", *range(0x90, 0x9A)]), b"0" * 20)
# Joins digits over blanks and hyphens, and full-width ones (EF BC 90 to EF BC 99).
JOINED = b" -\xef\xbc\xc2\xa0"
PLACES_1904 = 1462
WORDS = ("true", "false", "NaN", "Infinity")
LITERAL = re.compile(r"[\[,](?:true|false|NaN|-?Infinity)\b")
# _x0000_ and _x0001_ in a cell become the very signs of ledger.fault: only those of ours count.
FORGED = re.compile(
    r'"\\u000(?:0(?!(?:identity|bank_number|digits_lost|error_cell|formula|merged)")'
    r'|1(?!\d{4}-\d\d-\d\d[T"]))'
)
Row = list[Any]


class Table:
    """A sheet's table as calamine gives it, with what the scan of its XML adds."""

    def __init__(self, sheet: Sheet, source: Any, scan: Scan, *, from_1904: bool = False) -> None:
        self.sheet = sheet
        self.scan = scan
        self.from_1904 = from_1904
        # Rows are counted from the sheet's first, columns from the first that is filled.
        self.start, self.left = source.start or (0, 0)
        self.last, right = source.end or (0, 0)
        if right >= MAX_COLUMNS:
            raise Refused("file_wide", sheet=scan.title, limit=MAX_COLUMNS)
        self.merges = source.merged_cell_ranges or []
        self.rows: Iterator[Row] = source.iter_rows() if source.start else iter(())
        self.skipped: list[tuple[int, str]] = []
        self.fills: dict[int, list[tuple[int, Any]]] = {}

    def messages(self) -> Iterator[dict[str, Any] | str]:
        """Yield what the sheet is, then its rows in pieces, then what was skipped."""
        top = list(islice(self.rows, self.start + layout.TOP))
        if not any(cell != "" for row in top for cell in row):
            return
        found = layout.find(top, heading.names(self.sheet), self.merges, self.left)
        yield self._head(found, top)
        if found is None:
            return
        self.columns: list[Column] = [found.headings[place].column for place in found.places]  # type: ignore[misc]
        self.places = found.places
        places = list(zip(self.places, self.columns, strict=True))
        self.keys = [place for place, column in places if column.key]
        self.required = [place for place, column in places if column.required]
        self.headings = [top[found.row][place] for place in found.places]
        yield from self._pieces(top[found.row + 1 :], found.row + 1)
        yield {"skipped": self.skipped}

    def _head(self, found: layout.Layout | None, top: Sequence[Row]) -> dict[str, Any]:
        head: dict[str, Any] = {"sheet": self.sheet.name, "title": heading.shown(self.scan.title)}
        if found is None:
            return {**head, "row": self.start + 1, "columns": [], "dropped": [], "units": []}
        below = top[found.row + 1 :]
        return {
            **head,
            "row": found.row + 1,
            "columns": [
                [item.column.field, str(item.unit), item.written]
                for item in (found.headings[place] for place in found.places)
                if item.column
            ],
            "dropped": list(_dropped(found.headings, below, self.left)),
            "units": [
                [item.column.field, heading.shown(item.bad_unit)]
                for item in found.headings
                if item.column and item.bad_unit
            ],
        }

    def _pieces(self, rest: list[Row], first: int) -> Iterator[str]:
        self._prepare_fills(first)
        pick = itemgetter(*self.places) if len(self.places) > 1 else None
        while piece := rest + list(islice(self.rows, PIECE - len(rest) if rest else PIECE)):
            numbers, rows = self._taken(piece, first)
            first += len(piece)
            rest = []
            if rows:
                kept = map(pick, rows) if pick else ((row[self.places[0]],) for row in rows)
                yield self._json(numbers, list(map(list, zip(*kept, strict=True))))

    def _prepare_fills(self, first: int) -> None:
        """Lay out which cells below the headings belong to a cell merged over several rows."""
        columns = dict(zip(self.places, self.columns, strict=True))
        for (top, start), (bottom, _) in self.merges:
            place = start - self.left
            if top < first or top == bottom or place not in columns:
                continue
            column = columns[place]
            figure = column.type in NUMERIC and not column.key
            shared: Any = MARK + "merged" if figure else [None]
            for row in range(top, min(bottom, self.last) + 1):
                self.fills.setdefault(row, []).append((place, shared))

    def _taken(self, piece: list[Row], first: int) -> tuple[list[int], list[Row]]:
        """Return the numbers (from 1) and cells of the table's own rows."""
        numbers, rows = [], []
        for number, row in enumerate(piece, first):
            if number in self.fills:
                self._fill(row, self.fills[number])
            if row.count("") == len(row) and number not in self.scan.cells:
                continue
            reason = self._reason(number, row)
            if reason:
                self.skipped.append((number + 1, reason))
                continue
            if number in self.scan.cells:
                self._repair(row, self.scan.cells[number])
            if self.from_1904:
                self._shift(row)
            numbers.append(number + 1)
            rows.append(row)
        return numbers, rows

    def _reason(self, number: int, row: Row) -> str:
        if number in self.scan.hidden:
            return "hidden"
        if row[self.places[0]] == self.headings[0] and self._cells(row) == self.headings:
            return "heading"
        first = row[0] if row[0] != "" else next((cell for cell in row if cell != ""), "")
        return layout.row_reason(
            first, [row[p] for p in self.keys], [row[p] for p in self.required]
        )

    def _cells(self, row: Row) -> Row:
        return [row[place] for place in self.places]

    def _fill(self, row: Row, fills: Sequence[tuple[int, Any]]) -> None:
        for place, shared in fills:
            if isinstance(shared, str):
                row[place] = shared
            elif row[place] != "":
                shared[0] = row[place]
            elif shared[0] is not None:
                row[place] = shared[0]

    def _repair(self, row: Row, cells: Mapping[int, str]) -> None:
        types = dict(zip(self.places, self.columns, strict=True))
        for column, kind in cells.items():
            place = column - self.left
            if place not in types:
                continue
            if kind != "percent":
                row[place] = MARK + kind
            elif types[place].type == "percent" and isinstance(row[place], float):
                row[place] = f"{Decimal(format(row[place], '.15g')) * 100:f}%"

    def _shift(self, row: Row) -> None:
        for place, column in zip(self.places, self.columns, strict=True):
            if column.type == "date" and isinstance(row[place], float) and row[place] < 10**6:
                row[place] += PLACES_1904

    def _json(self, numbers: list[int], columns: list[Row]) -> str:
        text = _dump({"rows": numbers, "cells": columns})
        if _suspicious(text) or FORGED.search(text):
            text = _dump({"rows": numbers, "cells": [[_clean(v) for v in c] for c in columns]})
        if len(text) > MOST:
            raise Refused("file_memory")
        return text


def _dropped(
    headings: Sequence[heading.Heading], below: Sequence[Row], left: int
) -> Iterator[tuple[str, str]]:
    for place, item in enumerate(headings):
        if not item.reason:
            continue
        if item.text:
            yield item.text, item.reason
        elif any(row[place] != "" for row in below):
            yield f"[{_letters(place + left)}]", item.reason


def _letters(place: int) -> str:
    above, last = divmod(place, 26)
    return (_letters(above - 1) if above else "") + chr(65 + last)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_other)


def _other(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return DAY + value.isoformat()
    if isinstance(value, (time, timedelta)):
        return str(value)
    raise TypeError(type(value))


def _suspicious(text: str) -> bool:
    """Say whether a cell may hold what must not leave: looked for once in a whole piece."""
    digits = text.encode().translate(MASTER, JOINED)
    if b"0" * 15 in digits or len(text) > MUCH:
        return True
    return any(word in text for word in WORDS) and LITERAL.search(text) is not None


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        if FORGED.match(_dump(value)):
            value = value.lstrip(MARK + DAY)
        kind = identity.kind(narrow(value))
        return MARK + kind if kind else value[:LONGEST]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and not abs(value) < DIGITS_KEPT:
        return MARK + "digits_lost"
    return value
