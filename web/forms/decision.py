"""A decision of a county's yearly review as it is typed: the day of the meeting, and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from models.household import named_in
from models.review import Content
from web import formats
from web.forms import day, prose
from web.forms.visit import random_id
from web.words.problem import fill

LONGEST_DAY = 40
NAME = _l("这里像是农户的姓名或编码：%(word)s。决定里只写机制和经营主体，请改掉。")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed by field, what it means, and what is wrong with it."""

    id: UUID | None
    typed: Mapping[str, str] = field(default_factory=dict)
    content: Content | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


def read(sent: Mapping[str, str], county: str, first: date, last: date) -> Typed:
    """Read the form; the meeting was held on one of the days from `first` to `last`."""
    typed = {
        "met_on": sent.get("met_on", "").strip()[:LONGEST_DAY],
        "text": sent.get("text", "").strip()[: prose.MOST],
        "withdrawn": "1" if sent.get("withdrawn") else "",
    }
    errors: dict[str, str] = {}
    met_on = day.read(typed["met_on"], first, last)
    if met_on is None:
        errors["met_on"] = _day_error(typed["met_on"], first, last)
    text, error = prose.read(typed["text"], required=True)
    if not error and (word := named_in(text, county)):
        error = fill(NAME, {"word": word}, formats.name)
    if error:
        errors["text"] = error
    identity = random_id(sent.get("id", ""))
    if identity is None:
        errors["form"] = _("这一页放得太久了。内容都还在，请再点一次保存。")
    if errors or met_on is None:
        return Typed(identity, typed, None, errors)
    return Typed(identity, typed, Content(met_on, text, bool(typed["withdrawn"])))


def _day_error(text: str, first: date, last: date) -> str:
    if day.read(text) is None:
        return day.error(last)
    span = {"first": first.isoformat(), "last": last.isoformat()}
    return fill(_l("开会的日子要在 %(first)s 到 %(last)s 之间。"), span, formats.ltr)
