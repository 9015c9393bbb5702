"""Handing out cards 发户卡, for the township: find a household, issue, replace, end, print."""

from __future__ import annotations

from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import card, household, place
from models.card import Taken
from models.scope import VILLAGE_DIGITS
from web import access, clock, fragments, qr, wallet
from web.access import may
from web.download import file
from web.forms import paging
from web.forms.visit import random_id
from web.pages import issue as pages
from web.pages.village_list import Village
from web.proof import fresh
from web.scope import household_here

blueprint = Blueprint("issue", __name__, url_prefix="/card")
HANDS_OUT = "township"
LONGEST_SEARCH = 40


@blueprint.get("")
@may(HANDS_OUT, "county")
def index() -> AnyResponse:
    """List the households of a village with their cards; first the village is chosen."""
    return _list("")


@blueprint.post("/find")
@may(HANDS_OUT, "county")
def find() -> AnyResponse:
    """List the households with this number or name; it is posted, so no address holds it."""
    return _list(request.form.get("q", "").strip()[:LONGEST_SEARCH])


def _list(words: str) -> AnyResponse:
    village = request.args.get("village", "")
    if not village:
        return _choose(words)
    if len(village) != VILLAGE_DIGITS:
        abort(404)
    access.within(village)
    show = request.args.get("show", "")
    show = show if show in pages.SHOWS else ""
    bare = pages.Index(village, place.name_of(village), choosable=True, words=words, show=show)
    roll = household.listed(village, words)
    states = card.states([row.id for row in roll])
    page = pages.index(bare, paging.page(request.args), roll, states)
    return fragments.render("issue/index.html", "found", page=page)


@blueprint.get("/<uuid:key>")
@may(HANDS_OUT, "county")
def show(key: UUID) -> Response:
    """Show whether the household has a card, and what can be done."""
    whose = household_here(key)
    access.opened(key, "print")
    active = card.of_household(key)
    page = pages.Show(
        whose,
        _state(key),
        active.issued_on if active else None,
        pages.spaced(active.short_code) if active else "",
    )
    return fragments.render("issue/show.html", page=page)


@blueprint.get("/<uuid:key>/new")
@may(HANDS_OUT)
def new(key: UUID) -> Response:
    """Ask once more before a card is issued, or replaced."""
    page = pages.Confirm(household_here(key), _state(key), uuid4())
    return fragments.render("issue/new.html", page=page)


@blueprint.post("/<uuid:key>/new")
@may(HANDS_OUT)
def create(key: UUID) -> AnyResponse:
    """Issue a card once, however often this is sent; an earlier one ends.

    Not before the new one can be printed: without fonts the household keeps the old one.
    """
    household_here(key)
    sent = random_id(request.form.get("id", ""))
    if sent is None:
        abort(422)
    _drawn(sent, "0" * card.CODE_DIGITS)
    access.opened(key, "print")
    try:
        card.issue(key, clock.today(), sent)
    except Taken:
        abort(409)
    return fragments.go(f"/card/{key}")


@blueprint.get("/<uuid:key>/end")
@may(HANDS_OUT)
def end(key: UUID) -> Response:
    """Ask once more before a card ends without a new one."""
    page = pages.Confirm(household_here(key), _state(key))
    return fragments.render("issue/end.html", page=page)


@blueprint.post("/<uuid:key>/end")
@may(HANDS_OUT)
def revoke(key: UUID) -> AnyResponse:
    """End the household's card: it opens nothing from now on."""
    household_here(key)
    access.opened(key, "print")
    card.revoke(key, clock.today())
    return fragments.go(f"/card/{key}")


@blueprint.get("/<uuid:key>/paper")
@may(HANDS_OUT)
@fresh
def paper(key: UUID) -> Response:
    """Give the card as PDF, a batch of one: in both languages, its code read back."""
    whose = household_here(key)
    active = card.of_household(key)
    if active is None:
        abort(404)
    access.opened(key, "print")
    return file(_drawn(active.id, active.short_code), f"{_('户卡')}-{whose.number}", "pdf")


def _drawn(identity: UUID, short_code: str) -> bytes:
    """Return a card as PDF whose code was read back; raise NoFont or Unreadable."""
    base = current_app.config["LIANNONG_BASE_URL"]
    return wallet.cards(
        [wallet.Card(qr.card_address(base, card.token(identity)), short_code)], base
    )


def _state(key: UUID) -> str:
    return card.states([key]).get(key, "none")


def _choose(words: str) -> AnyResponse:
    """Offer the villages; a number leads to its household, a name only inside a village."""
    error = ""
    if words:
        row = household.by_number(words)
        if row is not None and g.who.covers(row.village):
            return fragments.go(f"/card/{row.id}")
        error = _("没有这个户编码。按姓名找，请先选一个村。")
    found = place.villages(g.who.scope)
    several = tuple(Village(*each) for each in found.items())
    page = pages.Index(choosable=True, words=words, villages=several, error=error)
    return fragments.render("issue/index.html", page=page)
