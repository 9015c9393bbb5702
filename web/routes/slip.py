"""Sealed slips 密封信封, for the township: a one-time code that is shown once, on paper."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, request
from flask_babel import gettext as _

from models import card, slip
from models.slip import DAYS, Shown
from web import access, clock, fragments, wallet
from web.access import may
from web.download import file
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
    """Make a slip once and give it this one time as PDF; its code is kept nowhere.

    It has no QR code: who finds the slip alone cannot reach the card with it.
    """
    whose = household_here(key)
    active = card.of_household(key)
    sent = random_id(request.form.get("id", ""))
    if active is None or sent is None:
        abort(422)
    today, code = clock.today(), slip.new_code()
    until = today + timedelta(days=DAYS)
    # Before an earlier slip ends: a paper that cannot be made takes none away.
    made = wallet.slips([wallet.Slip(whose.number, active.short_code, code, until)])
    access.opened(key, "slip")
    try:
        slip.issue(key, today, sent, code)
    except Shown:
        return fragments.render("slip/create.html", status=410, page=pages.Gone(whose))
    return file(made, f"{_('密封信封')}-{whose.number}", "pdf")


def _state(key: UUID) -> str:
    return card.states([key]).get(key, "none")
