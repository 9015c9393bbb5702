"""A visit's receipt 回执: with the card it finds that one check on any phone, without a PIN."""

from __future__ import annotations

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _

from models import card, receipt
from models.card import Card
from web import clock, fragments, pin
from web.access import may
from web.forms import receipt as form
from web.pages import receipt as pages
from web.source import source, too_many

blueprint = Blueprint("receipt", __name__)


@blueprint.get("/receipt")
@blueprint.get("/c/<token>/receipt")
@may("anyone")
def show(token: str = "") -> Response:
    """Ask for the receipt; the card is not looked up yet."""
    return _not_here() if g.who.is_staff else _show(token, form.Typed())


@blueprint.post("/receipt")
@blueprint.post("/c/<token>/receipt")
@may("anyone")
def find(token: str = "") -> Response:
    """Show the one check that a card and a receipt name; whatever is wrong answers alike."""
    if g.who.is_staff:
        return _not_here()
    typed = form.read(request.form, has_card=bool(token))
    if typed.errors:
        return _show(token, typed, 422)
    found = card.by_token(token) if token else card.by_short_code(typed.code)
    return _look_up(found, token, typed)


def _look_up(found: Card | None, token: str, typed: form.Typed) -> Response:
    today = clock.today()
    place = receipt.take_place(source(), clock.now())
    if place is None:
        return _show(token, typed.refused(too_many()), 429)
    named = token.upper() or card.digits(typed.code)
    slot = receipt.take_guess(found, named, today)
    if slot is None:
        often = _("这张户卡今天查错的次数太多，请明天再查。有密码，现在就能打开户卡看。")
        return _show(token, typed.refused(often), 429)
    visits = receipt.find(found, typed.digits, today)
    if not visits:
        said = _("没有查到。可能抄错了，也可能过了30天，或者换过户卡。")
        wrong = pin.left(said, slot.left)
        return _show(token, typed.refused(wrong), 422)
    receipt.forgive(place, slot)
    shown = pages.visits(visits, receipt.payers(visits))
    return _render(pages.Show(token=token.upper(), found=shown))


def _show(token: str, typed: form.Typed, status: int = 200) -> Response:
    page = pages.Show(token.upper(), typed.code, typed.receipt, typed.errors)
    return _render(page, status)


def _not_here() -> Response:
    """Staff look nothing up by card: the household does, on another phone."""
    return _render(pages.Show(is_staff=True), 403)


def _render(page: pages.Show, status: int = 200) -> Response:
    g.private = True
    return fragments.render("receipt/show.html", status=status, page=page)
