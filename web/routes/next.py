"""The next household 下一户: where somebody helped with one's pages, nothing of them is left."""

from __future__ import annotations

from flask import Blueprint, Response, g
from werkzeug.wrappers import Response as AnyResponse

from web import access, cookie, fragments
from web.access import may

blueprint = Blueprint("next", __name__, url_prefix="/next")


@blueprint.get("")
@may("anyone")
def show() -> Response:
    """Say that nothing of the former household is left here, and ask for the next card."""
    g.private = True
    response = fragments.render("next/show.html")
    ended = g.who is access.ANYONE and cookie.read(cookie.SESSION)  # by itself
    if g.who.assisted or ended:  # a page that lay idle leads here, though a part of it was renewed
        access.wipe(response)
    return response


@blueprint.post("")
@may("anyone")
def leave() -> AnyResponse:
    """End the assisted sign-in, here and in the database, and leave nothing on the device."""
    # The language goes too; the page that follows speaks it once more and forgets it.
    response = fragments.go(f"/next?lang={g.lang}")
    access.wipe(response)  # type: ignore[arg-type]
    return response
