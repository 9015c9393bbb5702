"""我的: size, brightness and language of this device, and signing out."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from web import fragments, look
from web.access import may

blueprint = Blueprint("setting", __name__)


@blueprint.get("/settings")
@may("anyone")
def show() -> Response:
    """Show the choices of this device."""
    return fragments.render("setting/show.html")


@blueprint.post("/settings")
@may("anyone")
def choose() -> AnyResponse:
    """Keep size and brightness on this device."""
    response = redirect(fragments.own_path(request.form.get("next")) or "/settings", 303)
    size = request.form.get("size", "")
    theme = request.form.get("theme", "")
    look.keep(response, size, theme)  # type: ignore[arg-type]
    return response
