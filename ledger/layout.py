"""Where the table lies in a sheet: the row of headings below its titles, and cells merged in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger import heading
from ledger.column import Column
from ledger.heading import Heading
from ledger.unit import NUMERIC, factor

TOP = 40  # rows in which the headings are looked for
ENOUGH = 2
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
Cells = list[object]


@dataclass(slots=True)
class Layout:
    """The row of headings (from 0) and what each of its cells says."""

    row: int
    headings: list[Heading]
    places: list[int]  # of the columns that are read


def find(
    top: Sequence[Cells], known: Mapping[str, Column], merges: Merges, left: int
) -> Layout | None:
    """Return the row with the most known headings, the lowest of those that repeat it."""
    filled = _filled(top, merges, left)
    best: tuple[int, heading.Row] | None = None
    for number, cells in enumerate(filled):
        row = heading.read_row(cells, known)
        lower = best is not None and number == best[0] + 1
        score = len(row.known) - (len(best[1].known) if best else 0)
        same = lower and any(_spans(merges, number))
        if score > 0 or (score == 0 and same and row.known):
            best = (number, row)
    if best is None:
        return None
    number, row = best
    found = {row.headings[place].column for place in row.known}
    if len(found) < ENOUGH and not {c for c in known.values() if c.required} <= found:
        return None
    _inherit_units(row, filled[:number])
    return Layout(number, row.headings, row.known)


def _spans(merges: Merges, row: int) -> list[bool]:
    return [True for (top, _), (bottom, _) in merges if top < row <= bottom]


def _filled(top: Sequence[Cells], merges: Merges, left: int) -> list[Cells]:
    """Return the rows with a merged cell's content in all of its cells."""
    rows = [list(row) for row in top]
    for (first, start), (last, end) in merges:
        if first >= len(rows) or start < left or start - left >= len(rows[first]):
            continue
        value = rows[first][start - left]
        for number in range(first, min(last + 1, len(rows))):
            for place in range(start - left, min(end - left + 1, len(rows[number]))):
                rows[number][place] = value
    return rows


def _inherit_units(row: heading.Row, above: Sequence[Cells]) -> None:
    """Give money without an own unit that of the group heading above it, or of 单位：万元."""
    line = next(filter(None, (heading.money_note(cells) for cells in reversed(above))), "")
    for place in row.known:
        head = row.headings[place]
        column = head.column
        if column is None or head.stated or column.type not in NUMERIC:
            continue
        group = str(above[-1][place]) if above else ""
        for note in (*heading.BRACKETS.findall(heading.plain(group)), line):
            unit = factor(column, note) if note and column.type == "money" else None
            if unit is not None:
                head.unit, head.written = unit, f"{head.written}({note})"
                break


TOTAL = re.compile(r"(?:合计|总计|小计|共计|累计|本页合计|本页小计)(?:[:(].*)?")
FOOTER = re.compile(r"(?:填表|制表|填报|审核|复核|经办|负责|联系|单位|注|备注|说明)[^:]{0,6}:")


def row_reason(first: object, keys: Sequence[object], required: Sequence[object]) -> str:
    """Say why a row is none of the table's: a total, or a line below it; "" if it is one.

    `first` is the row's first filled cell; the others are its key and its required columns.
    """
    for cell in (first, *keys):
        if isinstance(cell, str) and "计" in cell and TOTAL.fullmatch(heading.plain(cell)):
            return "total"
    if "" in required and isinstance(first, str) and FOOTER.match(heading.plain(first)):
        return "note"
    return ""
