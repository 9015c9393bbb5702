"""One cell: from what stands in it to the value that is stored, or a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.column import Column
from ledger.day import read_date, read_monthday, read_monthdays
from ledger.fault import DAY, MARK, Fault, fault
from ledger.number import DIGITS_KEPT, SCALE, Raw, limits, many, reader
from ledger.text import read_text
from ledger.unit import ONE
from ledger.width import narrow, tight

Value = int | str | bool | date | None
Read = Callable[[Raw], Any]

YES = frozenset({"是", "对", "√", "✓", "✔", "☑", "y", "yes", "true", "1"})
NO = frozenset({"否", "×", "✕", "✖", "✗", "✘", "☒", "x", "n", "no", "false", "0"})
# Where there is nothing to say people fill in a stroke.
NOTHING = frozenset({"/", "\\", "-", "--", "—", "——", "－", "无此项"})
YEARS = (1990, 2100)
YEAR = re.compile(r"(\d{4})年?度?", re.ASCII)
MOBILE = re.compile(r"(?:\+?86-?)?(1[3-9]\d{9})", re.ASCII)
LANDLINE = re.compile(r"(?:0\d{2,3}-?\d|[2-9])\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}", re.ASCII)
SHORT_NUMBER = re.compile(r"1\d{2}|1[0-9]{4}|9\d{4}", re.ASCII)


class Cells(dict[Raw, Any]):
    """What the cells of one column mean, each different content read once.

    Figures seldom come twice: those that are plain are not kept.
    """

    def __init__(self, column: Column, unit: Decimal = ONE) -> None:
        super().__init__()
        self.column = column
        self.faulty = False
        self.read = _reader(column, unit)
        self.each: Callable[[Iterable[Raw]], list[Any]] = (
            many(column, unit, self.__getitem__)
            if column.type in SCALE
            else lambda raws: list(map(self.__getitem__, raws))
        )

    def __missing__(self, raw: Raw) -> Any:
        value = self.read(raw)
        if type(value) is Fault:
            self.faulty = True
        self[raw] = value
        return value


def _reader(column: Column, unit: Decimal) -> Read:
    typed = _typed(column, unit)
    empty = Fault("required") if column.required else None
    text = column.type == "text"

    def read(raw: Raw) -> Any:
        if isinstance(raw, str):
            if raw.startswith(MARK):
                return Fault(raw[1:])
            bare = raw.strip()
            if not bare or (not text and narrow(bare) in NOTHING):
                return empty
        return typed(raw)

    return read


def _typed(column: Column, unit: Decimal) -> Read:
    if column.type in SCALE:
        return reader(column, unit)
    by_type: dict[str, Callable[[Column], Read]] = {
        "text": lambda column: lambda raw: _as_text(raw, lambda text: read_text(text, column)),
        "choice": _choice,
        "year": _year,
        "yesno": lambda _: _yesno,
        "date": lambda _: read_date,
        "monthday": lambda _: read_monthday,
        "monthdays": lambda _: read_monthdays,
        "code12": lambda _: lambda raw: _as_text(raw, lambda text: _code(text, 12)),
        "code6": lambda _: lambda raw: _as_text(raw, lambda text: _code(text, 6)),
        "phone": lambda _: lambda raw: _as_text(raw, _phone),
    }
    return by_type[column.type](column)


def _as_text(raw: Raw, read: Callable[[str], Any]) -> Any:
    """Read a number or a date cell as the text that somebody typed."""
    if isinstance(raw, str):
        return read(raw[1:11] if raw.startswith(DAY) else raw)
    if abs(raw) >= DIGITS_KEPT:
        return Fault("digits_lost")
    return read(format(Decimal(format(raw, ".15g")), "f"))


def _choice(column: Column) -> Read:
    codes = {tight(zh): code for code, zh in column.choices}
    refused = fault("choice", choices=tuple(code for code, _ in column.choices))

    def read(raw: Raw) -> Any:
        return codes.get(tight(raw), refused) if isinstance(raw, str) else refused

    return read


def _year(column: Column) -> Read:
    lowest, highest, _ = limits(column)
    low, high = (lowest or 0, highest) if highest else YEARS
    refused = fault("year", low=low, high=high)

    def read_written(text: str) -> int | Fault:
        match = YEAR.fullmatch(tight(text))
        return int(match[1]) if match and low <= int(match[1]) <= high else refused

    return lambda raw: _as_text(raw, read_written)


def _yesno(raw: Raw) -> bool | Fault:
    text = tight(raw).casefold() if isinstance(raw, str) else format(raw, "g")
    if text in YES:
        return True
    return False if text in NO else Fault("yesno")


def _code(text: str, length: int) -> str | Fault:
    text = tight(text)
    good = len(text) == length and text.isascii() and text.isdecimal()
    return text if good else Fault(f"code{length}")


def _phone(text: str) -> str | Fault:
    text = tight(text).replace("—", "-").replace("(", "").replace(")", "-")
    mobile = MOBILE.fullmatch(text.replace("-", ""))
    if mobile:
        return mobile[1]
    good = LANDLINE.fullmatch(text) or SHORT_NUMBER.fullmatch(text)
    return text if good else Fault("phone")
