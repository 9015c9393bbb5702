"""Who may see or do what. Deny by default: a route that names nobody answers 404."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

from flask import Flask, Response, abort, current_app, g, request
from werkzeug.wrappers import Response as AnyResponse

from models import access as records
from models import session
from web import clock, cookie, csrf, fragments, proof, query
from web.sent import NUL

COOKIE = cookie.SESSION
STAFF = ("cadre", "township", "county", "prefecture")
ROLES = ("anyone", "household", "business", *STAFF)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Who:
    """The reader. `role` is one of ROLES; `scope` the administrative code that staff see.

    `business` is the number of the one whose link was opened; it has no scope and sees no place.
    `assisted`: a household with somebody at its side, or on a phone that is not its own.
    """

    role: str = "anyone"
    household: UUID | None = None
    assisted: bool = False
    business: str = ""
    account: UUID | None = None
    user: str = ""
    name: str = ""
    scope: str = ""
    proved: int = 0  # when this member of staff last gave a secret, in seconds since 1970

    @property
    def is_staff(self) -> bool:
        """Say whether this is a member of staff."""
        return self.account is not None

    def covers(self, code: str) -> bool:
        """Say whether the place with this administrative code lies in the scope."""
        return bool(self.scope) and code.startswith(self.scope)


ANYONE = Who()


def may(*roles: str) -> Callable[[View], View]:
    """Declare who may use a route: `anyone`, `household`, `business`, or roles of staff."""
    unknown = set(roles) - set(ROLES)
    if unknown or not roles:
        raise ValueError(f"access: unknown roles {sorted(unknown)}")

    def mark(view: View) -> View:
        view.roles = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return mark


def init(app: Flask) -> None:
    """Check every request before its view runs; let a forgotten page of a helped household go."""
    app.before_request(_guard)
    app.after_request(_leave_alone)


def within(code: str) -> None:
    """Answer 404 unless the place with this code lies in the reader's scope."""
    if not g.who.covers(code):
        abort(404)


def opened(household: UUID, purpose: str) -> None:
    """Note for the household that the member of staff opens its record, and why."""
    opened_all((household,), purpose)


def opened_all(households: Iterable[UUID], purpose: str) -> None:
    """Note for each of these households that a page shows something of its record, and why."""
    who: Who = g.who
    if who.account is None:
        return
    records.record(
        *households,
        account=who.account,
        name=who.name,
        role=who.role,
        purpose=purpose,
        today=clock.today(),
    )


def exported(purpose: str) -> None:
    """Note for every household in the reader's scope that its record was taken out, and why."""
    who: Who = g.who
    if who.account is not None:
        records.record_export(
            who.scope,
            purpose,
            account=who.account,
            name=who.name,
            role=who.role,
            today=clock.today(),
        )


def sign_in(response: Response, token: str, *, remember: bool = False) -> None:
    """Give the browser a new session's secret; the one it held before ends."""
    _end_session()
    cookie.write(response, COOKIE, token, session.HOUSEHOLD_DAYS if remember else None)


def sign_out(response: Response) -> None:
    """End the session here and in the database."""
    _end_session()
    for name in (COOKIE, csrf.MARK):
        cookie.remove(response, name)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def wipe(response: Response) -> None:
    """End the session and take away all that this site has left on the device, choices too."""
    _end_session()
    cookie.remove_all(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'


def _end_session() -> None:
    if token := cookie.read(COOKIE):
        session.end(token)


def _guard() -> AnyResponse | None:
    g.who, g.private, g.has_parts = ANYONE, False, False
    if request.method not in SAFE and not csrf.from_this_site():
        g.private = True
        abort(403)
    g.who = find_who()
    if request.endpoint is None:
        return None
    if NUL in request.path:  # in no key of ours; see `Fields`
        abort(404)
    view = current_app.view_functions[request.endpoint]
    roles = getattr(view, "roles", frozenset())
    if "anyone" in roles or g.who.role in roles:
        return proof.wanted(view)
    if not roles or g.who is not ANYONE:
        abort(404)
    return fragments.go(_way_in(roles))


def alone() -> None:
    """Answer 404 while somebody helps: what can be neither taken back nor wiped must wait."""
    if g.who.assisted:
        abort(404)


def _leave_alone(response: Response) -> Response:
    """Lead on when an assisted sign-in has ended: the page goes away by itself, by no script."""
    who = g.get("who")
    if who is not None and who.assisted and response.mimetype == "text/html":
        response.headers["Refresh"] = f"{session.ASSISTED_IDLE_SECONDS}; url=/next"
    return response


def _way_in(roles: frozenset[str]) -> str:
    """Return where somebody who is not signed in goes: home with its card, or staff's sign-in.

    A business comes in through its link alone, so it is told to open that again.
    """
    if "household" in roles:
        return "/#card"
    if "business" in roles:
        return "/b"
    # A card that another program's address names goes into no second address.
    asked = {name: value for name, value in request.args.items() if name != "card"}
    here = query.at(request.path, asked) if request.method in SAFE else "/"
    return f"/signin?next={quote(here)}"


def find_who() -> Who:
    """Return the reader of this request: one query by primary key, none without a cookie."""
    token = cookie.read(COOKIE)
    found = session.find(token, clock.now()) if token else None
    if found is None:
        return ANYONE
    if found.household is not None:
        assisted = found.kind == "assisted"
        return Who("household", household=found.household, assisted=assisted)
    if found.kind == "business":
        return Who("business", business=found.business)
    if found.kind != "account":  # its owner has still to give a code, or to set it up
        return ANYONE
    return Who(
        found.role,
        account=found.account,
        user=found.user,
        name=found.name,
        scope=found.scope,
        proved=found.proved,
    )
