"""Giving a secret again 再确认一次, before something is taken out or printed."""

from __future__ import annotations

from flask import Blueprint, g, request
from werkzeug.wrappers import Response as AnyResponse

from web import fragments, proof
from web.access import STAFF, may
from web.pages import proof as pages

blueprint = Blueprint("proof", __name__, url_prefix="/proof")


@blueprint.get("")
@may(*STAFF)
def show() -> AnyResponse:
    """Ask for the password or a code, and say what for."""
    return _ask()


@blueprint.post("")
@may(*STAFF)
def give() -> AnyResponse:
    """Check the secret and go on to what was asked for."""
    error, status = proof.check()
    return _ask(error, status) if error else fragments.go(_next())


def _ask(error: str = "", status: int = 200) -> AnyResponse:
    g.private = True
    page = pages.Show(f"/proof?{pages.query(_next())}", (), proof.has_code(), error)
    return fragments.render("proof/show.html", status=status, page=page)


def _next() -> str:
    return fragments.own_path(request.args.get("next")) or "/settings"
