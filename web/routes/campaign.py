"""Campaigns 宣传活动 (art. 21): the county's posters, their scans, and measured awareness."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import campaign, place
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
    """Ask for a campaign: title, days, villages, and the cards that its posters lead to."""
    return fragments.render("campaign/new.html", page=_new(uuid4()))


@blueprint.post("/new")
@may(COUNTY)
def create() -> AnyResponse:
    """Make a campaign and its posters once, however often this is sent."""
    today = clock.today()
    typed = form.read(request.form, place.villages(g.who.scope), today)
    if typed.errors or typed.id is None:
        page = _new(
            typed.id or uuid4(),
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
    """Give the posters as PDF, one sheet for each village, in both languages."""
    row = _own(identity)
    posters = campaign.posters(identity)
    base = current_app.config["LIANNONG_BASE_URL"]
    data = as_pdf(row, posters, place.names(posters.values()), base)
    return file(data, _("宣传海报-%(title)s", title=row.title), "pdf")


def _new(identity: UUID, **typed: Any) -> pages.New:
    villages = place.villages_by_township(g.who.scope)
    return pages.New(identity, clock.today(), pages.card_links(spoken()), villages, **typed)


def _own(identity: UUID) -> Any:
    """Return a campaign of the reader's county, or answer 404."""
    row = campaign.find(identity)
    if row is None or row.county != g.who.scope:
        abort(404)
    return row
