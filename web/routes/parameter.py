"""What the text of the rules leaves to the county: what holds, since when, and setting it anew."""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import parameter, place
from rules.parameter import CITATIONS
from web import clock, fragments
from web.access import may
from web.forms import parameter as form
from web.pages import parameter as pages

blueprint = Blueprint("parameter", __name__, url_prefix="/parameter")
COUNTY = "county"


@blueprint.get("")
@may(COUNTY)
def index() -> Response:
    """List what the text leaves open, and what holds in this county today."""
    today = clock.today()
    entries = [
        pages.Entry(chosen, CITATIONS[chosen.name])
        for chosen in parameter.every(g.who.scope, today)
    ]
    page = pages.Index(place.name_of(g.who.scope), today, entries)
    return fragments.render("parameter/index.html", page=page)


@blueprint.get("/<name>")
@may(COUNTY)
def show(name: str) -> Response:
    """Show one of them with its history, and a form to set it from a day on."""
    return _show(name, form.Typed(uuid4(), typed={"from": clock.today().isoformat()}))


@blueprint.post("/<name>")
@may(COUNTY)
def create(name: str) -> AnyResponse:
    """Set a value from a day on; sent twice it is set once, and nothing is overwritten."""
    if name not in parameter.NAMES:
        abort(404)
    typed = form.read(name, request.form)
    if typed.errors or typed.id is None or typed.day is None:
        return _show(name, typed, 422)
    parameter.put(
        *(typed.id, g.who.scope, name, typed.value),
        in_force_from=typed.day,
        set_on=clock.today(),
        account=g.who.account,
    )
    return fragments.go(f"/parameter/{name}")


def _show(name: str, typed: form.Typed, status: int = 200) -> Response:
    if name not in parameter.NAMES:
        abort(404)
    today, county = clock.today(), g.who.scope
    page = pages.Show(
        id=typed.id or uuid4(),
        place=place.name_of(county),
        chosen=parameter.chosen(county, name, today),
        default=parameter.default(name),
        citation=CITATIONS[name],
        rows=pages.rows(parameter.history(county, name), today),
        typed=typed.typed,
        errors=typed.errors,
    )
    return fragments.render("parameter/show.html", status=status, page=page)
