"""The home of a signed-in household."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, g, send_file

from models import home
from rules.spoken import payment
from web import clock, explanation, fragments
from web import voice as recorded
from web.access import may
from web.language import spoken
from web.pages import household as pages
from web.pages.explanation import links
from web.year import asked_year

blueprint = Blueprint("household", __name__)


@blueprint.get("/household")
@may("household")
def show() -> Response:
    """Show what is due, received and late in this year, or in the one asked for."""
    today = clock.today()
    found = home.read(g.who.household, today)
    if found is None:
        abort(404)
    page = pages.build(found, asked_year(today), today)
    g.plays = _sentence(page) is not None
    modes = frozenset(mode for business in page.businesses for mode in business.modes)
    cards = links(explanation.of_household(modes, late=page.late is not None), spoken())
    return fragments.render("household/show.html", page=page, cards=cards)


@blueprint.get("/household/voice")
@may("household")
def voice() -> Response:
    """Play the sum and the day of the next payment, where a county has recorded the words."""
    today = clock.today()
    found = home.read(g.who.household, today)
    data = _sentence(pages.build(found, today.year, today)) if found else None
    if data is None:
        abort(404)
    response = send_file(BytesIO(data), mimetype="audio/mpeg", conditional=True, etag=False)
    response.headers["Cache-Control"] = "no-store"
    return response


def _sentence(page: pages.Show) -> bytes | None:
    """Return what is read out of the first line of the page, or None without the recordings."""
    first, lang, folder = page.first, spoken(), current_app.config["INSTANCE"]
    if first is None or not recorded.has_any(folder, lang):
        return None
    words = payment(lang, first.line.rest, first.line.day, late=page.next is None)
    return recorded.sentence(Path(folder), lang, words)
