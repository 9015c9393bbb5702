"""Where one is signed in 登录的设备: by days; one sign-in can be ended, or all others."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import session
from web import clock, cookie, fragments
from web.access import STAFF, alone, may
from web.pages import session as pages

blueprint = Blueprint("session", __name__, url_prefix="/session")
LONGEST = 64


@blueprint.get("")
@may("household", *STAFF)
def index() -> Response:
    """List the reader's own sign-ins by the days on which they began and were last used."""
    alone()
    return fragments.render("session/index.html", page=pages.Index(_rows()))


@blueprint.post("/end")
@may("household", *STAFF)
def end() -> AnyResponse:
    """End one of the reader's own sign-ins, or all but this one."""
    alone()
    if listed := request.form.get("session", "")[:LONGEST]:
        session.end_listed(_owner(), listed)
    else:
        session.end_others(_owner(), cookie.read(cookie.SESSION))
    return fragments.go("/session")


def _rows() -> tuple[pages.Row, ...]:
    own = session.named(cookie.read(cookie.SESSION))
    of = session.of_account if g.who.is_staff else session.of_household
    rows = [
        pages.Row(each.token, each.began_on, each.seen_on, each.token == own, each.assisted)
        for each in of(_owner(), clock.now())
    ]
    return tuple(sorted(rows, key=lambda row: not row.here))


def _owner() -> UUID:
    return g.who.account or g.who.household
