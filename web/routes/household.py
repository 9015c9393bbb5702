"""The home of a signed-in household."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g

from models import home
from web import clock, explanation, fragments
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
    modes = frozenset(mode for business in page.businesses for mode in business.modes)
    cards = links(explanation.of_modes(modes), spoken())
    return fragments.render("household/show.html", page=page, cards=cards)
