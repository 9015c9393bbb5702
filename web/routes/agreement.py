"""An agreement, or a plan, that a household has a part in."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g

from models import home, part
from web import clock, fragments
from web.access import may
from web.pages import agreement as pages
from web.year import asked_year

blueprint = Blueprint("agreement", __name__)


@blueprint.get("/agreement/<path:number>")
@may("household")
def show(number: str) -> Response:
    """Show the terms in plain words, what the household holds, and its lines of a year."""
    household, today = g.who.household, clock.today()
    if not part.has_part(household, number):
        abort(404)
    found = pages.Found(
        number,
        home.find(household)[0],
        part.clauses(number),
        part.shares(household, number),
        part.plans(household, number),
        home.lines(household, today),
        part.checks(household),
        home.answers(household),
    )
    page = pages.build(found, asked_year(today), today)
    return fragments.render("agreement/show.html", page=page)
