"""A right row of every kind of sheet that tests bend: heading → content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ledger.read import Reading, read
from tests.ledger.build import book

VILLAGE = "652324100200"
CREDIT_CODE = "91652300MA7777777N"
GOOD: Mapping[str, Mapping[str, Any]] = {
    "项目": {
        "项目编号": "P1",
        "项目名称": "养殖场",
        "年度": 2023,
        "项目类型": "经营性",
        "产业项目": "是",
        "主管部门": "农业农村局",
        "实施单位": "某合作社",
    },
    "资产": {
        "资产编号": "Z1",
        "项目编号": "P1",
        "资产名称": "羊舍",
        "资产种类": "养殖场内建筑",
        "原值": 1000,
        "启用日期": "2023-01-01",
        "使用年限": 20,
        "计入收益范围": "是",
        "所有权人": "村集体",
    },
    "经营主体": {"主体编号": "NC-1", "主体名称": "某合作社", "主体类型": "农民专业合作社"},
    "协议": {
        "协议编号": "XY1",
        "主体编号": "NC-1",
        "相对方": "农户",
        "带动方式": "保底分红",
        "签订日期": "2024-01-01",
        "开始日期": "2024-01-01",
    },
    "农户": {"户编码": "H1", "行政村代码": VILLAGE, "户主姓名": "张三", "户类别": "脱贫户"},
    "受益": {"协议编号": "XY1", "户编码": "H1"},
    "经营结果": {"协议编号": "XY1", "年度": 2024, "确认日期": "2025-01-10"},
    "交售": {"协议编号": "XY1", "户编码": "H1", "单号": "1", "日期": "2024-09-01", "净重": 10},
    "分配方案": {"方案编号": "F1", "行政村代码": VILLAGE, "年度": 2024, "到账金额": 100},
    "发放": {
        "协议编号": "XY1",
        "户编码": "H1",
        "所属年度": 2024,
        "凭证号": "1",
        "实付金额": 100,
        "实付日期": "2024-12-20",
    },
    "利率": {"日期": "2024-01-22", "一年期LPR": 3.45},
    "行政村": {"行政村代码": VILLAGE},
    "县指标": {"县代码": "652324", "年度": 2024},
}


def table(sheet: str, *changes: Mapping[str, Any]) -> list[list[Any]]:
    """Return headings and one row for each of `changes` to the right row."""
    rows = [{**GOOD[sheet], **change} for change in changes or ({},)]
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return [headings, *([row.get(heading) for heading in headings] for row in rows)]


def reading(sheet: str, *changes: Mapping[str, Any]) -> Reading:
    """Return what reading a workbook with these rows gives."""
    return read([("台账.xlsx", book({sheet: table(sheet, *changes)}))])


def read_rows(sheet: str, rows: Sequence[Sequence[Any]], **change: Any) -> Reading:
    """Return what reading a workbook with exactly these cells gives."""
    return read([("台账.xlsx", book({sheet: rows}, **change))])
