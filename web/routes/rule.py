"""A county's own rules beside the prefecture's: anybody reads them, the county writes them."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import place, rule
from models.scope import COUNTY_DIGITS
from web import clock, fragments, scope
from web.access import may
from web.forms import paging
from web.forms import rule as form
from web.forms.version import Typed
from web.pages import rule as pages
from web.pages import version

blueprint = Blueprint("rule", __name__, url_prefix="/rule")
COUNTY = "county"
LONGEST_SEARCH = 40


@blueprint.get("")
@may("anyone")
def index() -> Response:
    """List a county's own rules by article; staff see their county's, others choose one."""
    county, edits = scope.chosen_county(), g.who.role == COUNTY
    show = request.args.get("show", "")
    shows = version.FOR_STAFF if edits else version.SHOWS
    view = version.View(
        "/rule",
        county,
        request.args.get("q", "").strip()[:LONGEST_SEARCH],
        show if show in shows else "",
        paging.page(request.args),
    )
    counties = place.counties()
    bare = version.Index(
        view, counties.get(county, ""), counties, not scope.own_county(), edits, shows
    )
    texts = [_text(row) for row in rule.listed(county)] if county else []
    return fragments.render("rule/index.html", "found", page=version.index(bare, texts))


@blueprint.get("/<uuid:identity>")
@may("anyone")
def show(identity: UUID) -> Response:
    """Show one rule beside the words that it details, and to its county how it was corrected."""
    row = _found(identity)
    edits = scope.is_own_county(row.county)
    if row.withdrawn and not edits:
        abort(404)
    versions = [_version(each) for each in rule.versions(identity)] if edits else None
    page = pages.Show.of(row.county, place.name_of(row.county), _text(row), versions)
    return fragments.render("rule/show.html", page=page)


@blueprint.get("/new")
@may(COUNTY)
def new() -> Response:
    """Ask for a rule."""
    typed = {"article": request.args.get("article", ""), "from": clock.today().isoformat()}
    return _form(None, Typed(uuid4(), typed))


@blueprint.post("")
@may(COUNTY)
def create() -> AnyResponse:
    """Add a rule; sent twice it is there once."""
    typed = form.read(request.form)
    if typed.content is None or typed.id is None:
        return _form(None, typed, 422)
    name = rule.add(typed.id, g.who.scope, typed.content, clock.today(), g.who.account)
    return fragments.go(f"/rule/{name}")


@blueprint.get("/<uuid:identity>/edit")
@may(COUNTY)
def edit(identity: UUID) -> Response:
    """Ask for a correction of a rule, or for its Uyghur text."""
    row = _own(identity)
    return _form(row, Typed(uuid4(), form.of(row)))


@blueprint.post("/<uuid:identity>")
@may(COUNTY)
def update(identity: UUID) -> AnyResponse:
    """Add a version of a rule; sent twice it is there once, and the old ones stay."""
    row = _own(identity)
    typed = form.read(request.form)
    if typed.content is None or typed.id is None:
        return _form(row, typed, 422)
    rule.correct(typed.id, identity, typed.content, clock.today(), g.who.account)
    return fragments.go(f"/rule/{identity}")


def _found(identity: UUID) -> Any:
    """Return a rule that the reader may see, or answer 404."""
    row = rule.find(identity)
    county = row.county if row else ""
    if not county or not county.startswith(g.who.scope[:COUNTY_DIGITS]):
        abort(404)
    return row


def _own(identity: UUID) -> Any:
    row = _found(identity)
    if not scope.is_own_county(row.county):
        abort(404)
    return row


def _text(row: Any) -> pages.Text:
    return pages.text(row, rule.state(row, clock.today()))


def _version(row: Any) -> version.Version:
    return version.Version(row.turn, _text(row), row.set_on, row.who)


def _form(row: Any, typed: Typed, status: int = 200) -> Response:
    page = pages.Form(
        id=typed.id or uuid4(),
        name=place.name_of(g.who.scope),
        entry=row.rule if row else None,
        typed=typed.typed,
        errors=typed.errors,
        is_older=_text(row).is_older if row else False,
    )
    template = "rule/new.html" if row is None else "rule/edit.html"
    return fragments.render(template, status=status, page=page)
