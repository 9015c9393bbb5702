"""The household's own card: since when it has it, and ending it without asking anybody."""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request

from models import card
from models.card import Card
from web import access, clock, fragments, pin
from web.access import may
from web.pages import own_card as pages

blueprint = Blueprint("own_card", __name__, url_prefix="/household/card")


@blueprint.get("")
@may("household")
def show() -> Response:
    """Show since when the household has its card, and offer to end it."""
    return _show(_own())


@blueprint.post("")
@may("household")
def revoke() -> Response:
    """End the card after its PIN: it opens nothing from now on, on no phone."""
    found = _own()
    if wrong := pin.refusal(found, request.form.get("pin", "")):
        return _show(found, wrong.text, wrong.status)
    card.revoke(g.who.household, clock.today())
    page = pages.Show(found.issued_on, has_ended=True)  # type: ignore[arg-type]
    response = fragments.render("own_card/show.html", page=page)
    access.sign_out(response)
    return response


def _own() -> Card:
    access.alone()
    found = card.of_household(g.who.household)
    if found is None:
        abort(404)
    return found


def _show(found: Card, error: str = "", status: int = 200) -> Response:
    page = pages.Show(found.issued_on, error)  # type: ignore[arg-type]
    return fragments.render("own_card/show.html", status=status, page=page)
