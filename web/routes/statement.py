"""The statement of a year, to be printed."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g

from models import home, statement
from web import clock, fragments
from web.access import may
from web.pages import statement as pages

blueprint = Blueprint("statement", __name__)
FIRST, LAST = 1000, 2999


@blueprint.get("/statement/<int:year>")
@may("household")
def show(year: int) -> Response:
    """Show every line of a year with its steps and articles, for paper in both languages."""
    today = clock.today()
    household = home.find(g.who.household)
    if not household or not FIRST <= year <= LAST:
        abort(404)
    found = statement.of_household(household[0].number, year, today=today)
    if found is None:
        abort(404)
    page = pages.build(household[0], found, today)
    return fragments.render("statement/show.html", page=page)
