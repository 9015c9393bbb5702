"""Whom a clause is for, as typed: one household a line, with what it holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from ledger.cell import Cells
from ledger.column import COLUMNS
from ledger.fault import Fault
from ledger.problem import Problem
from ledger.show import shown
from models.roster import Holding
from web.words import problem as words

MOST, LONGEST, SHOWN = 3000, 200_000, 10
APART = re.compile(r"[\s,，;；،]+")  # after the household's number; a figure may have commas
# What a household holds of a clause, by its way of linking; of a clause with shares, shares.
UNITS = {
    "share": "amount",
    "custody": "amount",
    "chain": "amount",
    "land": "area",
    "work": "persons",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """The text, the households of it, and the lines that are wrong, each with its sentence."""

    text: str
    holdings: tuple[Holding, ...] = ()
    errors: tuple[str, ...] = ()


def unit_of(texts: Mapping[str, str]) -> str:
    """Return what a household holds of a clause: amount, shares, area, persons, or ""."""
    unit = UNITS.get(texts["agreement.mode"], "")
    return "shares" if unit == "amount" and texts.get("agreement.shares") else unit


def written(holdings: Sequence[Holding], unit: str) -> str:
    """Return a roster as it is typed."""
    lines = []
    for row in holdings:
        value = getattr(row, unit) if unit else None
        figure = "" if value is None else f" {shown(COLUMNS[f'share.{unit}'], value)}"
        lines.append(row.holder + figure)
    return "\n".join(lines)


def numbers(text: str) -> list[str]:
    """Return the household numbers that a text names."""
    return [APART.split(line, maxsplit=1)[0] for line in _lines(text)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text[:LONGEST].splitlines() if line.strip()]


def read(text: str, clause: int, unit: str, own: Collection[str]) -> Typed:
    """Read a roster; `own` are the households among those named that the office may name."""
    holdings: dict[str, Holding] = {}
    errors = []
    lines = _lines(text)
    for number, line in enumerate(lines[:MOST], 1):
        holder, *figure = APART.split(line, maxsplit=1)
        value = _figure(unit, "".join(figure))
        if holder not in own:
            errors.append(_("第 %(n)s 行：本乡镇没有这个户编码。", n=number))
        elif holder in holdings:
            errors.append(_("第 %(n)s 行：这一户前面已经写过了。", n=number))
        elif isinstance(value, str):
            errors.append(_("第 %(n)s 行：%(what)s。", n=number, what=value))
        else:
            holdings[holder] = Holding(clause, holder, **({unit: value} if unit else {}))
    if len(lines) > MOST:
        errors.append(_("一次最多写 %(n)s 户。", n=MOST))
    return Typed(text[:LONGEST], tuple(holdings.values()), tuple(errors[:SHOWN]))


def _figure(unit: str, typed: str) -> int | str | None:
    """Return the figure of a line, or a sentence about what is wrong with it."""
    if not typed:
        return None
    if not unit:
        return _("这种方式只写户编码")
    column = COLUMNS[f"share.{unit}"]
    found = Cells(column).read(typed)
    if isinstance(found, Fault):
        problem = Problem("受益", 0, column.heading, "", found.code, dict(found.params))
        return words.expected(problem)
    return found
