"""Which day of the past a page is asked for: what stands in the address, and what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web import formats
from web.forms import day as days
from web.pages.past import NOW, Past
from web.words.problem import fill

LONGEST = 20
EXAMPLE = date(2025, 12, 31)
SINCE = _l("台账从%(day)s才开始导入，再早的数说不出来。")


def read(asked: Any, today: date, first: date | None) -> Past:
    """Return the day that the address asks for; none is today without a word.

    `first`: the day of the first import, before which nothing is known.
    """
    typed = asked.get("on", "").strip()[:LONGEST]
    if not typed:
        return NOW
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return Past(typed=typed, error=days.error(EXAMPLE))
    if day == today:
        return NOW
    if day > today:
        return Past(typed=typed, error=_("这一天还没有到。请写今天或以前的日子。"))
    if first and day < first:
        return Past(typed=typed, error=fill(SINCE, {"day": first.isoformat()}, formats.ltr))
    return Past(day, typed)
