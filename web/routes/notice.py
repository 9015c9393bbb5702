"""The privacy notice in plain words."""

from __future__ import annotations

from flask import Blueprint, Response

from web import fragments
from web.access import may

blueprint = Blueprint("notice", __name__)


@blueprint.get("/notice")
@may("anyone")
def show() -> Response:
    """Say what is held, why, for how long, and what never is."""
    return fragments.render("notice/show.html")
