"""Model cases 先进典型 (art. 21): anybody reads those that are shown, the county writes its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import exemplar, place
from web import clock, fragments, scope
from web.access import may
from web.exemplar import texts
from web.forms import exemplar as form
from web.forms import paging
from web.forms.version import Typed
from web.pages import exemplar as pages
from web.pages import version

blueprint = Blueprint("exemplar", __name__, url_prefix="/exemplar")
COUNTY = "county"
LONGEST_SEARCH = 40


@blueprint.get("")
@may("anyone")
def index() -> Response:
    """List the cases that are shown, of all counties or of one; a county sees all its own."""
    edits, counties = g.who.role == COUNTY, place.counties()
    asked = g.who.scope if edits else request.args.get("county", "")
    county = asked if asked in counties else ""
    show = request.args.get("show", "")
    view = version.View(
        "/exemplar",
        county,
        request.args.get("q", "").strip()[:LONGEST_SEARCH],
        show if edits and show in version.FOR_STAFF else "",
        paging.page(request.args),
    )
    bare = version.Index(
        view, counties.get(county, ""), counties, not edits, edits, version.FOR_STAFF
    )
    rows = exemplar.listed(county) if edits else exemplar.shown(clock.today())
    found = texts([row for row in rows if row.county.startswith(county)], clock.today())
    return fragments.render("exemplar/index.html", "found", page=version.index(bare, found))


@blueprint.get("/<uuid:identity>")
@may("anyone")
def show(identity: UUID) -> Response:
    """Show a case, and to its county how it was corrected."""
    row = exemplar.find(identity)
    edits = row is not None and scope.is_own_county(row.county)
    if row is None or not (edits or exemplar.state(row, clock.today()) == "now"):
        abort(404)
    rows = exemplar.versions(identity) if edits else []
    versions = [
        version.Version(each.turn, text, each.set_on, each.who)
        for each, text in zip(rows, texts(rows, clock.today()), strict=True)
    ]
    page = pages.Show(texts([row], clock.today())[0], edits, versions)
    return fragments.render("exemplar/show.html", page=page)


@blueprint.get("/new")
@may(COUNTY)
def new() -> Response:
    """Ask for a case."""
    today = clock.today()
    typed = {"year": str(today.year), "from": today.isoformat()}
    return _form(None, Typed(uuid4(), typed))


@blueprint.post("")
@may(COUNTY)
def create() -> AnyResponse:
    """Add a case; sent twice it is there once."""
    typed = form.read(request.form, g.who.scope, clock.today())
    if typed.content is None or typed.id is None:
        return _form(None, typed, 422)
    name = exemplar.add(typed.id, g.who.scope, typed.content, clock.today(), g.who.account)
    return fragments.go(f"/exemplar/{name}")


@blueprint.get("/<uuid:identity>/edit")
@may(COUNTY)
def edit(identity: UUID) -> Response:
    """Ask for a correction of a case, or for its Uyghur text."""
    row = _own(identity)
    return _form(row, Typed(uuid4(), form.of(row)))


@blueprint.post("/<uuid:identity>")
@may(COUNTY)
def update(identity: UUID) -> AnyResponse:
    """Add a version of a case; sent twice it is there once, and the old ones stay."""
    row = _own(identity)
    typed = form.read(request.form, g.who.scope, clock.today())
    if typed.content is None or typed.id is None:
        return _form(row, typed, 422)
    exemplar.correct(typed.id, identity, typed.content, clock.today(), g.who.account)
    return fragments.go(f"/exemplar/{identity}")


def _own(identity: UUID) -> Any:
    row = exemplar.find(identity)
    if row is None or not scope.is_own_county(row.county):
        abort(404)
    return row


def _form(row: Any, typed: Typed, status: int = 200) -> Response:
    entry = row.exemplar if row else None
    page = pages.Form(typed.id or uuid4(), entry, tuple(form.MODES), typed.typed, typed.errors)
    template = "exemplar/new.html" if row is None else "exemplar/edit.html"
    return fragments.render(template, status=status, page=page)
