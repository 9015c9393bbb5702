"""An invented small ledger of real villages, as sheets, and the ways to import it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ledger.read import Reading, read
from ledger.store import Import, Stored, store
from tests.ledger.build import Rows, book

TODAY = date(2026, 11, 23)
VILLAGE = "652301001204"
OTHER_COUNTY = "652302"
OTHER_VILLAGE = "652302001001"

WHOLE: dict[str, Rows] = {
    "项目": (
        ("项目编号", "项目名称", "年度", "项目类型", "产业项目", "主管部门", "实施单位",
         "行政村代码"),
        ("XM-1", "北门村温室", 2023, "经营性", "是", "农业农村局", "三工镇政府", VILLAGE),
    ),
    "经营主体": (
        ("主体编号", "主体名称", "主体类型", "联系电话", "行政村代码"),
        ("NC-1", "丰收合作社", "农民专业合作社", "0994-2345678", VILLAGE),
    ),
    "协议": (
        ("协议编号", "项目编号", "主体编号", "相对方", "带动方式", "签订日期", "开始日期",
         "终止日期", "本金(元)", "保底比例(%)", "兑现时限"),
        ("XY-1", "XM-1", "NC-1", "农户", "保底分红", "2023-12-20", "2024-01-01",
         "2026-12-31", 40000, 6, "12-20"),
    ),
    "农户": (
        ("户编码", "行政村代码", "户主姓名", "户类别"),
        ("H-1", VILLAGE, "阿依古丽·买买提", "脱贫户"),
        ("H-2", VILLAGE, "王建国", "其他农户"),
    ),
    "受益": (
        ("协议编号", "户编码", "量化金额(元)"),
        ("XY-1", "H-1", 30000),
        ("XY-1", "H-2", 10000),
    ),
    "发放": (
        ("协议编号", "户编码", "所属年度", "凭证号", "实付金额(元)", "实付日期"),
        ("XY-1", "H-1", 2024, "PZ-1", 1800, "2024-12-18"),
        ("XY-1", "H-2", 2024, "PZ-1", 600, "2024-12-18"),
    ),
}  # fmt: skip

SIMPLE: dict[str, Rows] = {
    "简表": (
        ("户编码", "行政村代码", "户主姓名", "主体名称", "带动方式", "年度", "应得金额(元)",
         "应付日期", "实付金额(元)", "实付日期"),
        ("H-1", VILLAGE, "阿依古丽·买买提", "丰收合作社", "保底分红", 2024, 1800, "2024-12-20",
         1800, "2024-12-18"),
        ("H-2", VILLAGE, "王建国", "丰收合作社", "保底分红", 2024, 600, "2024-12-20", None, None),
    ),
}  # fmt: skip


def reading(*books: Mapping[str, Rows]) -> Reading:
    """Read workbooks with these sheets."""
    return read([(f"台账{n}.xlsx", book(sheets)) for n, sheets in enumerate(books, 1)])


def put(*books: Mapping[str, Rows], **order: Any) -> Stored:
    """Import workbooks with these sheets."""
    return store(reading(*books), Import(**({"day": TODAY} | order)))


def changed(sheet: str, row: int, column: str, value: Any) -> dict[str, Rows]:
    """Return the ledger with one cell changed; rows of the table are counted from 1."""
    rows = [list(cells) for cells in WHOLE[sheet]]
    rows[row][_place(rows[0], column)] = value
    return {**WHOLE, sheet: rows}


def _place(headings: list[Any], column: str) -> int:
    return next(n for n, text in enumerate(headings) if str(text).partition("(")[0] == column)


def only(*names: str) -> dict[str, Rows]:
    """Return some sheets of the ledger."""
    return {name: WHOLE[name] for name in names}
