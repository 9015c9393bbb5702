"""A stored value as the workbook shows it: the other direction of `ledger.cell`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from ledger.column import Column
from ledger.fault import DAY, MARK
from ledger.heading import INVISIBLE
from ledger.identity import MASK
from ledger.number import DIGITS_KEPT, SCALE

YESNO = {True: "是", False: "否"}
PLACES = {scale: Decimal(1).scaleb(-(len(str(scale)) - 1)) for scale in SCALE.values()}
SHORT = 60


@cache
def names(column: Column) -> dict[str, str]:
    """Return the Chinese names of a choice's codes."""
    return dict(column.choices)


def cell(column: Column, value: Any) -> str | int | Decimal | date | None:
    """Return what a cell of an exported workbook holds, without loss."""
    if value is None:
        return None
    if column.type in SCALE:
        scale = SCALE[column.type]
        return value if scale == 1 else Decimal(value).scaleb(1 - len(str(scale)))
    if column.type == "choice":
        return names(column)[value]
    if column.type == "yesno":
        return YESNO[value]
    return value


def shown(column: Column, value: Any) -> str:
    """Return a value as a short text for a report."""
    content = cell(column, value)
    if content is None:
        return ""
    if isinstance(content, Decimal):
        return format(content.normalize(), "f") if column.type != "money" else f"{content:.2f}"
    return short(content.isoformat() if isinstance(content, date) else str(content))


def raw(content: str | float) -> str:
    """Return what stood in a cell as a report may show it."""
    if isinstance(content, str):
        if content.startswith(MARK):
            return MASK if content[1:] in ("identity", "bank_number", "digits_lost") else ""
        return short(content[1:11] if content.startswith(DAY) else content)
    if abs(content) >= DIGITS_KEPT:
        return MASK
    return format(Decimal(format(content, ".15g")), "f")


def short(text: str) -> str:
    """Return a text on one line, without characters that nobody sees, cut where it is long."""
    line = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"
