"""Staff's sign-in: user name and password, then the code of the second factor; and signing out."""

from __future__ import annotations

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from models import account, activation, recovery, session
from models.account import Account
from web import access, clock, cookie, csrf, fragments, known
from web.access import may
from web.pages import signin as pages
from web.source import source, too_many

blueprint = Blueprint("signin", __name__)
HOME = {"cadre": "/visit", "township": "/visit", "county": "/dashboard", "prefecture": "/dashboard"}


@blueprint.get("/signin")
@may("anyone")
def show() -> AnyResponse:
    """Ask for user name and password."""
    if g.who.is_staff:
        return fragments.go(_target(g.who.role))
    return _page(pages.Show(next=_next()))


@blueprint.post("/signin")
@may("anyone")
def enter() -> AnyResponse:
    """Check the password, or the code that was asked for after it."""
    if "user" in request.form:
        return _check_password()
    return _check_code()


@blueprint.post("/signout")
@may("anyone")
def leave() -> AnyResponse:
    """Sign out, here and in the database."""
    response = fragments.go("/")
    access.sign_out(response)  # type: ignore[arg-type]
    return response


def _check_password() -> AnyResponse:
    user = request.form.get("user", "")[:40]
    password = request.form.get("password", "")[:200]
    slots = account.take_guess(user, source(), clock.now(), known.browser(user))
    if slots is None:
        return _refused(user, too_many(), 429)
    found = account.by_password(user, password)
    if found is None:
        return _refused(user, _("用户名或密码错误。"), 422)
    account.forgive(slots)
    if not account.needs_factor(found.role):
        return _welcome(found)
    if code := request.form.get("code", "").strip():
        return _with_code(found, code)
    return _begin(found, pages.Show(step="code", next=_next()))


def _check_code() -> AnyResponse:
    token = cookie.read(access.COOKIE)
    pending = session.find(token, clock.now()) if token else None
    found = account.by_id(pending.account) if pending and pending.account else None
    if pending is None or pending.kind != "code" or found is None:
        return _refused("", _("登录已过期，请重新登录。"), 422)
    return _with_code(found, request.form.get("code", "").strip())


def _with_code(found: Account, code: str) -> AnyResponse:
    name = f"{found.user} code"
    slots = account.take_guess(name, source(), clock.now(), known.browser(found.user))
    if slots is None:
        return _refused(found.user, too_many(), 429)
    typed = activation.letters(request.form.get("recovery", ""))[:40]
    if typed and recovery.use(found.id, typed):
        account.forgive(slots)
        return _welcome(found, "/recovery")
    if typed or not account.code_opens(found, code.replace(" ", "")[:8], clock.now()):
        return _ask_again(found, typed)
    account.forgive(slots)
    return _welcome(found)


def _ask_again(found: Account, typed: str) -> AnyResponse:
    error = _("验证码不对，或已经用过。请等下一个。")
    if typed:
        error = _("恢复码不对，或已经用过。每个恢复码只能用一次。")
    step = "recovery" if typed else "code"
    page = pages.Show(step=step, error=error, next=_next())
    return _begin(found, page, 422) if "user" in request.form else _page(page, 422)


def _begin(found: Account, page: pages.Show, status: int = 200) -> Response:
    """Ask for the code and remember that the password was right."""
    token = session.start_code(found.id, clock.now())
    csrf.belong(token)
    response = _page(page, status)
    access.sign_in(response, token)
    return response


def _welcome(found: Account, target: str = "") -> AnyResponse:
    response = fragments.go(target or _next() or _target(found.role))
    access.sign_in(response, session.start_account(found.id, clock.now()))  # type: ignore[arg-type]
    known.remember(response, found.user)  # type: ignore[arg-type]
    return response


def _refused(user: str, error: str, status: int) -> Response:
    return _page(pages.Show(user=user, error=error, next=_next()), status)


def _page(page: pages.Show, status: int = 200) -> Response:
    g.private = True
    return fragments.render("signin/show.html", status=status, page=page)


def _next() -> str:
    return fragments.own_path(request.values.get("next")) or ""


def _target(role: str) -> str:
    return HOME[role]
