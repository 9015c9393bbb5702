"""Assets 资产: the base of returns that one belongs to, and the agreements that use it."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request

from models import base, territory
from models.watch import deal
from web import access, clock, fragments
from web.access import may
from web.forms import rate as form
from web.pages import asset as pages
from web.year import asked_year

blueprint = Blueprint("asset", __name__, url_prefix="/asset")
WATCHERS = ("township", "county")


@blueprint.get("/<path:number>")
@may(*WATCHERS)
def show(number: str) -> Response:
    """Show what belongs to the base of returns, item by item, and what a rate would give on it."""
    today = clock.today()
    found = base.of_asset(number, today)
    if found is None:
        abort(404)
    access.within(found.place)
    typed = request.args.get("rate", "").strip()[: form.LONGEST]
    rate, error = form.read(typed)
    uses = base.agreements_on([each.number for each in found.assets])
    places = territory.places("agreement", uses)
    mine = {each: code for each, code in places.items() if g.who.covers(code)}
    deals = deal.of(mine, today)
    page = pages.show(found, deals, pages.Asked(asked_year(today), rate, typed, error), today)
    return fragments.render("asset/show.html", "base", page=page)
