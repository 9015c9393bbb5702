"""Places with businesses near a household, on its own request (art. 20); nothing of it is kept."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request

from models import home, opening, parameter, place
from models.scope import COUNTY_DIGITS
from web import clock, fragments
from web.access import may
from web.pages import own_place as pages

blueprint = Blueprint("own_place", __name__, url_prefix="/household/place")


@blueprint.get("")
@may("household")
def show() -> Response:
    """Ask what the household looks for, and list the businesses near it that offer it."""
    today, asked = clock.today(), request.args.get("mode", "")
    found = home.find(g.who.household)
    if not found:
        abort(404)
    household = found[0]
    county = household.village[:COUNTY_DIGITS]
    whom = {
        "phone": household.phone,
        "county_phone": parameter.on(county, today).query_phone,
    }
    if asked not in pages.CHOICES:
        page = pages.Show(**whom, wrong=bool(asked))
        return fragments.render("own_place/show.html", status=422 if asked else 200, page=page)
    openings, names = opening.of_county(county, today)
    groups, more = pages.near(openings, names, household.village, asked)
    villages = place.names({each.village for _, near in groups for each in near})
    page = pages.Show(**whom, mode=asked, groups=groups, more=more, villages=villages)
    return fragments.render("own_place/show.html", page=page)
