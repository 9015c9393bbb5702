"""Step-up: who takes data out or prints cards gives the password or a code anew.

A GET is led to /proof and then to where it was going. A POST is answered with the question in its
place, which carries along what was typed and sends it again together with the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from flask import g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import account, session
from web import clock, cookie, csrf, fragments, known
from web.pages import proof as pages
from web.source import source, too_many

SECONDS = 10 * 60
PASSWORD, CODE = "proof_password", "proof_code"
View = TypeVar("View", bound=Callable[..., Any])


def fresh(view: View) -> View:
    """Declare that a route asks for a secret that was given within the last ten minutes."""
    view.fresh = True  # type: ignore[attr-defined]
    return view


def wanted(view: Callable[..., Any]) -> AnyResponse | None:
    """Return the question for the secret, or None where the view may go on."""
    if not getattr(view, "fresh", False) or g.who.account is None or _is_fresh():
        return None
    if request.method != "POST":
        return fragments.go(f"/proof?{pages.query(request.full_path.rstrip('?'))}")
    if PASSWORD not in request.form and CODE not in request.form:
        return _ask()
    error, status = check()
    return _ask(error, status) if error else None


def check() -> tuple[str, int]:
    """Check what was typed and note it with the sign-in; return what is wrong, and its status."""
    slots = account.take_guess(f"{g.who.user} proof", source(), clock.now(), _browser())
    if slots is None:
        return too_many(), 429
    if not _is_right():
        return _("密码或验证码不对。验证码用过一次就不能再用，请等下一个。"), 422
    account.forgive(slots)
    session.prove(cookie.read(cookie.SESSION), clock.now())
    g.who = replace(g.who, proved=int(clock.now().timestamp()))
    return "", 200


def _is_right() -> bool:
    code = request.form.get(CODE, "").replace(" ", "")
    if code:
        own = account.by_id(g.who.account)
        return own is not None and account.code_opens(own, code[:8], clock.now())
    return account.by_password(g.who.user, request.form.get(PASSWORD, "")[:200]) is not None


def _is_fresh() -> bool:
    return int(clock.now().timestamp()) - g.who.proved < SECONDS


def _browser() -> str:
    return known.browser(g.who.user)


def _ask(error: str = "", status: int = 403) -> AnyResponse:
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in {PASSWORD, CODE, csrf.FIELD}
    ]
    page = pages.Show(request.full_path.rstrip("?"), tuple(typed), has_code(), error)
    g.private = True
    response = fragments.render("proof/show.html", status=status, page=page)
    # htmx put its part somewhere in the page that asked; the question takes the whole of it.
    response.headers["HX-Retarget"] = "body"
    return response


def has_code() -> bool:
    """Say whether the reader has a second factor."""
    return account.needs_factor(g.who.role)
