"""One line of a household, and its answer to it."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import answer, dispute, home, part, say
from web import clock, fragments
from web.access import may
from web.forms import answer as form
from web.pages import due as pages
from web.pages.household import in_force
from web.pages.line import standing

blueprint = Blueprint("due", __name__)


@blueprint.get("/due/<uuid:identity>")
@may("household")
def show(identity: UUID) -> Response:
    """Show what is due, how it was computed, and what the four witnesses say."""
    return _render(identity)


@blueprint.post("/due/<uuid:identity>/answer")
@may("household")
def tell(identity: UUID) -> AnyResponse:
    """Store the household's word: received, not received, or taken back."""
    sent = form.read(request.form, answer.DUE_REASONS)
    row = part.line(g.who.household, identity, clock.today())
    if row is None:
        abort(404)
    if sent is None or (sent.answer == "confirmed" and not _may_confirm(row)):
        abort(422)
    say.give(
        g.who.household,
        due=identity,
        answer=sent.answer,
        reason=sent.reason,
        today=clock.today(),
        id=sent.id,
        assisted=g.who.assisted,
    )
    if fragments.wants_part():
        return _render(identity)
    return fragments.go(sent.next or f"/due/{identity}#line")


def _may_confirm(row: object) -> bool:
    today = clock.today()
    return bool(pages.asked(standing(row, today), today))


def _render(identity: UUID) -> Response:
    today, household = clock.today(), g.who.household
    row = part.line(household, identity, today)
    if row is None:
        abort(404)
    found = pages.Found(
        home.find(household)[0],
        row,
        part.payments(household, row),
        part.checks(household),
        home.answers(household),
        _form(row),
        dispute.about(household, due=identity),
    )
    page = pages.build(found, today, uuid4(), fresh=request.method == "POST")
    return fragments.render("due/show.html", "line", page=page)


def _form(row: object) -> str | None:
    """Return how the clause in force says that the money comes."""
    mine = [each for each in part.clauses(row.agreement) if each.clause == row.clause]  # type: ignore[attr-defined]
    return in_force(mine, clock.today()).payment_form if mine else None
