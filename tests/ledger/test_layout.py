"""Where the table lies: titles above it, headings in any order, totals and notes below it."""

import pytest
from openpyxl.styles import Font

from tests.ledger.build import HOUSEHOLDS, book
from tests.ledger.sheets import VILLAGE, read_rows, table

HEADINGS = ["户编码", "行政村代码", "户主姓名", "户类别"]
ROW = ["H1", VILLAGE, "张三", "脱贫户"]


def merged(*ranges, sheet="农户"):
    def change(made):
        for cells in ranges:
            made[sheet].merge_cells(cells)

    return change


def numbers(found, sheet="农户"):
    return [row.number for row in found.rows.get(sheet, ())]


def test_title_rows_stand_above_the_headings():
    rows = [["某县农户台账"], ["填报单位：某局", None, None, "2024年"], [], HEADINGS, ROW]
    found = read_rows("农户", rows, change=merged("A1:D1", "A2:C2"))
    assert not found.problems
    assert numbers(found) == [5]


def test_a_table_may_begin_anywhere():
    rows = [[], [], [None, None, *HEADINGS], [None, None, *ROW]]
    assert numbers(read_rows("农户", rows)) == [4]


def test_headings_come_in_any_order():
    found = read_rows("农户", [HEADINGS[::-1], ROW[::-1]])
    assert found.rows["农户"][0].values["household.head"] == "张三"


@pytest.mark.parametrize(
    "heading",
    [
        "户主\n姓名",
        " 户 主 姓 名 ",
        "3.户主姓名",
        "（3）户主姓名",
        "三、户主姓名",
        "户主姓名*",
        "户主姓名：",
        "户主姓名（必填）",
    ],
)
def test_headings_are_written_in_many_ways(heading):
    found = read_rows("农户", [["户编码", "行政村代码", heading, "户类别"], ROW])
    assert numbers(found) == [2]
    assert not found.dropped


@pytest.mark.parametrize("name", ["农户", " 农户 ", "1.农户", "2、农户表", "农 户"])
def test_sheets_are_named_in_many_ways(name):
    assert numbers(read_rows(name, [HEADINGS, ROW])) == [2]


def test_simple_sheet_keeps_its_name():
    rows = [
        ["户编码", "行政村代码", "户主姓名", "主体名称", "带动方式", "年度"],
        ["H1", VILLAGE, "张三", "某合作社", "订单收购", 2024],
    ]
    assert numbers(read_rows("简表", rows), "简表") == [2]


def test_headings_may_be_merged_over_two_rows():
    rows = [
        [
            "项目编号",
            "项目名称",
            "年度",
            "项目类型",
            "产业项目",
            "主管部门",
            "实施单位",
            "资金(万元)",
            None,
        ],
        [None, None, None, None, None, None, None, "中央衔接资金", "援疆资金"],
        ["P1", "养殖场", 2023, "经营性", "是", "某局", "某社", 1.5, 2],
    ]
    ranges = [f"{letter}1:{letter}2" for letter in "ABCDEFG"] + ["H1:I1"]
    found = read_rows("项目", rows, change=merged(*ranges, sheet="项目"))
    values = found.rows["项目"][0].values
    assert (values["project.fund.central"], values["project.fund.xinjiang_aid"]) == (
        1_500_000,
        2_000_000,
    )
    assert numbers(found, "项目") == [3]


def test_a_line_above_the_headings_may_name_the_unit_of_money():
    headings, row = table("资产", {"原值": 12.5, "财政投入额(元)": 1000})
    found = read_rows("资产", [["资产台账"], ["单位：万元"], headings, row])
    values = found.rows["资产"][0].values
    assert (values["asset.cost"], values["asset.public_money"]) == (12_500_000, 100_000)


def test_a_line_that_names_an_office_is_no_unit():
    headings, row = table("资产", {"原值": 12.5})
    found = read_rows("资产", [["单位：某县农业农村局"], headings, row])
    assert found.rows["资产"][0].values["asset.cost"] == 1250


@pytest.mark.parametrize("word", ["合计", "总 计", "小计：", "合计（3户）"])
def test_totals_are_skipped_and_reported(word):
    found = read_rows("农户", [HEADINGS, ROW, [word, None, "3 户"]])
    assert not found.problems
    assert [(s.sheet, s.row, s.reason) for s in found.skipped] == [("农户", 3, "total")]


def test_a_total_may_stand_in_a_column_that_is_dropped():
    found = read_rows("农户", [["序号", *HEADINGS], [1, *ROW], ["合计", None, None, 1]])
    assert [(s.row, s.reason) for s in found.skipped] == [(3, "total")]


