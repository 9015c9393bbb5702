"""The household's card: its address opens the PIN page and nothing else.

Where a member of staff is signed in nobody is asked for a PIN; the household uses another phone.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import assistance, card, slip
from models.card import Card
from web import access, clock, fragments, pin, scanned
from web.access import may
from web.forms import pin as form
from web.pages import card as pages

blueprint = Blueprint("card", __name__)
CHECKERS = ("cadre", "township")


@blueprint.get("/c/<token>")
@blueprint.get("/C/<token>")
@may("anyone")
def show(token: str) -> AnyResponse:
    """Ask for the PIN; a member of staff who checks is taken to the check."""
    if g.who.is_staff:
        return _for_staff(token)
    found = _card(token)
    if g.who.household == found.household:
        return fragments.go("/household")
    return _ask(token)


@blueprint.post("/c/<token>")
@blueprint.post("/C/<token>")
@may("anyone")
def unlock(token: str) -> AnyResponse:
    """Open the household's pages with its PIN: on its own phone, or with somebody at its side."""
    if g.who.is_staff:
        return _not_here()
    found = _card(token)
    if wrong := pin.refusal(found, request.form.get("pin", "")):
        return _ask(token, wrong.text, wrong.status)
    return _enter(found)


@blueprint.get("/c/<token>/start")
@blueprint.get("/C/<token>/start")
@may("anyone")
def start(token: str) -> Response:
    """Ask for the code in the sealed slip and a new PIN."""
    if g.who.is_staff:
        return _not_here()
    _card(token)
    return _begin(token)


@blueprint.post("/c/<token>/start")
@blueprint.post("/C/<token>/start")
@may("anyone")
def set_pin(token: str) -> AnyResponse:
    """Set the first PIN, or a forgotten one anew, with a slip's code."""
    if g.who.is_staff:
        return _not_here()
    found = _card(token)
    typed = form.read(request.form)
    if typed.errors:
        return _begin(token, typed, 422)
    slots = pin.take(found)
    if isinstance(slots, pin.Refusal):
        return _begin(token, typed.refused("code", slots.text), slots.status)
    used = slip.find(found.household, typed.code, clock.today())
    if used is None or not slip.use(used, clock.today()):
        wrong = pin.left(_("代码不对，或者已经用过、过期。"), slots[0].left)
        return _begin(token, typed.refused("code", wrong), 422)
    pin.forgive(slots)
    card.set_pin(found, typed.pin)
    return _enter(found)


def _card(token: str) -> Card:
    """Return the active card; an unknown and a revoked address answer alike."""
    g.private = True
    found = card.by_token(token)
    if found is None:
        abort(404)
    return found


def _for_staff(token: str) -> AnyResponse:
    if g.who.role not in CHECKERS or len(token) != card.TOKEN_LETTERS or not token.isalnum():
        return _not_here()
    found = scanned.here(token)
    return fragments.go(scanned.address(found)) if found else scanned.refuse(token)


def _not_here() -> Response:
    """Say what to do where staff are signed in; the card is not even looked up."""
    g.private = True
    return fragments.render("card/show.html", status=403, page=pages.Show(is_staff=True))


def _enter(found: Card) -> AnyResponse:
    assisted, now = bool(request.form.get("assisted")), clock.now()
    secret = card.sign_in(found, now, assisted=assisted)
    if secret is None:
        abort(404)
    if assisted:
        assistance.note(found.household, now.date())  # type: ignore[arg-type]
    response = fragments.go("/household")
    access.sign_in(response, secret, remember=not assisted)  # type: ignore[arg-type]
    return response


def _ask(token: str, wrong: str = "", status: int = 200) -> Response:
    shown = pages.Show(token=token.upper(), error=wrong)
    return fragments.render("card/show.html", status=status, page=shown)


def _begin(token: str, typed: form.Typed | None = None, status: int = 200) -> Response:
    typed = typed or form.Typed()
    shown = pages.Start(token=token.upper(), code=typed.code, errors=typed.errors)
    return fragments.render("card/start.html", status=status, page=shown)
