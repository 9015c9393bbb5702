"""A county's own rule as it is typed: what it details, in both languages, since and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from models.rule import Content
from rules.article import paragraphs
from web.forms.version import Reading, Typed

FIELDS = ("article", "number", "zh", "ug", "ug_review", "from", "ended")


def read(sent: Mapping[str, str]) -> Typed:
    """Read the form."""
    form = Reading(sent, FIELDS)
    number = form.text("number", short=True)
    zh, ug = form.text("zh", required=True), form.text("ug")
    days = form.days(date(2024, 1, 1))
    if form.typed["article"] not in paragraphs():
        form.errors["article"] = _("请选它细化的是哪一条。")
    if days is None:
        return form.done(None)
    texts = {"number": number, "zh": zh, "ug": ug, "ug_review": form.review(ug)}
    begin, end = days
    held = {"in_force_from": begin, "ended_on": end, **form.marks}
    return form.done(Content(article=form.typed["article"], **texts, **held))


def of(row: Any) -> dict[str, str]:
    """Return a version as it would be typed, for the form that corrects it."""
    found = {name: getattr(row, name) for name in ("article", "number", "zh", "ug", "ug_review")}
    found["from"] = row.in_force_from.isoformat()
    found["ended"] = row.ended_on.isoformat() if row.ended_on else ""
    return found | ({"withdrawn": "1"} if row.withdrawn else {})
