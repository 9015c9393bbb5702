"""Rows on sheets: all of them, in their order, no sheet too full, room left for who signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import integers

from web.pages.plan import sheets


@given(integers(0, 200), integers(1, 30), integers(1, 30), integers(0, 6))
def test_every_row_lies_on_one_sheet_that_holds_it(count, first, rest, below):
    rest = max(rest, 2 * below)  # a sheet holds twice what those who sign take
    rows = list(range(count))
    found = sheets(rows, first, rest, below)
    assert [row for sheet in found for row in sheet] == rows
    assert len(found[0]) <= first
    assert all(len(sheet) <= rest for sheet in found[1:])
    room = first if len(found) == 1 else rest
    assert count == 0 or len(found[-1]) + below <= room


def test_no_rows_are_one_sheet():
    assert sheets([], 5, 5, 2) == [[]]
