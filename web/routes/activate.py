"""Activation 启用账号: with the code from the slip, a member of staff sets the own secrets.

The code is used up at the very end, so that whoever is interrupted begins again with it.
"""

from __future__ import annotations

from flask import Blueprint, Response, g, request
from flask_babel import gettext as _
from pyotp.totp import TOTP
from werkzeug.wrappers import Response as AnyResponse

from models import account, activation, recovery, session
from models.account import Account
from models.activation import Activation
from web import access, clock, cookie, csrf, fragments, known, qr
from web.access import may
from web.forms import password as form
from web.pages import activate as pages
from web.pages import recovery as codes
from web.source import source, too_many

blueprint = Blueprint("activate", __name__, url_prefix="/activate")
ISSUER = "Liannong"


@blueprint.get("")
@may("anyone")
def show() -> Response:
    """Ask for user name and code, or go on where the reader was interrupted."""
    found = _pending()
    return _step(*found) if found else _page(pages.Show())


@blueprint.post("")
@may("anyone")
def enter() -> AnyResponse:
    """Check the code, then take the own password, then confirm the second factor."""
    if "user" in request.form:
        return _check_code()
    found = _pending()
    if found is None:
        return _page(pages.Show(errors={"code": _("放得太久了，请从头再来。启用码还能用。")}), 422)
    if "password" in request.form:
        return _take_password(*found)
    return _confirm_factor(*found)


def _check_code() -> AnyResponse:
    user = request.form.get("user", "").strip()[:40]
    slots = account.take_activation_guess(user, source(), clock.now())
    if slots is None:
        return _page(pages.Show(user=user, errors={"code": too_many()}), 429)
    found = activation.find(user, request.form.get("code", "")[:40], clock.today())
    if found is None:
        error = _("用户名或启用码不对，或者启用码已经用过、过期。请核对纸上的内容。")
        return _page(pages.Show(user=user, errors={"code": error}), 422)
    account.forgive(slots)
    activation.begin(found, clock.today())
    response = fragments.go("/activate")
    access.sign_in(response, session.start_activation(found.id, clock.now()))  # type: ignore[arg-type]
    return response


def _take_password(own: Account, open_: Activation) -> AnyResponse:
    errors = form.errors(own.user, request.form)
    if errors:
        return _page(pages.Show("password", own.user, own.name, errors=errors), 422)
    hashed = account.password_hash(own.id, request.form["password"])
    if account.needs_factor(own.role):
        activation.choose(open_, hashed)
        return fragments.go("/activate")
    if not activation.use(open_, clock.today(), password_hash=hashed):
        return _used()
    response = fragments.go("/session")
    _sign_in(response, own, session.start_account(own.id, clock.now()))
    return response


def _confirm_factor(own: Account, open_: Activation) -> AnyResponse:
    """Take the first code of the new authenticator; only then the account is set up."""
    slots = account.take_activation_guess(f"{own.user} factor", source(), clock.now())
    if slots is None:
        return _step(own, open_, too_many(), 429)
    factor = own.factor + 1
    code = request.form.get("code", "").replace(" ", "")[:8]
    step = account.step_of(own, code, clock.now(), factor)
    if step is None or not open_.password_hash:
        return _step(own, open_, _("验证码不对。请核对手机的时间，再输入现在显示的6位数字。"), 422)
    account.forgive(slots)
    columns = {"password_hash": open_.password_hash, "factor": factor, "step": step}
    if not activation.use(open_, clock.today(), **columns):
        return _used()
    made = tuple(codes.spaced(each) for each in recovery.renew(own.id))
    g.private = True
    page = codes.Create(made, "/settings")
    token = session.start_account(own.id, clock.now())
    csrf.belong(token)
    response = fragments.render("recovery/create.html", page=page)
    _sign_in(response, own, token)
    return response


def _sign_in(response: AnyResponse, own: Account, token: str) -> None:
    access.sign_in(response, token)  # type: ignore[arg-type]
    known.remember(response, own.user)  # type: ignore[arg-type]


def _pending() -> tuple[Account, Activation] | None:
    """Return the account that this browser has shown the code of, while the code is good."""
    token = cookie.read(access.COOKIE)
    found = session.find(token, clock.now()) if token else None
    if found is None or found.kind != "activate" or found.account is None:
        return None
    own, open_ = account.by_id(found.account), activation.of_account(found.account, clock.today())
    return (own, open_) if own and open_ else None


def _step(own: Account, open_: Activation, error: str = "", status: int = 200) -> Response:
    if not open_.password_hash:
        return _page(pages.Show("password", own.user, own.name), status)
    letters = account.totp_secret(own, own.factor + 1) or ""
    address = TOTP(letters).provisioning_uri(name=own.user, issuer_name=ISSUER)
    page = pages.Show(
        *("factor", own.user, own.name),
        code=qr.page_code(address),
        letters=codes.spaced(letters),
        errors={"code": error} if error else {},
    )
    return _page(page, status)


def _used() -> Response:
    error = _("这个启用码已经用过了。请直接登录；不是您用的，请马上告诉给您开账号的人。")
    return _page(pages.Show(errors={"code": error}), 422)


def _page(page: pages.Show, status: int = 200) -> Response:
    g.private = True
    return fragments.render("activate/show.html", status=status, page=page)
