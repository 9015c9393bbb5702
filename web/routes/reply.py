"""The business's own word beside a finding: given by itself alone, and taken back by itself."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import concern, reply
from models.concern import Concern
from models.owing import people
from web import clock, fragments
from web.access import may
from web.forms import reply as form
from web.pages import reply as pages
from web.pages.payer import word_on

blueprint = Blueprint("reply", __name__, url_prefix="/reply")


@blueprint.get("/<uuid:finding>")
@may("business")
def show(finding: UUID) -> Response:
    """Show what was found about the business, its own word on it, and what it can say."""
    return _page(_own(finding), form.Typed())


@blueprint.post("/<uuid:finding>")
@may("business")
def give(finding: UUID) -> AnyResponse:
    """Store the business's word once, however often it is sent."""
    matter = _own(finding)
    typed = form.read(request.form, clock.today(), people(g.who.business))
    if typed is None:
        abort(422)
    if matter.ended_on is not None:
        abort(409)
    if typed.said is None:
        return _page(matter, typed, 422)
    reply.give(g.who.business, matter.ids, typed.said, clock.today(), typed.id)
    return fragments.go(f"/reply/{finding}")


def _own(finding: UUID) -> Concern:
    """Return the matter, or answer 404 where it is not the business's or not for it to see."""
    found = concern.find(g.who.business, finding)
    if found is None:
        abort(404)
    return found


def _page(matter: Concern, typed: form.Typed, status: int = 200) -> Response:
    turns = reply.of_business(g.who.business)
    mine = [row for row in turns if row.subject == matter.id]
    said = word_on(matter, reply.standing(turns))
    page = pages.build(matter, mine, said, typed.id or uuid4(), typed)
    return fragments.render("reply/show.html", status=status, page=page)
