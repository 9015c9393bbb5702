"""The refused workbook back: rows at their places, what was dropped left out, wrong cells red."""

import io

import openpyxl
import pytest

from ledger.marked import marked
from ledger.read import read
from tests.ledger.build import book
from tests.ledger.sheets import VILLAGE

ROWS = [
    ["某县农户台账"],
    ["填报单位：某局"],
    ["序号", "户编码", "行政村代码", "户主姓名", "户类别", "身份证号", "劳动力数（人）"],
    [1, "H1", VILLAGE, "张三", "脱贫户", "652301199001011235", 2],
    [2, "652301199001011235", VILLAGE, "+李四", "脱贫户", None, 99],
    [3, "H3", VILLAGE, None, "脱贫户", None, 1],
]


@pytest.fixture(scope="module")
def found():
    return read([("台账.xlsx", book({"1.农户": ROWS}))])


@pytest.fixture(scope="module")
def page(found):
    data = marked(found.sources, found.problems, lambda problem: f"请改：{problem.expected}")
    return openpyxl.load_workbook(io.BytesIO(data))["1.农户"]


def red(cell):
    return cell.fill.fgColor.rgb == "FFFFC7CE"


def test_rows_stand_where_they_stood(page):
    assert [cell.value for cell in page[3]] == [
        "户编码",
        "行政村代码",
        "户主姓名",
        "户类别",
        "劳动力数(人)",
    ]
    assert [cell.value for cell in page[4]] == ["H1", VILLAGE, "张三", "脱贫户", 2]


def test_wrong_cells_are_red_and_say_why(page):
    assert red(page["A5"])
    assert page["A5"].comment.text == "请改：identity"
    assert red(page["E5"])
    assert page["E5"].comment.text == "请改：range"
    assert red(page["C6"])
    assert page["C6"].comment.text == "请改：required"
    assert not red(page["A4"])
    assert page["A4"].comment is None


def test_what_was_dropped_or_masked_is_not_in_it(found, page):
    contents = [str(cell.value) for row in page.iter_rows() for cell in row]
    assert "652301199001011235" not in contents
    assert page["A5"].value == "******"
    assert page["C5"].value == "+李四"


def test_corrected_it_can_be_imported(page):
    page["A5"].value, page["E5"].value, page["C6"].value = "H2", 1, "王五"
    page.parent.active.title = "农户"
    target = io.BytesIO()
    page.parent.save(target)
    again = read([("改.xlsx", target.getvalue())])
    assert not again.problems
    assert [row.key for row in again.rows["农户"]] == [("H1",), ("H2",), ("H3",)]


def test_a_unit_from_above_is_written_out():
    rows = [["单位：万元"], ["县代码", "年度", "其中用于产业"], ["6523", 2024, 1.5]]
    found = read([("a.xlsx", book({"县指标": rows}))])
    data = marked(found.sources, found.problems, lambda problem: problem.expected)
    page = openpyxl.load_workbook(io.BytesIO(data))["县指标"]
    assert page["C2"].value == "其中用于产业(万元)"
    page["A3"].value = "652324"
    target = io.BytesIO()
    page.parent.save(target)
    again = read([("a.xlsx", target.getvalue())])
    assert again.rows["县指标"][0].values["county.central_industry"] == 1_500_000


def test_a_whole_sheet_that_was_refused_is_marked_at_its_headings():
    found = read([("a.xlsx", book({"农户": [["户编码", "户主姓名"], ["H1", "张三"]]}))])
    data = marked(
        found.sources, found.problems, lambda problem: f"{problem.column}:{problem.expected}"
    )
    page = openpyxl.load_workbook(io.BytesIO(data))["农户"]
    assert page["A1"].comment.text == "行政村代码:column_missing\n户类别:column_missing"
    assert page["A2"].value == "H1"
