"""Which findings somebody asks for: what stands in the address, and what of it makes no sense."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from models.finding import SORTS, Search
from rules.finding import WEIGHTS
from web.forms import amount, paging
from web.pages.finding import AGES, View

LONGEST = 80


def read(asked: Any, before: date | None = None) -> View:
    """Return what the address asks for; an unknown choice is none.

    `before`: whoever may ask for a day may ask for one before this.
    """
    given = {name: asked.get(name, "").strip()[:LONGEST] for name in View.TEXTS}
    sort = asked.get("sort", "")
    age = asked.get("age", 0, type=int)
    return View(
        **given | {"weight": given["weight"] if given["weight"] in WEIGHTS else ""},
        ended=asked.get("state") == "ended",
        age=age if age in AGES else 0,
        on=_day(asked.get("on", ""), before),
        sort=sort if sort.lstrip("-") in SORTS else "",
        number=paging.page(asked),
    )


def _day(text: str, before: date | None) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if before and day < before else None


def search(view: View, scope: str, today: date) -> tuple[Search, Mapping[str, str]]:
    """Return the search, and what is wrong with the amounts by field."""
    least, most, errors = None, None, {}
    if view.least and (least := amount.fen(view.least)) is None:
        errors["least"] = _("这里要写金额，例如 500")
    if view.most and (most := amount.fen(view.most)) is None:
        errors["most"] = _("这里要写金额，例如 500")
    found = Search(
        scope,
        **{name: getattr(view, name) for name in ("place", "code", "weight", "article")},
        **{name: getattr(view, name) for name in ("business", "agreement", "subject")},
        since=(view.on or today) - timedelta(days=view.age) if view.age else None,
        least=least,
        most=most,
        ended=view.ended,
    )
    return found, errors
