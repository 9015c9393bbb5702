"""Cells and rows that cannot be taken: refused by their code, at their place, the row whole."""

import datetime as dt

import pytest

from ledger.problem import PROBLEMS
from tests.ledger.sheets import reading

LONG_NAME = "长" * 201
CASES = [
    # sheet, what is written, column, code, params
    ("农户", {"户主姓名": None}, "户主姓名", "required", {}),
    ("农户", {"户主姓名": "　 "}, "户主姓名", "required", {}),
    ("农户", {"户主姓名": "张\u202e三"}, "户主姓名", "invisible", {"character": "U+202E"}),
    ("农户", {"户主姓名": "\u2067张三\u2069"}, "户主姓名", "invisible", {"character": "U+2067"}),
    ("农户", {"户主姓名": "张\u200b三"}, "户主姓名", "invisible", {"character": "U+200B"}),
    ("农户", {"户主姓名": "\ufeff张三"}, "户主姓名", "invisible", {"character": "U+FEFF"}),
    ("农户", {"户主姓名": "张\u200d三"}, "户主姓名", "invisible", {"character": "U+200D"}),
    ("农户", {"户主姓名": "张\n三"}, "户主姓名", "invisible", {"character": "U+000A"}),
    ("农户", {"户主姓名": LONG_NAME}, "户主姓名", "too_long", {"limit": 200}),
    ("农户", {"户编码": "652301199001011235"}, "户编码", "identity", {}),
    ("农户", {"户编码": "６５２３０１ １９９００１０１ １２３５"}, "户编码", "identity", {}),
    ("农户", {"户主姓名": "张三652301199001011235"}, "户主姓名", "identity", {}),
    ("农户", {"户主姓名": "张三 6222 0212 3456 7890 128"}, "户主姓名", "bank_number", {}),
    ("农户", {"户编码": 652301199001011235}, "户编码", "digits_lost", {}),
    ("农户", {"户编码": 6222021234567890}, "户编码", "digits_lost", {}),
    ("农户", {"户类别": "贫困户"}, "户类别", "choice", {"choices": ("lifted", "watched", "other")}),
    ("农户", {"户类别": "=1/0"}, "户类别", "formula", {}),
    ("农户", {"行政村代码": "65232410020"}, "行政村代码", "code12", {}),
    ("农户", {"行政村代码": "某村"}, "行政村代码", "code12", {}),
    ("农户", {"低收入": "也许"}, "低收入", "yesno", {}),
    ("农户", {"劳动力数": 31}, "劳动力数", "range", {"low": 0, "high": 30}),
    ("农户", {"劳动力数": -1}, "劳动力数", "range", {"low": 0, "high": 30}),
    ("农户", {"劳动力数": 1.5}, "劳动力数", "integer", {}),
    ("农户", {"劳动力数": "两人"}, "劳动力数", "integer", {}),
    ("农户", {"劳动力数": True}, "劳动力数", "integer", {}),
    ("农户", {"劳动力数": "#N/A"}, "劳动力数", "error_cell", {}),
    ("项目", {"年度": 2013}, "年度", "year", {"low": 2014, "high": 2040}),
    ("项目", {"年度": "二〇二三"}, "年度", "year", {"low": 2014, "high": 2040}),
    ("项目", {"中央衔接资金": "100.005"}, "中央衔接资金", "sub_fen", {}),
    ("项目", {"中央衔接资金": 100.005}, "中央衔接资金", "sub_fen", {}),
    ("项目", {"中央衔接资金": "一百元"}, "中央衔接资金", "money", {}),
    ("项目", {"中央衔接资金": "12,34"}, "中央衔接资金", "money", {}),
    ("项目", {"中央衔接资金": "100美元"}, "中央衔接资金", "money", {}),
    ("项目", {"中央衔接资金": -1}, "中央衔接资金", "range", {"low": 0, "high": None}),
    ("项目", {"中央衔接资金": 2e11}, "中央衔接资金", "range", {"low": 0, "high": 10**11}),
    ("项目", {"中央衔接资金": "9" * 30}, "中央衔接资金", "money", {}),
    ("资产", {"使用年限": 0}, "使用年限", "above", {"low": 0}),
    ("资产", {"使用年限": 1.00001}, "使用年限", "decimals", {"limit": 4}),
    ("资产", {"残值率": 101}, "残值率", "range", {"low": 0, "high": 100}),
    ("资产", {"残值率": "5厘"}, "残值率", "percent", {}),
    ("资产", {"启用日期": "2023-02-30"}, "启用日期", "date", {}),
    ("资产", {"启用日期": "2023-05"}, "启用日期", "date", {}),
    ("资产", {"启用日期": 2023}, "启用日期", "date", {}),
    ("资产", {"启用日期": "23-05-01"}, "启用日期", "date", {}),
    ("资产", {"启用日期": dt.time(12, 30)}, "启用日期", "date", {}),
    ("资产", {"启用日期": "2223-05-01"}, "启用日期", "date", {}),
    ("经营主体", {"主体编号": "91652300MA7777777A"}, "主体编号", "business_number", {}),
    ("经营主体", {"主体编号": "某合作社"}, "主体编号", "business_number", {}),
    ("经营主体", {"联系电话": "138000"}, "联系电话", "phone", {}),
    ("经营主体", {"联系电话": "13800000000、13900000000"}, "联系电话", "phone", {}),
    ("协议", {"条款序号": 0}, "条款序号", "range", {"low": 1, "high": None}),
    ("协议", {"分红基准日": "02-30"}, "分红基准日", "monthday", {}),
    ("协议", {"分红基准日": 12.2}, "分红基准日", "monthday", {}),
    ("协议", {"兑现时限": "年底"}, "兑现时限", "monthdays", {}),
    ("协议", {"兑现时限": "06-30=0"}, "兑现时限", "monthdays", {}),
    ("协议", {"兑现时限": "06-30;6月30日"}, "兑现时限", "monthdays", {}),
    ("协议", {"保底比例": 3.4567}, "保底比例", "decimals", {"limit": 3}),
    ("协议", {"相对方": "村集体"}, "相对方编号", "party_number", {}),
    (
        "协议",
        {"终止日期": "2023-12-31"},
        "终止日期",
        "order",
        {"column": "开始日期", "value": "2024-01-01"},
    ),
    (
        "受益",
        {"进入日期": "2024-05-01", "退出日期": "2024-04-30"},
        "退出日期",
        "order",
        {"column": "进入日期", "value": "2024-05-01"},
    ),
    (
        "分配方案",
        {"公示开始": "2024-05-09", "公示结束": "2024-05-01"},
        "公示结束",
        "order",
        {"column": "公示开始", "value": "2024-05-09"},
    ),
    (
        "经营结果",
        {"净利润": 100, "弥补亏损": 20, "公积公益金": 10, "可分配利润": 71},
        "可分配利润",
        "profit",
        {"expected_fen": 7000},
    ),
    ("发放", {"实付金额": 0}, "实付金额", "positive", {}),
    ("发放", {"实付金额": -5}, "实付金额", "positive", {}),
    ("发放", {"类型": "冲正", "实付金额": 5}, "实付金额", "negative", {}),
    ("发放", {"类型": "退汇", "实付金额": 5}, "实付金额", "negative", {}),
    ("发放", {"款项": "奖金"}, "款项", "choice", None),
    ("县指标", {"县代码": "6523"}, "县代码", "code6", {}),
]


@pytest.mark.parametrize(("sheet", "change", "column", "code", "params"), CASES)
def test_it_is_refused_at_its_place(sheet, change, column, code, params):
    found = reading(sheet, {}, change)
    problem = found.problems[0]
    assert (problem.sheet, problem.column, problem.expected) == (sheet, column, code)
    assert set(problem.params) == set(PROBLEMS[code])
    assert params is None or problem.params == params
    assert problem.file == "台账.xlsx"


@pytest.mark.parametrize(("sheet", "change", "column", "code", "params"), CASES)
def test_never_half_a_row(sheet, change, column, code, params):
    found = reading(sheet, {}, change)
    assert {problem.row for problem in found.problems} == {3}
    assert [row.number for row in found.rows[sheet]] == [2]


def test_there_are_enough_of_them():
    assert len(CASES) >= 45
