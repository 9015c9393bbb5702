"""The uploaded workbook back, without what was dropped, with the refused cells marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ledger.fault import DAY, MARK
from ledger.identity import MASK
from ledger.problem import Problem
from ledger.source import Source
from ledger.write import put, workbook

Words = Callable[[Problem], str]
Wrong = dict[int, dict[int, str]]  # row → column → what to say there
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
RED = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}


def marked(sources: Iterable[Source], problems: Iterable[Problem], words: Words) -> bytes:
    """Return the sheets of one uploaded workbook, every row at its place in the upload.

    `problems` may hold more than reading found; `words` says each in the reader's language.
    """
    by_sheet: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_sheet[problem.sheet].append(problem)
    target = BytesIO()
    with workbook(target) as book:
        styles = {
            "red": book.add_format(RED),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        styles["red date"] = book.add_format({**RED, "num_format": "yyyy-mm-dd"})
        for source in sources:
            page = book.add_worksheet(NOT_IN_A_NAME.sub(" ", source.title)[:31])
            _write(page, source, by_sheet[source.sheet.name], styles, words)
    return target.getvalue()


def _write(
    page: Worksheet,
    source: Source,
    problems: Iterable[Problem],
    styles: Mapping[str, Format],
    words: Words,
) -> None:
    places = {column.heading: place for place, column in enumerate(source.columns)}
    wrong: Wrong = defaultdict(dict)
    for problem in problems:
        if problem.file == source.file:
            cells = wrong[problem.row - 1]
            place = places.get(problem.column, 0)
            cells[place] = "\n".join(filter(None, (cells.get(place), words(problem))))
    _row(page, source.row - 1, source.headings, wrong, styles)
    for numbers, raws in source.pieces:
        for number, cells in zip(numbers, zip(*raws, strict=True), strict=True):
            _row(page, number - 1, cells, wrong, styles)


def _row(
    page: Worksheet,
    row: int,
    cells: Iterable[Any],
    wrong: Wrong,
    styles: Mapping[str, Format],
) -> None:
    comments = wrong.pop(row, {})
    for place, raw in enumerate(cells):
        content = _content(raw)
        day = "date" if isinstance(content, date) else ""
        style = styles.get(f"red {day}".strip() if place in comments else day)
        if content != "":
            put(page, row, place, content, style)
        elif place in comments:
            page.write_blank(row, place, None, style)
    # At once: what lies above the row that is being written can no longer be added to.
    for place, text in comments.items():
        page.write_comment(row, place, text, {"x_scale": 2})


def _content(raw: Any) -> Any:
    if not isinstance(raw, str):
        return raw
    if raw.startswith(MARK):
        return MASK
    return date.fromisoformat(raw[1:11]) if raw.startswith(DAY) else raw
