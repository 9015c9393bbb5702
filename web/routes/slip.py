"""Sealed slips 密封信封, for the township: a one-time code that is shown once, on paper."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, request

from models import card, slip
from models.card import Card
from models.slip import DAYS, Shown
from web import access, clock, fragments
from web.access import may
from web.forms.visit import random_id
from web.pages import issue as pages
from web.proof import fresh
from web.scope import household_here

blueprint = Blueprint("slip", __name__, url_prefix="/card")


@blueprint.get("/<uuid:key>/slip")
@may("township")
def new(key: UUID) -> Response:
    """Ask once more before a slip is made."""
    page = pages.Confirm(household_here(key), _state(key), uuid4())
    return fragments.render("slip/new.html", page=page)


@blueprint.post("/<uuid:key>/slip")
@may("township")
@fresh
def create(key: UUID) -> Response:
    """Make a slip once and show it this one time, to be printed, folded and sealed."""
    whose = household_here(key)
    active = card.of_household(key)
    sent = random_id(request.form.get("id", ""))
    if active is None or sent is None:
        abort(422)
    access.opened(key, "slip")
    try:
        code = slip.issue(key, clock.today(), sent)
    except Shown:
        return _page(whose, active, status=410)
    return _page(whose, active, pages.spaced(code))


def _page(whose: pages.Household, active: Card, secret: str = "", status: int = 200) -> Response:
    """Show the slip. It has no QR code: who finds the slip alone cannot reach the card with it."""
    page = pages.Slip(
        household=whose,
        short_code=pages.spaced(active.short_code),
        secret=secret,
        until=clock.today() + timedelta(days=DAYS),
    )
    return fragments.render("slip/create.html", status=status, page=page)


def _state(key: UUID) -> str:
    return card.states([key]).get(key, "none")
