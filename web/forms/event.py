"""An event of a household as it is typed: its kind, its day, its paper, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from ledger.cell import Cells
from ledger.column import COLUMNS
from ledger.fault import Fault
from ledger.identity import kind as person
from ledger.problem import Problem
from ledger.width import narrow
from models import event as models
from models.event import Part
from rules import event as rules
from rules.event import Holding
from web import formats
from web.forms import day
from web.forms.visit import random_id
from web.words import problem as words
from web.words.problem import fill

LONGEST = 200
DAY = _l("请写今年已经到了的日期，例如 %(example)s。")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, the columns of the event, and what is wrong by field."""

    id: UUID | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Here:
    """What the office may name: the villages of the county, and the other household if there is."""

    village: str
    villages: Mapping[str, str]
    other: UUID | None
    household: UUID
    today: date


def other_number(sent: Mapping[str, str]) -> str:
    """Return the number of the other household as typed."""
    return narrow(sent.get("number", "")[:LONGEST]).strip()


def read(kind: str, sent: Mapping[str, str], here: Here) -> Typed:
    """Read the form of a kind."""
    texts = {name: value[:LONGEST].strip() for name, value in sent.items() if name != "id"}
    errors: dict[str, str] = {}
    found = day.read(texts.get("day", ""), rules.first_day(here.today), here.today)
    if found is None:
        errors["day"] = fill(DAY, {"example": here.today.isoformat()}, formats.ltr)
    said: dict[str, Any] = {"kind": kind, "day": found, "evidence": texts.get("evidence", "")}
    if said["evidence"] not in rules.EVIDENCE[kind]:
        errors["evidence"] = _("请选一个。")
    said |= READERS[kind](texts, here, errors)
    if kind in rules.OTHER:
        said |= _parts(kind, texts, here, found, errors)
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再提交一次。")
    return Typed(identity, texts, said, errors)


def _cell(name: str, typed: str) -> tuple[Any, str]:
    """Return a cell of the ledger as typed, and a sentence about what is wrong with it."""
    column = COLUMNS[name]
    code = person(narrow(typed))
    found = Fault(code) if code else Cells(column).read(typed) if typed else Fault("required")
    if not isinstance(found, Fault):
        return found, ""
    problem = Problem("", 0, column.heading, "", found.code, dict(found.params))
    return None, words.expected(problem)


def _head(texts: Mapping[str, str], _here: Here, errors: dict[str, str]) -> dict[str, Any]:
    found, error = _cell("household.head", texts.get("head", ""))
    if error:
        errors["head"] = error
    return {"head": found}


def _place(texts: Mapping[str, str], here: Here, errors: dict[str, str]) -> dict[str, Any]:
    found = texts.get("place", "")
    if found not in here.villages or found == here.village:
        errors["place"] = _("请选现在的村。")
    return {"place": found, "whole": texts.get("whole") == "1"}


def _new(texts: Mapping[str, str], here: Here, errors: dict[str, str]) -> dict[str, Any]:
    found, error = _cell("household.number", texts.get("number", ""))
    if error:
        errors["number"] = error
    elif here.other is not None:
        errors["number"] = _("这个户编码已经有了。新户要用新的户编码。")
    return {"number": found} | _head(texts, here, errors)


def _heir(texts: Mapping[str, str], here: Here, errors: dict[str, str]) -> dict[str, Any]:
    if here.other is None or here.other == here.household:
        errors["number"] = _("本乡镇没有这个户编码。")
    return {"number": other_number(texts), "ends": texts.get("ends") == "1"}


READERS = {"head": _head, "recoded": _place, "split": _new, "inherited": _heir}


def _parts(
    kind: str, texts: Mapping[str, str], here: Here, on: date | None, errors: dict[str, str]
) -> dict[str, Any]:
    rows = models.holdings(here.household, on or here.today)
    given = {row.id: _given(row, texts, errors) for row in rows}
    parts = [Part(row.id, held) for row in rows if (held := given[row.id]) is not None]
    if not parts and (kind == "inherited" or rows) and not errors:
        errors["parts"] = _("请写哪些份额归另一户。")
    if texts.get("ends") == "1" and any(models.holding(row) != given[row.id] for row in rows):
        errors["parts"] = _("还有份额没有归另一户，这户不能结束。")
    return {"parts": models.packed(parts)}


def _given(row: Any, texts: Mapping[str, str], errors: dict[str, str]) -> Holding | None:
    """Return what of a row goes to the other household, or None where nothing does."""
    held = models.holding(row)
    if texts.get(f"all-{row.id}") == "1":
        return held
    found = {}
    for name in held.measured:
        typed = texts.get(f"{name}-{row.id}", "")
        value, error = _cell(f"share.{name}", typed) if typed else (0, "")
        value = value or 0  # a stroke is nothing
        if error or not 0 <= value <= getattr(held, name):
            errors[f"{name}-{row.id}"] = error or _("比这户现有的多。")
        found[name] = value
    empty = Holding(*(None if had is None else 0 for had in held))
    given = empty._replace(**found)
    return given if any(found.values()) else None


def chosen(sent: Mapping[str, str], allowed: Sequence[str]) -> str:
    """Return the kind that is asked for, or nothing."""
    kind = sent.get("kind", "")
    return kind if kind in allowed else ""
