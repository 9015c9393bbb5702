"""Accounts of staff 工作人员账号, for the office above: made, begun anew, disabled.

A county looks after its townships' and villages' accounts, the prefecture after the counties'.
Nobody here ever sees or chooses another's secret.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from flask import Blueprint, Response, abort, current_app, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import place, staff
from models.account import Account
from models.activation import DAYS, Shown
from models.staff import Taken
from web import clock, fragments
from web.access import may
from web.forms import account as form
from web.forms.visit import random_id
from web.pages import account as pages
from web.proof import fresh

blueprint = Blueprint("account", __name__, url_prefix="/account")
LOOKS_AFTER = ("county", "prefecture")
LONGEST_SEARCH = 40


@blueprint.get("")
@may(*LOOKS_AFTER)
def index() -> Response:
    """List the accounts that the office looks after."""
    return _list("")


@blueprint.post("/find")
@may(*LOOKS_AFTER)
def find() -> Response:
    """List those with this name; it is posted, so no address holds it."""
    return _list(request.form.get("q", "").strip()[:LONGEST_SEARCH])


def _list(words: str) -> Response:
    found = staff.listed(g.who.role, g.who.scope, words)
    page = pages.Index(words, _rows(found[: pages.SHOWN]), max(0, len(found) - pages.SHOWN))
    return fragments.render("account/index.html", "found", page=page)


@blueprint.get("/new")
@may(*LOOKS_AFTER)
def new() -> Response:
    """Ask who gets an account, and for which place."""
    return _new(form.Typed(uuid4()))


@blueprint.post("")
@may(*LOOKS_AFTER)
@fresh
def create() -> Response:
    """Make an account once and show its code this one time, to be printed, folded and sealed."""
    typed = form.read(request.form, _places().codes, with_department=_is_prefecture())
    if typed.errors or typed.id is None:
        return _new(form.Typed(typed.id or uuid4(), typed.texts, typed.errors), 422)
    columns = {name: typed.texts[name] or None for name in form.FIELDS}
    try:
        made = staff.invite(typed.id, clock.today(), by=g.who.account, role=typed.role, **columns)
    except Shown:
        return _slip(_account(typed.id), status=410)
    except Taken:
        return _new(form.Typed(typed.id, typed.texts, {"user": form.taken()}), 422)
    return _slip(made.account, made.code)


@blueprint.get("/<uuid:identity>")
@may(*LOOKS_AFTER)
def show(identity: UUID) -> Response:
    """Show an account and what can be done."""
    page = pages.Show(_row(_account(identity)))
    return fragments.render("account/show.html", page=page)


@blueprint.get("/<uuid:identity>/reset")
@may(*LOOKS_AFTER)
def reset(identity: UUID) -> Response:
    """Ask once more before password and second factor are void."""
    page = pages.Show(_row(_account(identity)), uuid4())
    return fragments.render("account/reset.html", page=page)


@blueprint.post("/<uuid:identity>/reset")
@may(*LOOKS_AFTER)
@fresh
def renew(identity: UUID) -> Response:
    """Void an account's secrets, end its sign-ins, and show its new code this one time."""
    own, sent = _account(identity), random_id(request.form.get("id", ""))
    if sent is None or own.disabled:
        abort(422)
    try:
        code = staff.reset(own.id, clock.today(), sent=sent, by=g.who.account)
    except Shown:
        return _slip(own, status=410)
    return _slip(own, code)


@blueprint.get("/<uuid:identity>/disable")
@may(*LOOKS_AFTER)
def disable(identity: UUID) -> Response:
    """Ask once more before an account is disabled."""
    page = pages.Show(_row(_account(identity)))
    return fragments.render("account/disable.html", page=page)


@blueprint.post("/<uuid:identity>/disable")
@may(*LOOKS_AFTER)
def stop(identity: UUID) -> AnyResponse:
    """Disable an account: its next request is refused, wherever it is signed in."""
    staff.disable(_account(identity).id, clock.today())
    return fragments.go(f"/account/{identity}")


@blueprint.post("/<uuid:identity>/enable")
@may(*LOOKS_AFTER)
def enable(identity: UUID) -> AnyResponse:
    """Let a disabled account be used again, with its own secrets."""
    staff.enable(_account(identity).id)
    return fragments.go(f"/account/{identity}")


def _account(identity: UUID) -> Account:
    """Return an account that the reader looks after, or answer 404."""
    found = staff.find(identity, g.who.role, g.who.scope)
    if found is None:
        abort(404)
    return found


def _row(own: Account) -> pages.Row:
    return _rows([own])[0]


def _rows(found: Sequence[Account]) -> tuple[pages.Row, ...]:
    names = place.names({each.scope for each in found})
    waiting = staff.waiting(found, clock.today())
    return tuple(pages.row(each, names, waiting) for each in found)


def _is_prefecture() -> bool:
    return g.who.role == "prefecture"


def _places() -> pages.Places:
    """Return where the reader can make accounts: counties, or townships with their villages."""
    scope = g.who.scope
    if _is_prefecture():
        return pages.Places((("", tuple(place.counties(scope).items())),))
    townships = place.townships(scope).items()
    return pages.by_township(townships, place.villages(scope).items())


def _new(typed: form.Typed, status: int = 200) -> Response:
    page = pages.New(_places().groups, _is_prefecture(), typed)
    return fragments.render("account/new.html", status=status, page=page)


def _slip(own: Account, secret: str = "", status: int = 200) -> Response:
    g.private = True
    page = pages.Slip(
        account=_row(own),
        site=f"{urlsplit(current_app.config['LIANNONG_BASE_URL']).netloc}/activate",
        secret=pages.grouped(secret),
        until=clock.today() + timedelta(days=DAYS),
    )
    return fragments.render("account/create.html", status=status, page=page)
