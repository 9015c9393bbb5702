"""Terms typed on a page: cell by cell, read as the same cells of sheet 协议 would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ledger import show
from ledger.cell import Cells
from ledger.check import findings
from ledger.column import COLUMNS, SHEETS, Column
from ledger.fault import Fault, fault
from ledger.identity import kind
from ledger.problem import Problem
from ledger.row import complete, keys_of
from ledger.text import LONG, read_text
from ledger.width import narrow
from rules.wording import about_people

SHEET = SHEETS["协议"]
# Nobody types these: a clause's number is its place, and it is in force from the start.
PLACED = frozenset({"agreement.clause", "agreement.in_force_from"})
Texts = Mapping[str, str]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Clause:
    """The cells of one clause: what was typed, what of it can be read, and what is wrong with it.

    `missing` are required cells that are still empty: a draft may lack them, an agreement not.
    """

    texts: Texts
    values: Values
    problems: Mapping[str, Problem] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def read(texts: Texts, number: int = 1) -> Clause:
    """Read the typed cells of clause `number`. An empty one is no fault: a draft grows."""
    values: dict[str, Any] = {}
    problems: dict[str, Problem] = {}
    for column in SHEET.columns:
        typed = texts.get(column.field, "").strip()
        found = _read(column, typed) if typed else None
        if isinstance(found, Fault):
            problems[column.field] = _problem(column, number, typed, found)
        values[column.field] = None if isinstance(found, Fault) else found
    missing = tuple(
        column.field for column in SHEET.columns if column.required and not texts.get(column.field)
    )
    for name, code, params in () if problems else findings(SHEET.table, values):
        if code != "party_number" or values["agreement.party"]:
            typed = texts.get(name, "")
            problems[name] = _problem(COLUMNS[name], number, typed, fault(code, **params))
            values[name] = None
    return Clause(dict(texts), values, problems, missing)


def cell(name: str, typed: str) -> Any:
    """Read one typed cell of any sheet: its value, None of an empty one, or the Problem it has."""
    column = COLUMNS[name]
    found = _read(column, typed.strip()) if typed.strip() else None
    return _problem(column, 0, typed, found) if isinstance(found, Fault) else found


@cache
def _cells(column: Column) -> Cells:
    return Cells(column)


def _read(column: Column, typed: str) -> Any:
    """Return the value of a cell; a closed list may be given by its codes."""
    if column.type == "choice":
        return typed if typed in show.names(column) else _cells(column).read(typed)
    code = kind(narrow(typed))
    found = Fault(code) if code else _refused(typed) if column.type == "text" else None
    return found or _cells(column).read(typed)


def _refused(typed: str) -> Fault | None:
    word = about_people(typed)
    return fault("forbidden_word", word=word) if word else None


def wrong_in(text: str) -> Problem | None:
    """Return what must not stand in a text that staff write: a person's number, such a word.

    Nor may a character that nobody sees.
    """
    column, code = COLUMNS["training.topic"], kind(narrow(text))
    stored = read_text(text, column)
    found = Fault(code) if code else _refused(text)
    found = stored if isinstance(stored, Fault) else found
    return _problem(column, 0, text, found) if found else None


def _problem(column: Column, number: int, typed: str, found: Fault) -> Problem:
    value = show.short(typed) if found.code not in {"identity", "bank_number"} else show.MASK
    return Problem(SHEET.name, number, column.heading, value, found.code, dict(found.params))


def text_of(column: Column, value: Any) -> str:
    """Return a value as it is typed: read again it is the same."""
    if value is None:
        return ""
    if column.type == "choice":
        return value
    return show.shown(column, value) if column.type in show.SCALE else str(show.cell(column, value))


def texts_of(values: Values) -> dict[str, str]:
    """Return the cells of a row of sheet 协议 that are filled, as they are typed."""
    return {
        column.field: text
        for column in SHEET.columns
        if column.field not in PLACED and (text := text_of(column, values.get(column.field)))
    }


def row_values(clause: Clause, number: int) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Return the values and the key of the row of sheet 协议 that a clause becomes."""
    values = {**clause.values, "agreement.clause": number}
    return values, complete(values, keys_of(SHEET))


def is_long(name: str) -> bool:
    """Say whether a field may have several lines."""
    return name in LONG
