"""A course as it is entered: day, topic, title, organiser, how many came; no names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from ledger.cell import Cells
from ledger.column import COLUMNS
from ledger.day import read_date
from ledger.fault import Fault
from ledger.term import wrong_in
from models.course import TOPICS
from web.forms import day as days
from web.forms.visit import random_id
from web.words import problem as words

LONGEST = 100
EXAMPLE = date(2026, 5, 12)
MOST = 5000  # people at one course
NAMES = ("day", "topic", "title", "organiser", "attendants")
TEXTS = ("title", "organiser")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, what of it can be stored, and what is wrong."""

    id: UUID | None
    texts: Mapping[str, str]
    cells: Mapping[str, Any]
    errors: Mapping[str, str]


def read(sent: Mapping[str, str], today: date) -> Typed:
    """Read the form."""
    texts = {name: " ".join(sent.get(name, "").split())[:LONGEST] for name in NAMES}
    errors = {name: _("不能空着。") for name in NAMES if not texts[name]}
    day, count = read_date(texts["day"]), _count(texts["attendants"])
    if "day" not in errors and isinstance(day, Fault):
        errors["day"] = days.error(EXAMPLE)
    elif isinstance(day, date) and day > today:
        errors["day"] = _("还没到的日子不能写。办完再记。")
    if "topic" not in errors and texts["topic"] not in TOPICS:
        errors["topic"] = _("请选一个内容。")
    if "attendants" not in errors and count is None:
        errors["attendants"] = _("写 1 到 %(most)s 之间的整数，不写姓名。", most=MOST)
    for name in TEXTS:
        if problem := wrong_in(texts[name]):
            errors[name] = words.expected(problem)
    return Typed(
        random_id(sent.get("id", "")), texts, {**texts, "day": day, "attendants": count}, errors
    )


def _count(text: str) -> int | None:
    found = Cells(COLUMNS["agreement.households"]).read(text) if text else None
    return found if isinstance(found, int) and 0 < found <= MOST else None
