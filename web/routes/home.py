"""The public home: what this is, how the card works, whom to ask."""

from __future__ import annotations

from flask import Blueprint, Response

from web import fragments
from web.access import may
from web.pages import home

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@may("anyone")
def show() -> Response:
    """Show the home for anybody, with or without a card."""
    return fragments.render("home/show.html", page=home.Show())
