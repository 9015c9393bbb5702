"""Headings of real workbooks: which column each one is, in which unit, or why it is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.column import SHEETS, Column, Sheet
from ledger.identity import masked
from ledger.unit import NOTES, NUMERIC, ONE, factor
from ledger.width import narrow
from rules.wording import is_about_people

BRACKETS = re.compile(r"[(\[【〔{《「](.*?)(?:[)\]】〕}》」]|$)")
NUMBERING = re.compile(r"^(?:\(?\d{1,3}[).、:]?|[①-⑳]|[一二三四五六七八九十]{1,3}[、.])")
SUFFIX = re.compile(r"(.+?)[/:_,-](.{1,8})")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f]")
SHOWN = 40


@dataclass(slots=True)
class Heading:
    """What a heading says: a column with its unit, or the reason for dropping it."""

    text: str
    column: Column | None = None
    written: str = ""  # as it stands in the workbook, with the unit that it takes from above
    unit: Decimal = ONE
    stated: bool = False  # the heading itself names a unit
    reason: str = ""  # forbidden | unknown | duplicate
    bad_unit: str = ""


@dataclass(slots=True)
class Row:
    """A row of headings with the known columns in it."""

    headings: list[Heading]
    known: list[int] = field(default_factory=list)


def plain(text: str) -> str:
    """Return a heading without numbering, blanks, line breaks, stars and outer colons."""
    text = INVISIBLE.sub("", "".join(narrow(text).replace("_x000D_", "").split()))
    text = NUMBERING.sub("", text.replace("*", "").replace("★", "")).strip(":")
    return text.casefold()


def shown(text: str) -> str:
    """Return a heading or sheet name as a report may show it."""
    return masked(INVISIBLE.sub("", " ".join(narrow(text).split())))[:SHOWN]


def names(sheet: Sheet) -> dict[str, Column]:
    """Return the columns of a sheet by their plain headings."""
    return {plain(column.heading): column for column in sheet.columns}


def read(text: str, known: Mapping[str, Column]) -> Heading:
    """Return what one heading says."""
    notes = BRACKETS.findall(plain(text))
    base = BRACKETS.sub("", plain(text))
    if any(is_about_people(note) for note in notes):
        return Heading(shown(text), reason="forbidden")
    column = known.get(base)
    if column is None and (match := SUFFIX.fullmatch(base)) and match[1] in known:
        column, notes = known[match[1]], [*notes, match[2]]
    if column is None:
        return Heading(shown(text), reason="forbidden" if is_about_people(text) else "unknown")
    return _with_unit(Heading(column.heading, column, written=shown(text)), notes)


def _with_unit(heading: Heading, notes: Iterable[str]) -> Heading:
    column = heading.column
    if column is None or column.type not in NUMERIC:
        return heading
    for note in notes:
        if note in NOTES:
            continue
        unit = factor(column, note)
        if unit is None:
            heading.bad_unit = note
        else:
            heading.unit, heading.stated = unit, True
    return heading


def read_row(cells: Sequence[object], known: Mapping[str, Column]) -> Row:
    """Return what the headings in a row say; the second of two alike is a duplicate."""
    row = Row([read(cell if isinstance(cell, str) else "", known) for cell in cells])
    seen: set[str] = set()
    for place, heading in enumerate(row.headings):
        if heading.column is None:
            continue
        if heading.column.field in seen:
            heading.column, heading.reason = None, "duplicate"
        else:
            seen.add(heading.column.field)
            row.known.append(place)
    return row


def sheet_of(title: str) -> Sheet | None:
    """Return the sheet of the ledger that a workbook's sheet is, by its name."""
    name = plain(title)
    return SHEETS.get(name) or SHEETS.get(name.removesuffix("表"))


MONEY_NOTE = re.compile(r"单位[::]?\(?([^()]+?)\)?$")


def money_note(cells: Iterable[object]) -> str:
    """Return the unit that a line above the headings names, such as 单位：万元, or ""."""
    for cell in cells:
        match = MONEY_NOTE.search(plain(cell)) if isinstance(cell, str) else None
        if match:
            return re.split(r"[,、/;]", match[1])[0]
    return ""
