"""A county's own rule as it is typed: what it details, in both languages, since and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from models.rule import REVIEWS, Content
from rules.article import paragraphs
from web.forms import day, prose
from web.forms.visit import random_id

FIELDS = ("article", "number", "zh", "ug", "ug_review", "from", "ended")
MARKS = ("ug_fits", "withdrawn")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed by field, what it means, and what is wrong with it."""

    id: UUID | None
    typed: Mapping[str, str] = field(default_factory=dict)
    content: Content | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


def read(sent: Mapping[str, str]) -> Typed:
    """Read the form."""
    typed = {name: sent.get(name, "").strip()[: prose.MOST] for name in FIELDS}
    marks = {name: bool(sent.get(name)) for name in MARKS}
    kept = typed | {name: "1" for name, ticked in marks.items() if ticked}
    errors: dict[str, str] = {}
    texts = {
        name: _text(name, typed[name], errors, required=name == "zh")
        for name in ("number", "zh", "ug")
    }
    begin, end = _days(typed, errors)
    if typed["article"] not in paragraphs():
        errors["article"] = _("请选它细化的是哪一条。")
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再点一次保存。")
    if errors or begin is None:
        return Typed(identity, kept, None, errors)
    review = typed["ug_review"] if typed["ug_review"] in REVIEWS else REVIEWS[0]
    texts["ug_review"] = review if texts["ug"] else ""
    content = Content(typed["article"], **texts, in_force_from=begin, ended_on=end, **marks)
    return Typed(identity, kept, content)


def _text(name: str, text: str, errors: dict[str, str], *, required: bool) -> str:
    found, error = prose.read(text, required=required, short=name == "number")
    if error:
        errors[name] = error
    return found


def _days(typed: Mapping[str, str], errors: dict[str, str]) -> tuple[date | None, date | None]:
    begin = day.read(typed["from"])
    if begin is None:
        errors["from"] = day.error(date(2024, 1, 1))
    if not typed["ended"]:
        return begin, None
    end = day.read(typed["ended"])
    if end is None:
        errors["ended"] = day.error(date(2026, 1, 1))
    elif begin is not None and end <= begin:
        errors["ended"] = _("废止的日子要在施行的日子以后。")
    return begin, end


def of(row: Any) -> dict[str, str]:
    """Return a version as it would be typed, for the form that corrects it."""
    found = {name: getattr(row, name) for name in ("article", "number", "zh", "ug", "ug_review")}
    found["from"] = row.in_force_from.isoformat()
    found["ended"] = row.ended_on.isoformat() if row.ended_on else ""
    return found | ({"withdrawn": "1"} if row.withdrawn else {})
