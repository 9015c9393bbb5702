"""Checks 核对 as the household sees them, and its answer to each."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import answer, dispute, home, part, say
from web import clock, fragments
from web.access import may
from web.forms import answer as form
from web.pages import check as pages
from web.pages.line import latest

blueprint = Blueprint("check", __name__)


@blueprint.get("/check")
@may("household")
def index() -> Response:
    """List what was checked with the household, and what it said to it."""
    household = g.who.household
    rows = part.checks(household)
    page = pages.index(
        rows, part.checked_lines(household, rows), home.answers(household), part.names(rows)
    )
    return fragments.render("check/index.html", page=page)


@blueprint.get("/check/<uuid:identity>")
@may("household")
def show(identity: UUID) -> Response:
    """Show one check, and ask the household whether it is right."""
    return _render(identity)


@blueprint.post("/check/<uuid:identity>/answer")
@may("household")
def tell(identity: UUID) -> AnyResponse:
    """Store the household's word on a check, or take it back."""
    sent = form.read(request.form, answer.CHECK_REASONS)
    if sent is None:
        abort(422)
    say.give(
        g.who.household,
        check=identity,
        answer=sent.answer,
        reason=sent.reason,
        today=clock.today(),
        id=sent.id,
        assisted=g.who.assisted,
    )
    if fragments.wants_part():
        return _render(identity)
    return fragments.go(sent.next or f"/check/{identity}")


def _render(identity: UUID) -> Response:
    household = g.who.household
    rows = [row for row in part.checks(household) if row.id == identity]
    if not rows:
        abort(404)
    answers = home.answers(household)
    found = pages.check(rows[0], part.checked_lines(household, rows), answers, part.names(rows))
    said = latest(answers, "check").get(identity)
    about = dispute.about(household, check=identity)
    page = pages.show(found, said, about, uuid4(), fresh=request.method == "POST")
    return fragments.render("check/show.html", "check", page=page)
