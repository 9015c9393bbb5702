"""A member of staff's own password 换密码: the present one, then a new one twice."""

from __future__ import annotations

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import account, session
from web import clock, cookie, fragments, known
from web.access import STAFF, may
from web.forms import password as form
from web.pages import password as pages
from web.source import source, too_many

blueprint = Blueprint("password", __name__, url_prefix="/password")


@blueprint.get("")
@may(*STAFF)
def show() -> Response:
    """Ask for the present password and a new one."""
    return _page({})


@blueprint.post("")
@may(*STAFF)
def change() -> AnyResponse:
    """Change the own password; every other sign-in of the account ends."""
    user = g.who.user
    slots = account.take_guess(f"{user} proof", source(), clock.now(), known.browser(user))
    if slots is None:
        return _page({"current": too_many()}, 429)
    own = account.by_password(user, request.form.get("current", "")[: form.LONGEST])
    if own is None:
        return _page({"current": _("现在的密码不对。")}, 422)
    account.forgive(slots)
    if errors := form.errors(user, request.form):
        return _page(errors, 422)
    if not account.change_password(own, request.form["password"]):
        return _page({"current": _("现在的密码不对。")}, 422)
    session.end_others(own.id, cookie.read(cookie.SESSION))
    return fragments.go("/session")


def _page(errors: dict[str, str], status: int = 200) -> Response:
    g.private = True
    page = pages.Show(g.who.user, errors)
    return fragments.render("password/show.html", status=status, page=page)