def test_notes_below_the_table_are_skipped_and_reported():
    rows = [HEADINGS, ROW, ["填表人：李四   审核人：王五"], ["注：以上为 2024 年数据"]]
    found = read_rows("农户", rows)
    assert not found.problems
    assert [s.reason for s in found.skipped] == ["note", "note"]


def test_a_whole_row_is_no_note_whatever_it_begins_with():
    found = read_rows("农户", [HEADINGS, ["备注1:23", *ROW[1:]]])
    assert numbers(found) == [2]


def test_hidden_rows_are_skipped_and_reported():
    def hide(made):
        made["农户"].row_dimensions[3].hidden = True

    found = read_rows("农户", [HEADINGS, ROW, ["H2", *ROW[1:]], ["H3", *ROW[1:]]], change=hide)
    assert numbers(found) == [2, 4]
    assert [(s.row, s.reason) for s in found.skipped] == [(3, "hidden")]


def test_hidden_sheets_are_dropped_and_reported():
    def hide(made):
        made["农户"].sheet_state = "hidden"

    from ledger.read import read

    data = book({"农户": HOUSEHOLDS, "行政村": [["行政村代码", "联系电话"], [VILLAGE, None]]}, hide)
    found = read([("a.xlsx", data)])
    assert set(found.rows) == {"行政村"}
    assert [(d.sheet, d.column, d.reason) for d in found.dropped] == [("农户", "", "hidden")]


def test_blank_rows_are_nothing():
    rows = [HEADINGS, [], ROW, [None, " ", None, "　"], [], ["H2", *ROW[1:]]]

    def style(made):
        made["农户"]["Z90"].font = Font(bold=True)

    found = read_rows("农户", rows, change=style)
    assert not found.problems
    assert numbers(found) == [3, 6]


def test_headings_repeated_for_printing_are_no_row():
    found = read_rows("农户", [HEADINGS, ROW, HEADINGS, ["H2", *ROW[1:]]])
    assert not found.problems
    assert numbers(found) == [2, 4]
    assert [(s.row, s.reason) for s in found.skipped] == [(3, "heading")]


def test_a_text_merged_over_rows_stands_in_each():
    rows = [HEADINGS, ROW, ["H2", None, "李四", None], ["H3", None, "王五", None]]
    found = read_rows("农户", rows, change=merged("B2:B4", "D2:D3"))
    assert numbers(found) == [2, 3]
    assert found.rows["农户"][1].values["household.village"] == VILLAGE
    assert [(p.row, p.column, p.expected) for p in found.problems] == [(4, "户类别", "required")]


def test_a_figure_merged_over_rows_is_refused():
    headings, *rows = table(
        "发放", {"凭证号": "1", "实付金额": 900}, {"凭证号": "2", "实付金额": None}
    )
    place = "ABCDEFGHIJ"[headings.index("实付金额")]
    found = read_rows("发放", [headings, *rows], change=merged(f"{place}2:{place}3", sheet="发放"))
    assert [(p.row, p.column, p.expected) for p in found.problems] == [
        (2, "实付金额", "merged"),
        (3, "实付金额", "merged"),
    ]


def test_a_sheet_without_headings_is_refused():
    found = read_rows("农户", [["某县农户台账"], ["H1", VILLAGE, "张三"]])
    assert [(p.sheet, p.column, p.expected) for p in found.problems] == [("农户", "", "headings")]


def test_an_empty_sheet_is_nothing():
    from ledger.read import read

    found = read([("a.xlsx", book({"农户": [], "协议": [["协议编号", "主体编号"]]}))])
    assert {p.sheet for p in found.problems} == {"协议"}


def test_a_missing_column_is_one_problem_and_not_one_a_row():
    rows = [["户编码", "户主姓名", "户类别"], *(["H1", "张三", "脱贫户"] for _ in range(9))]
    found = read_rows("农户", [["标题"], *rows])
    assert [(p.row, p.column, p.expected) for p in found.problems] == [
        (2, "行政村代码", "column_missing")
    ]
    assert not found.rows


def test_an_unknown_unit_refuses_the_sheet():
    headings, row = table("资产", {"原值": 12.5})
    headings = [f"{h}(美元)" if h == "原值" else h for h in headings]
    found = read_rows("资产", [headings, row])
    problem = found.problems[0]
    assert (problem.column, problem.value, problem.expected) == ("原值", "美元", "unit")
    assert "万元" in problem.params["units"]
