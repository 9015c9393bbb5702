"""Several sheets and several workbooks read together."""

import datetime as dt
from io import BytesIO

import pytest
import xlsxwriter

from ledger.column import SHEETS
from ledger.read import read
from tests.ledger.build import HOUSEHOLDS, book, repacked, text, with_sheet
from tests.ledger.sheets import GOOD, VILLAGE, reading, table


def test_sheets_come_in_the_order_in_which_they_refer_to_one_another():
    first = book({"发放": table("发放"), "农户": table("农户")})
    second = book({"协议": table("协议"), "项目": table("项目")})
    found = read([("a.xlsx", first), ("b.xlsx", second)])
    assert list(found.rows) == ["项目", "协议", "农户", "发放"]
    assert found.files == ["a.xlsx", "b.xlsx"]


def test_no_sheet_refers_to_a_later_one():
    seen = set()
    for sheet in SHEETS.values():
        seen.add(sheet.name)
        assert {column.reference for column in sheet.columns} - {""} <= seen


@pytest.mark.parametrize("sheet", GOOD)
def test_a_right_row_of_every_sheet_is_taken(sheet):
    found = reading(sheet)
    assert not found.problems
    assert len(found.rows[sheet]) == 1


def test_empty_key_cells_mean_what_the_columns_say():
    assert reading("协议").rows["协议"][0].key == ("XY1", 1, dt.date(2024, 1, 1))
    assert reading("经营结果").rows["经营结果"][0].key == ("XY1", 1, 2024, 1)
    assert reading("受益").rows["受益"][0].key == ("XY1", 1, "H1", None)
    assert reading("发放").rows["发放"][0].key == ("XY1", "H1", 2024, None, None, "1", "normal")


def test_a_column_that_is_not_there_is_not_spoken_of():
    values = reading("农户").rows["农户"][0].values
    assert "household.workers" not in values
    assert reading("农户", {"劳动力数": None}).rows["农户"][0].values["household.workers"] is None


def test_the_same_row_twice_is_one():
    found = reading("农户", {}, {})
    assert [row.number for row in found.rows["农户"]] == [2]
    assert found.repeated == {"农户": 1}
    assert not found.problems


def test_one_key_with_two_contents_is_a_problem_of_the_later_row():
    found = reading("农户", {}, {"户主姓名": "李四"}, {"户编码": "H2"})
    assert [row.number for row in found.rows["农户"]] == [2, 4]
    problem = found.problems[0]
    assert (problem.row, problem.column, problem.value) == (3, "户编码", "H1")
    assert (problem.expected, dict(problem.params)) == (
        "duplicate_key",
        {"file": "台账.xlsx", "row": 2},
    )


def test_another_workbook_may_know_more_of_a_row_but_nothing_else():
    names = book({"农户": table("农户")})
    more = book({"农户": table("农户", {"劳动力数": 2})})
    found = read([("a.xlsx", names), ("b.xlsx", more)])
    assert not found.problems
    assert [row.values["household.workers"] for row in found.rows["农户"]] == [2]
    other = book({"农户": table("农户", {"户主姓名": "李四"})})
    found = read([("a.xlsx", names), ("b.xlsx", other)])
    assert [(p.file, p.expected) for p in found.problems] == [("b.xlsx", "duplicate_key")]


def test_a_share_shown_as_per_cent_is_per_cent():
    def percent(made):
        page = made["利率"]
        page["B2"].number_format = "0.00%"
        page["B3"].number_format = '0.00"%"'
        page["B4"].number_format = "[Red]0.0%;(0.0%)"

    rows = [["日期", "一年期LPR"]]
    rows += [[f"2024-0{n}-22", value] for n, value in enumerate((0.0345, 3.45, 0.06), 1)]
    found = read([("a.xlsx", book({"利率": rows}, percent))])
    assert [row.values["lpr.rate"] for row in found.rows["利率"]] == [3450, 3450, 6000]


def test_days_counted_from_1904_are_the_same_days():
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"date_1904": True})
    page = made.add_worksheet("利率")
    page.write_row(0, 0, ["日期", "一年期LPR"])
    page.write_datetime(
        1, 0, dt.datetime(2024, 1, 22), made.add_format({"num_format": "yyyy-mm-dd"})
    )
    page.write_number(1, 1, 3.45)
    page.write_datetime(2, 0, dt.datetime(2024, 2, 20))
    page.write_number(2, 1, 3.45)
    made.close()
    found = read([("a.xlsx", target.getvalue())])
    assert [row.key[0] for row in found.rows["利率"]] == [
        dt.date(2024, 1, 22),
        dt.date(2024, 2, 20),
    ]


def test_a_formula_gives_its_stored_result():
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    page = made.add_worksheet("农户")
    for place, row in enumerate(HOUSEHOLDS):
        page.write_row(place, 0, row)
    page.write_formula(1, 2, '="张"&"三"', None, "张三")
    page.write_formula(2, 0, "=1/0", None, "#DIV/0!")
    page.write_row(2, 1, [VILLAGE, "李四", "脱贫户"])
    made.close()
    found = read([("a.xlsx", target.getvalue())])
    assert [row.values["household.head"] for row in found.rows["农户"]] == ["张三"]
    assert [(p.row, p.expected) for p in found.problems] == [(3, "error_cell")]


@pytest.mark.parametrize("name", ["_x0000_甲乙", "_x0001_甲乙", "_x0000_choice"])
def test_no_cell_passes_for_one_that_the_child_has_marked(name):
    cells = zip("ABCD", (*HOUSEHOLDS[1][:2], name, HOUSEHOLDS[1][3]), strict=True)
    heading = zip("ABCD", HOUSEHOLDS[0], strict=True)
    rows = [
        f"<row r='{n}'>{''.join(text(f'{letter}{n}', cell) for letter, cell in row)}</row>"
        for n, row in enumerate((heading, cells), 1)
    ]
    found = read([("a.xlsx", with_sheet("".join(rows)))])
    assert not found.problems
    assert [row.values["household.head"] for row in found.rows["农户"]] == [name[7:]]


def test_other_spellings_of_the_same_xml_are_read():
    parts = {
        "xl/worksheets/sheet1.xml": (
            "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
            "<x:sheetData>"
            + "".join(
                f"<x:row r='{n}'{hidden}>"
                + "".join(
                    f"<x:c r='{letter}{n}' t='inlineStr'><x:is><x:t>{cell}</x:t></x:is></x:c>"
                    for letter, cell in zip("ABCD", row, strict=True)
                )
                + "</x:row>"
                for n, hidden, row in (
                    (1, "", HOUSEHOLDS[0]),
                    (2, "", HOUSEHOLDS[1]),
                    (3, " hidden='1'", HOUSEHOLDS[1]),
                )
            )
            + "</x:sheetData></x:worksheet>"
        )
    }
    found = read([("a.xlsx", repacked(parts))])
    assert [row.number for row in found.rows["农户"]] == [2]
    assert [(s.row, s.reason) for s in found.skipped] == [(3, "hidden")]
