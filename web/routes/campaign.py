"""Campaigns 宣传活动 (art. 21): the county's posters, their scans, and measured awareness."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import campaign, place
from rules.awareness import POSTER
from web import clock, fragments
from web.access import may
from web.download import file
from web.forms import campaign as form
from web.language import spoken
from web.pages import campaign as pages
from web.poster_file import as_pdf

blueprint = Blueprint("campaign", __name__, url_prefix="/campaign")
COUNTY = "county"


@blueprint.get("")
@may(COUNTY)
def index() -> Response:
    """List the county's campaigns."""
    rows = campaign.of_county(g.who.scope)
    return fragments.render("campaign/index.html", rows=rows, today=clock.today())


@blueprint.get("/new")
@may(COUNTY)
def new() -> Response:
    """Ask for a campaign: title, days, places, and the cards that its posters lead to."""
    page = _new(uuid4(), form.kind_of(request.args))
    return fragments.render("campaign/new.html", page=page)


@blueprint.post("/new")
@may(COUNTY)
def create() -> AnyResponse:
    """Make a campaign and its posters once, however often this is sent."""
    today, kind = clock.today(), form.kind_of(request.form)
    known = place.villages if kind == POSTER else place.townships
    typed = form.read(request.form, known(g.who.scope), today)
    if typed.errors or typed.id is None:
        page = _new(
            typed.id or uuid4(),
            kind,
            texts=typed.texts,
            chosen=typed.cards,
            places=typed.villages,
            calculator=typed.cells["calculator"],
            errors=typed.errors,
        )
        return fragments.render("campaign/new.html", status=422, page=page)
    entered = {"county": g.who.scope, "account": g.who.account, "entered_on": today}
    campaign.begin(typed.id, typed.villages, typed.cards, **typed.cells, **entered)
    return fragments.go(f"/campaign/{typed.id}")


@blueprint.get("/<uuid:identity>")
@may(COUNTY)
def show(identity: UUID) -> Response:
    """Show scans, answers and the rate of awareness; small groups are left out."""
    row = _own(identity)
    posters = campaign.posters(identity)
    found = pages.Found(
        posters,
        place.names(posters.values()),
        campaign.scans(posters),
        campaign.answers(posters),
    )
    return fragments.render("campaign/show.html", page=pages.build(row, found, spoken()))


@blueprint.get("/<uuid:identity>/paper")
@may(COUNTY)
def paper(identity: UUID) -> Response:
    """Give the posters as PDF, one sheet for each village; with `first` the first one alone."""
    row = _own(identity)
    if row.kind != POSTER:
        abort(404)
    posters = campaign.posters(identity)
    if "first" in request.args:
        posters = dict(list(posters.items())[:1])
    base = current_app.config["LIANNONG_BASE_URL"]
    data = as_pdf(row, posters, place.names(posters.values()), base)
    return file(data, _("宣传海报-%(title)s", title=row.title), "pdf")


def _new(identity: UUID, kind: str, **typed: Any) -> pages.New:
    scope = g.who.scope
    found = (
        place.villages_by_township(scope)
        if kind == POSTER
        else {place.name_of(scope): place.townships(scope)}
    )
    return pages.New(identity, clock.today(), kind, pages.card_links(spoken()), found, **typed)


def _own(identity: UUID) -> Any:
    """Return a campaign of the reader's county, or answer 404."""
    row = campaign.find(identity)
    if row is None or row.county != g.who.scope:
        abort(404)
    return row
