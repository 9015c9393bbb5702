"""A model case as it is typed: title and text in both languages, its business, mode and year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from models.exemplar import Content
from models.household import named_in
from models.register import is_seen
from rules.wording import praises
from web import formats
from web.forms.version import Reading, Typed
from web.words.due import MODES
from web.words.problem import fill

FIELDS = (
    *("title_zh", "zh", "title_ug", "ug", "ug_review"),
    *("business", "mode", "year", "from", "ended"),
)
YEAR = re.compile(r"20\d\d")
NAME = _l("这里像是农户的姓名或编码：%(word)s。典型只写经营主体和办法，请改掉。")
PRAISE = _l("这里不评农户，也不给农户排先后。请去掉“%(word)s”。")


def read(sent: Mapping[str, str], county: str, today: date) -> Typed:
    """Read the form: no person and no household of the county stands in a case."""
    form = Reading(sent, FIELDS, lambda text: _refused(text, county))
    texts = {
        "title_zh": form.text("title_zh", required=True, short=True),
        "zh": form.text("zh", required=True),
        "ug": form.text("ug"),
    }
    texts["title_ug"] = form.text("title_ug", required=bool(texts["ug"]), short=True)
    days = form.days(date(2026, 1, 1))
    chosen, errors = form.typed, form.errors
    if chosen["business"] and not is_seen(chosen["business"], county):
        errors["business"] = _("本县没有这个编号的经营主体。")
    if chosen["mode"] not in MODES:
        errors["mode"] = _("请选一种带动方式。")
    if not YEAR.fullmatch(chosen["year"]) or int(chosen["year"]) > today.year:
        errors["year"] = _("请写一个年份，不能晚于今年。")
    if days is None or errors:
        return form.done(None)
    begin, end = days
    found = {"business": chosen["business"], "mode": chosen["mode"], "year": int(chosen["year"])}
    held = {"shown_from": begin, "ended_on": end, **form.marks}
    return form.done(Content(**texts, ug_review=form.review(texts["ug"]), **found, **held))


def _refused(text: str, county: str) -> str:
    if word := named_in(text, county):
        return fill(NAME, {"word": word}, formats.name)
    word = praises(text)
    return fill(PRAISE, {"word": word}, formats.name) if word else ""


def of(row: Any) -> dict[str, str]:
    """Return a version as it would be typed, for the form that corrects it."""
    found = {name: str(getattr(row, name)) for name in FIELDS if name not in {"from", "ended"}}
    found["from"] = row.shown_from.isoformat()
    found["ended"] = row.ended_on.isoformat() if row.ended_on else ""
    return found | ({"withdrawn": "1"} if row.withdrawn else {})
