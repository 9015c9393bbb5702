"""A ledger with a row in every sheet and every column filled, as typed values."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ledger.column import EXPORT_ONLY, SHEETS, Column
from ledger.text import is_identifier

DAY = dt.date(2024, 12, 20)
LONG = "甲方：按期付款。\n乙方：=不是公式；@也不是 “引号” <尖括号> & 𬱖 ئۇيغۇرچە"
BY_TYPE: dict[str, Any] = {
    "text": "阿布都热依木·买买提（有限）",
    "code12": "652324100200",
    "code6": "652324",
    "year": 2024,
    "money": 425_806,
    "money4": 51_234,
    "number": 123_456,
    "percent": 3_450,
    "integer": 7,
    "date": DAY,
    "monthday": "02-29",
    "monthdays": "06-30=2;次年03-31=1",
    "yesno": True,
    "phone": "0994-2345678",
}
BY_FIELD: dict[str, Any] = {
    "business.number": "NC-12",
    "agreement.business": "NC-12",
    "agreement.party": "village",
    "agreement.duties": LONG,
    "agreement.premium": -5_000,
    "agreement.rent_growth": -1_500,
    "result.net": -120_000,
    "result.loss_covered": 0,
    "result.reserve": 1,
    "result.profit": -120_001,
    "payment.type": "returned",
    "payment.amount": -425_806,
    "household.head": "=1+1",
    "household.low_income": False,
    "asset.residual": 100_000,
}


def value(column: Column) -> Any:
    """Return something to put into a column."""
    if column.field in BY_FIELD:
        return BY_FIELD[column.field]
    if is_identifier(column):
        return "XY-2024/01"
    if column.type == "choice":
        return column.choices[-1][0]
    return BY_TYPE[column.type]


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return one full row of every sheet, and a payment as they mostly are."""
    made = {
        sheet.name: [{column.field: value(column) for column in sheet.columns}]
        for sheet in SHEETS.values()
        if sheet.name != EXPORT_ONLY
    }
    paid = made["发放"][0]
    made["发放"].insert(0, {**paid, "payment.type": "normal", "payment.amount": 425_806})
    return made


ROWS = rows()
