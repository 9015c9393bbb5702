"""The home of a signed-in household."""

from __future__ import annotations

import re
from datetime import date

from flask import Blueprint, Response, abort, g, request

from models import home
from web import clock, fragments
from web.access import may
from web.pages import household as pages

blueprint = Blueprint("household", __name__)
YEAR = re.compile("[12][0-9]{3}")


@blueprint.get("/household")
@may("household")
def show() -> Response:
    """Show what is due, received and late in this year, or in the one asked for."""
    today = clock.today()
    found = home.read(g.who.household, today)
    if found is None:
        abort(404)
    page = pages.build(found, asked_year(today), today)
    return fragments.render("household/show.html", page=page)


def asked_year(today: date) -> int:
    """Return the year in the address, or this one."""
    year = request.args.get("year", "")
    return int(year) if YEAR.fullmatch(year) else today.year
