"""A yearly pack as files: PDF and Word in both languages, Excel in the reader's.

All three are made of the same tables as the page, so none can say something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _

from ledger.table import Column, Table, tables
from models.pack import Figures
from rules.number import RATE
from web import formats, paper
from web.document import Document
from web.formats import ARABIC, CHINESE
from web.language import LANGUAGES, in_each, spoken
from web.pack import sections
from web.pages.review import Cell, Section
from web.paper import Pair, alone

# Of a table's columns, as parts of the paper's width.
WIDTHS: Mapping[str, Sequence[float]] = {
    "industries": (2, 4, 5, 3, 1.4),
    "late": (5, 2, 3, 3, 3),
    "findings": (2, 3, 2, 2, 2),
    "effects": (4, 2, 3, 3),
    "decisions": (2, 7),
    "parameters": (4, 4, 2),
    "rules": (2, 4, 2),
    "sheet": (2, 4, 5, 2.2, 2.2, 1.8, 2, 2.4),
}
LIST = (5, 2)  # of a list of names with a number each
NARROW = 24  # characters of a column that explains
WIDTH = 16.6  # centimetres of a page between its margins
ACROSS = 25.3  # of one that lies across
EXCEL = {"count": "count", "money": "money", "percent": "percent", "day": "date"}


def pdf(figures: Figures) -> bytes:
    """Return the pack as PDF."""
    own = {"paper": _head(figures), "sections": [_printed(*each) for each in _both(figures)]}
    return paper.pdf("review.typ", own)


def word(figures: Figures) -> bytes:
    """Return the pack as a Word document."""
    head = _head(figures)
    document = Document(head["title"], head["header"], head["footer"])
    for zh, ug in _both(figures):
        own = _printed(zh, ug)
        width = WIDTH
        if zh.code == "sheet":
            document.across()
            width = ACROSS
        document.heading(own["title"])
        if zh.note:
            document.text(own["note"], small=True)
        if zh.rows:
            parts = own["widths"]
            widths = [width * part / sum(parts) for part in parts]
            document.table(own["head"], own["rows"], *widths)
        else:
            document.text(paper.both(lambda: _("没有")))
    return document.data()


def book(figures: Figures) -> bytes:
    """Return the pack as a workbook: numbers as numbers, a sheet for each part."""
    found = [_cover(figures), *(_table(each) for each in sections(figures))]
    named = [
        Table(f"{number} {table.name}", table.columns, table.rows)
        for number, table in enumerate(found, 1)
    ]
    return tables(named, right_to_left=LANGUAGES[spoken()].direction == "rtl")


def name(figures: Figures) -> str:
    """Return what a file of the pack is called."""
    return _(
        "年度研究-%(place)s-%(year)s年-截至%(day)s",
        place=figures.name,
        year=figures.year,
        day=figures.day.isoformat(),
    )


def _both(figures: Figures) -> Iterator[tuple[Section, Section]]:
    """Yield each part in both languages."""
    found = [sections(figures) for _language in in_each()]
    yield from zip(*found, strict=True)


def _head(figures: Figures) -> dict[str, dict[str, str]]:
    day = alone(figures.day.isoformat())
    return {
        "title": paper.both(
            lambda: _(
                "%(place)s %(year)s年联农带农年度研究",
                place=figures.name,
                year=figures.year,
            )
        ),
        "header": paper.both(lambda: _("数字截至 %(day)s，存了就不再变。", day=day)),
        "footer": paper.both(lambda: _("里面没有任何一户的姓名、编码、核对和认账。")),
    }


def _printed(zh: Section, ug: Section) -> dict[str, Any]:
    """Return a part as papers want it: texts in both languages, figures and codes as they are."""
    columns = zip(zh.columns, ug.columns, strict=True)
    return {
        "code": zh.code,
        "title": {"zh": zh.title, "ug": ug.title},
        "note": {"zh": zh.note, "ug": ug.note},
        "head": [{"zh": one.label, "ug": other.label} for one, other in columns],
        "numbers": [column.number for column in zh.columns],
        "widths": list(WIDTHS.get(zh.code, LIST)),
        "rows": [
            [_content(*cells) for cells in zip(*rows, strict=True)]
            for rows in zip(zh.rows, ug.rows, strict=True)
        ],
    }


def _content(zh: Cell, ug: Cell) -> Pair | str:
    """Return a figure as text, and words in both languages or in the one they are written in."""
    if zh.kind == "article":
        number, _mark, part = zh.value.partition("(")
        return {code: formats.FORMATS[code].article(number, part.rstrip(")")) for code in LANGUAGES}
    if zh.kind in EXCEL:
        return figure(zh)
    if zh.value != ug.value:
        return {"zh": zh.value, "ug": ug.value}
    return {"ug" if ARABIC.search(zh.value) else "zh": zh.value}


def figure(cell: Cell) -> str:
    """Return a number or a day as plain text; an empty one is empty."""
    if cell.value is None:
        return ""
    write = {
        "count": lambda number: f"{number:,}",
        "money": formats.amount,
        "percent": formats.percent,
        "day": formats.iso,
    }
    return write[cell.kind](cell.value)


def _cover(figures: Figures) -> Table:
    rows = [
        [_("县市"), figures.name],
        [_("年"), figures.year],
        [_("数字截至"), figures.day.isoformat()],
        [_("说明"), _("里面没有任何一户的姓名、编码、核对和认账。")],
    ]
    columns = [Column(_("项目"), width=NARROW), Column(_("内容"), "number", 2 * NARROW)]
    return Table(_("说明"), columns, rows)


def _table(section: Section) -> Table:
    kinds = [_kind(column) for column in zip(*section.rows, strict=True)]
    kinds = kinds or ["text"] * len(section.columns)
    wide = [_width(column) for column in zip(*section.rows, strict=True)] or [0] * len(kinds)
    columns = [
        Column(column.label, kind, width)
        for column, kind, width in zip(section.columns, kinds, wide, strict=True)
    ]
    rows = [
        [_value(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in section.rows
    ]
    return Table(section.title, columns, rows)


def _kind(cells: Sequence[Cell]) -> str:
    found = {EXCEL[cell.kind] for cell in cells if cell.kind in EXCEL}
    return "text" if not found else found.pop() if len(found) == 1 else "number"


def _width(cells: Sequence[Cell]) -> int:
    """Return how many characters the longest text of a column takes; Chinese ones take two."""
    texts = [str(cell.value) for cell in cells if cell.kind not in EXCEL]
    return max((len(text) + len(CHINESE.findall(text)) for text in texts), default=0) + 2


def _value(cell: Cell, kind: str) -> Any:
    if cell.kind == "article":
        number, _mark, part = cell.value.partition("(")
        return formats.current().article(number, part.rstrip(")"))
    if cell.kind == "percent":
        return Decimal(cell.value) / RATE
    if cell.kind == "money" and kind == "number":
        return Decimal(cell.value).scaleb(-2)
    return cell.value or None if cell.kind == "text" else cell.value
