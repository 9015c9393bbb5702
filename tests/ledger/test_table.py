"""A table to take away: what is written is what is read, and no cell is a formula."""

import io
from datetime import date

import openpyxl

from ledger.table import Column, Table, tables

COLUMNS = [Column("名"), Column("元", "money"), Column("个", "count"), Column("日", "date")]


def opened(*rows, **options):
    data = tables([Table("表[1]", COLUMNS, rows)], **options)
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_cells_are_what_they_were():
    page = opened(["甲", 123_456, 7, date(2026, 11, 23)], [None, "不显示", None, None])
    assert [cell.value for cell in page[1]] == ["名", "元", "个", "日"]
    name, money, count, day = (cell.value for cell in page[2])
    assert (name, money, count, day.date()) == ("甲", 1234.56, 7, date(2026, 11, 23))
    assert [cell.value for cell in page[3]] == [None, "不显示", None, None]


def test_nothing_is_a_live_formula_or_link():
    page = opened(["=1+1", 0, 0, None], ["http://example.org", 0, 0, None], ["+1", 0, 0, None])
    for row in (2, 3, 4):
        cell = page.cell(row, 1)
        assert cell.data_type == "s"
        assert cell.hyperlink is None


def test_a_sheet_reads_from_right_to_left_where_asked():
    assert opened(["x", 0, 0, None], right_to_left=True).sheet_view.rightToLeft
    assert not opened(["x", 0, 0, None]).sheet_view.rightToLeft
