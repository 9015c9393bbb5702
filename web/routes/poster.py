"""A poster's address: what it leads to, five anonymous questions, and nothing about the reader.

Of a training the reader is a member of staff, and nothing is held of her either.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import campaign
from models.campaign import Shown
from models.outage import OUTAGES
from rules.awareness import TRAINING, aware, kinds
from web import clock, fragments
from web.access import may
from web.forms import campaign as forms
from web.language import spoken
from web.pages import poster as pages

blueprint = Blueprint("poster", __name__)


@blueprint.get("/q/<code>")
@blueprint.get("/Q/<code>")
@may("anyone")
def show(code: str) -> Response:
    """Count one scan of the day, and show the campaign's cards or the questions."""
    found = _found(code)
    asked = request.args
    if not asked.keys() & {"kind", "done"}:
        _count(found)
    form = pages.form(asked.get("kind", ""), found, clock.today())
    right = pages.right(found.cards) if "done" in asked else ()
    return _page(found, form, right=right)


@blueprint.post("/q/<code>")
@may("anyone")
def tell(code: str) -> AnyResponse:
    """Count anonymous answers once, however often they are sent; hold nothing of who sent them."""
    found, today = _found(code), clock.today()
    sent = forms.read_answers(request.form, found, today)
    if sent is None or not found.is_open(today):
        return fragments.go(f"/q/{found.code}")
    form = pages.form(sent.kind, found, today)
    if form is not None and (sent.errors or sent.late or sent.id is None):
        kept = form.id if sent.late else sent.id or form.id
        wrong = replace(form, id=kept, answers=sent.answers, errors=sent.errors, late=sent.late)
        return _page(found, wrong, status=422)
    if sent.id is not None:
        known = {campaign.AWARE: aware(sent.kind, sent.answers, found.cards)}
        campaign.answered(sent.id, found.code, {**sent.answers, **known}, today)
    return fragments.go(f"/q/{found.code}?done=1")


def _found(code: str) -> Shown:
    """Return what a code leads to; a training is there for the staff of its township alone."""
    found = campaign.behind(code.upper())
    if found is None or (found.kind == TRAINING and not g.who.scope.startswith(found.village)):
        abort(404)
    return found


def _count(found: Shown) -> None:
    """Count an opening; one by staff, by a look ahead or while nothing can be written is none."""
    ahead = request.method != "GET" or "prefetch" in request.headers.get("Sec-Purpose", "")
    if ahead or g.who.is_staff or not found.is_open(clock.today()):
        return
    with suppress(*OUTAGES):  # the page is worth more than the count
        campaign.scanned(found.code, clock.today())


def _page(
    found: Shown,
    form: pages.Form | None,
    *,
    right: tuple[pages.Right, ...] = (),
    status: int = 200,
) -> Response:
    page = pages.Show(
        code=found.code,
        title=found.title,
        cards=pages.chosen(found.cards, spoken()),
        calculator=found.calculator,
        is_open=found.is_open(clock.today()),
        form=form,
        right=right,
        kinds=kinds(found.kind),
        training=found.kind == TRAINING,
    )
    answer = fragments.render("poster/show.html", page=page, status=status)
    answer.headers["Cache-Control"] = "no-store"  # an id of its own each time, and each one counts
    return answer
