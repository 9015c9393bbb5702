"""Recovery codes 恢复码: how many are left, and a new set."""

from __future__ import annotations

from flask import Blueprint, Response, g

from models import recovery
from web import fragments
from web.access import may
from web.pages import recovery as pages
from web.proof import fresh

blueprint = Blueprint("recovery", __name__, url_prefix="/recovery")
WITH_FACTOR = ("township", "county", "prefecture")


@blueprint.get("")
@may(*WITH_FACTOR)
def show() -> Response:
    """Say how many recovery codes are left, and offer a new set."""
    page = pages.Show(recovery.left(g.who.account), recovery.CODES)
    return fragments.render("recovery/show.html", page=page)


@blueprint.post("")
@may(*WITH_FACTOR)
@fresh
def create() -> Response:
    """Make a new set and show it this one time; the old codes are void."""
    g.private = True
    codes = tuple(pages.spaced(code) for code in recovery.renew(g.who.account))
    return fragments.render("recovery/create.html", page=pages.Create(codes, "/settings"))
