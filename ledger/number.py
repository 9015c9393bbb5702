"""Figures: money, rates, quantities and counts as scaled whole numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from ledger.column import Column
from ledger.fault import Fault, fault
from ledger.unit import ONE, factor
from ledger.width import tight

Raw = str | float
Raws = Iterable[Raw]
SCALE = {"money": 100, "money4": 10_000, "number": 10_000, "percent": 1000, "integer": 1}
# No county has 100 billion yuan in one cell; the sum of a table's column still fits 64 bits.
LIMIT = 10**13
DIGITS_KEPT = 10**15  # Excel keeps no more than 15 digits of a number
SIGNED = frozenset(
    {
        "result.net",
        "result.profit",
        "payment.amount",
        "income.operating",
        "income.per_head",
        "agreement.premium",
        "agreement.rent_growth",
        "agreement.rent_step_amount",
    }
)
FIGURE = re.compile(
    r"(?P<open>\()?[¥$]?(?P<sign>[+-]?)[¥$]?"
    r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})"
    r"(?P<unit>[^\d()][^()]*)?(?(open)\))",
    re.ASCII,
)
ORDINAL = re.compile(r"第(\d+)[期次条]?", re.ASCII)
RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)


def limits(column: Column) -> tuple[int | None, int | None, bool]:
    """Return the lowest and highest figure of a column, and whether the lowest itself is out."""
    accepted = column.accepted
    if match := RANGE.fullmatch(accepted):
        return int(match[1]), int(match[2]), False
    if accepted.startswith(">="):
        return int(accepted[2:]), None, False
    if accepted.startswith(">"):
        return int(accepted[1:]), None, True
    return (None if column.field in SIGNED else 0), None, False


def reader(column: Column, unit: Decimal = ONE) -> Callable[[Raw], int | Fault]:
    """Return the function that reads a figure of `column` under a heading with this unit."""
    multiple = unit * SCALE[column.type]
    whole, check = _whole(multiple), _checker(column, SCALE[column.type])

    def read(raw: Raw) -> int | Fault:
        if isinstance(raw, str):
            exact = _written(raw, column, multiple)
            if isinstance(exact, Fault):
                return exact
        elif abs(raw) >= DIGITS_KEPT:
            return Fault("digits_lost")
        elif whole and raw == (value := round(raw * whole)) / whole:
            # The double of a figure of so few decimals is no other figure's: it was typed so.
            return check(value)
        else:
            # Excel keeps 15 digits; what a double holds beyond them nobody typed.
            exact = Decimal(format(raw, ".15g")) * multiple
        value = int(exact)
        return check(value) if value == exact else _too_fine(column)

    return read


def many(column: Column, unit: Decimal, read: Callable[[Raw], Any]) -> Callable[[Raws], list[Any]]:
    """Return the function that reads many figures as `read` does one.

    Most are doubles within the limits of the column; a call for each would take longer than all of
    the rest.
    """
    whole = _whole(unit * SCALE[column.type])
    inside = _inside(column, SCALE[column.type])
    if not whole:
        return lambda raws: list(map(read, raws))
    return lambda raws: [
        value
        if type(raw) is float
        and -DIGITS_KEPT < raw < DIGITS_KEPT
        and raw == (value := round(raw * whole)) / whole
        and value in inside
        else read(raw)
        for raw in raws
    ]


def _whole(multiple: Decimal) -> int:
    return int(multiple) if multiple == int(multiple) else 0


def _inside(column: Column, scale: int) -> range:
    """Return the figures within the limits of the column."""
    low, high, open_ = limits(column)
    floor = -LIMIT if low is None else low * scale
    return range(floor + open_, (LIMIT if high is None else high * scale) + 1)


def _checker(column: Column, scale: int) -> Callable[[int], int | Fault]:
    low, high, open_ = limits(column)
    inside = _inside(column, scale)

    def check(value: int) -> int | Fault:
        if value in inside:
            return value
        if open_ and value < inside.start:
            return fault("above", low=low)
        top = LIMIT // scale if high is None and value >= inside.stop else high
        return fault("range", low=low, high=top)

    return check


def _written(text: str, column: Column, multiple: Decimal) -> Decimal | Fault:
    text = tight(text)
    ordinal = ORDINAL.fullmatch(text) if column.type == "integer" else None
    match = FIGURE.fullmatch(ordinal[1] if ordinal else text)
    if match is None:
        return Fault("money" if column.type == "money4" else column.type)
    if match["unit"]:
        own = factor(column, match["unit"])
        if own is None:
            return Fault("money" if column.type == "money4" else column.type)
        multiple = own * SCALE[column.type]
    value = Decimal(match["figure"].replace(",", "")) * multiple
    return -value if match["open"] or match["sign"] == "-" else value


def _too_fine(column: Column) -> Fault:
    if column.type == "money":
        return Fault("sub_fen")
    if column.type == "integer":
        return Fault("integer")
    return fault("decimals", limit=len(str(SCALE[column.type])) - 1)
