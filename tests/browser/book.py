"""A county's own workbook as clerks write it: a title above, units in headings, a few mistakes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = (
    *("户编码", "行政村代码", "户主姓名", "户类别", "主体名称", "带动方式", "年度"),
    *("应得金额（万元）", "应付日期", "实付金额（元）", "实付日期"),
)
VILLAGE = "652328207204"


def quick(series: str) -> bytes:
    """Return a workbook of one sheet: two rows that are right and three that are not.

    `series` makes its households new: "1" and "2" give different ones.
    """
    good = [
        row(f"9{series}01", "如则·吾守尔", "0.12", "2026年12月1日"),
        row(f"9{series}02", "王小梅", 0.3456, "20261101", paid="3456", paid_on="2026-11-01"),
    ]
    wrong = [
        row(f"9{series}03", "阿布力孜·托合提", "三千", "2026-12-01"),
        row(f"9{series}04", "古丽娜尔·马木提", 0.2, "2026-13-01"),
        row(f"9{series}05", "李建国", 0.1, "2026-12-01", village="652301105204"),
    ]
    return book([*good, *wrong])


def row(
    number: str, head: str, due: Any, due_on: str, *, village: str = VILLAGE, **paid: Any
) -> list[Any]:
    """Return one row of 简表."""
    business, mode = "木垒县草原红养殖农民专业合作社", "保底分红"
    return [
        *(f"28207204-{number}", village, head, "脱贫户", business, mode, "2026"),
        *(due, due_on, paid.get("paid", ""), paid.get("paid_on", "")),
    ]


def book(rows: list[list[Any]]) -> bytes:
    """Return the workbook with a merged title row above its headings."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet("简表")
        bold = made.add_format({"bold": True})
        sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, "木垒县2026年联农带农情况表", bold)
        for at, cells in enumerate([list(HEADINGS), *rows], start=1):
            sheet.write_row(at, 0, cells)
    return file.getvalue()
