"""A page, or one named block of it when htmx asks for a part."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import Flask, Response, current_app, g, redirect, request
from flask_htmx import HTMX
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

htmx = HTMX()
LONGEST = 500


def init(app: Flask) -> None:
    """Let the app know htmx's headers."""
    htmx.init_app(app)
    app.jinja_env.globals["here"] = here


def wants_part() -> bool:
    """Say whether htmx asks for a part: not for a boosted link, nor to restore a page."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render(template: str, block: str | None = None, status: int = 200, **context: Any) -> Response:
    """Render the page, or its `block` when a part is asked for.

    The block is one of the page's own template and imports the macros that it uses.
    """
    page = current_app.jinja_env.get_template(template)
    current_app.update_template_context(context)
    if block and wants_part():
        text = "".join(page.blocks[block](page.new_context(context)))
    else:
        text = page.render(context)
    response = Response(text, status, mimetype="text/html")
    if block:
        g.has_parts = True
    return response


def go(address: str) -> AnyResponse:
    """Send the reader on after a POST (303); htmx asking for a part loads the whole page."""
    if wants_part():
        return Response(status=204, headers={"HX-Redirect": address})
    return redirect(address, 303)


def own_path(text: str | None) -> str | None:
    """Return `text` if it is a path of this site, so that no link of ours leads elsewhere."""
    if not text or not text.startswith("/") or len(text) > LONGEST:
        return None
    plain = text.isprintable() and "\\" not in text
    return text if plain and not text.startswith("//") else None


def here() -> str:
    """Return the path to come back to from a form that stands on every page."""
    if request.method in {"GET", "HEAD"}:
        return request.full_path.rstrip("?")
    with suppress(HTTPException):  # an answer to a POST may stand where no page is
        current_app.url_map.bind("").match(request.path, "GET")
        return request.path
    with suppress(HTTPException):  # and its form may be larger than is read
        return own_path(request.form.get("next")) or "/"
    return "/"
