"""The language switch: a cookie on the device, and back to the page."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from web import cookie, fragments, language
from web.access import may

blueprint = Blueprint("language", __name__)


@blueprint.post("/language")
@may("anyone")
def choose() -> Response:
    """Keep the chosen language on this device."""
    code = request.form.get("lang", "")
    if code not in language.LANGUAGES:
        abort(400)
    # The whole page is loaded anew: a part of it would keep the old direction.
    response = redirect(_without_lang(fragments.own_path(request.form.get("next")) or "/"), 303)
    cookie.write(response, language.COOKIE, code, language.COOKIE_DAYS)  # type: ignore[arg-type]
    return response


def _without_lang(address: str) -> str:
    """Drop ?lang= from the address, which would hide the choice just made."""
    path, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("lang=")]
    return f"{path}?{'&'.join(kept)}" if kept else path
