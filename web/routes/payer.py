"""The business's own pages: its link lets it in, and shows it what it has to pay."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g
from werkzeug.wrappers import Response as AnyResponse

from models import concern, link, notice, owing, register, reply, session
from models.guess import give_back
from web import access, clock, error, fragments
from web.access import may
from web.pages import payer as pages
from web.source import source
from web.year import asked_year

blueprint = Blueprint("payer", __name__)
TOO_MANY = 429


@blueprint.get("/b")
@may("anyone")
def ask() -> Response:
    """Say how a business opens its page: with the link on its paper."""
    return fragments.render("payer/ask.html", page=pages.Ask())


@blueprint.get("/b/<token>")
@blueprint.get("/B/<token>")
@may("anyone")
def enter(token: str) -> AnyResponse:
    """Let a business in through its link, and leave the link's address behind."""
    g.private = True
    if g.who.is_staff:
        return error.page(404)
    slot = link.take_guess(source(), clock.now())
    if slot is None:
        return error.page(TOO_MANY)
    found = link.by_token(token, clock.today())
    if found is None:
        abort(404)
    give_back(slot)
    response = fragments.go("/payer")
    access.sign_in(response, session.start_business(found.id, clock.now()))  # type: ignore[arg-type]
    return response


@blueprint.get("/payer")
@may("business")
def show() -> Response:
    """Show what the business has to pay, to how many, by when, and what was found about it."""
    today, number = clock.today(), g.who.business
    row = register.by_number(number)
    own = link.of_business(number, today)
    if row is None or own is None:
        abort(404)
    found = pages.Found(
        row.name,
        own.valid_until,
        owing.of_business(number, today),
        notice.of_business(number, today),
        concern.of_business(number),
        reply.standing(reply.of_business(number)),
    )
    return fragments.render("payer/show.html", page=pages.build(found, asked_year(today), today))
