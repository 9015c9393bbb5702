"""Whether a form comes from our own page (CSRF).

A browser says where a form comes from in Sec-Fetch-Site, Origin or Referer, and what it says
decides. From an old browser that says nothing, only a form with a token is taken. What does not
name itself as a browser does (BROWSERS) is a program: it sends what it likes, led by no page.

The token belongs to the cookie of the sign-in or, before one, to a mark: random letters that the
page with the form leaves in the browser until it closes, stored nowhere else.

No mark is left on plain http, where a cookie is not bound to this host, nor by a public page in a
browser without cookies, so that it is the same for everybody. There such a form is refused once,
with a page that leaves the mark and so lets it be sent again.
"""

from __future__ import annotations

import hmac
import re
from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from jinja2.ext import Extension

from models import secret
from web import cookie

KEPT = 2048  # keys whose token is not computed anew for every page
FIELD, MARK = "csrf_token", "mark"
BROWSERS = re.compile(r"Mozilla|Opera|UCWEB|Browser", re.IGNORECASE)
POSTED = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
HIDDEN = (
    "{% if csrf_token() %}"
    f'<input type="hidden" name="{FIELD}" value="{{{{ csrf_token() }}}}">'
    "{% endif %}"
)


class Field(Extension):
    """Puts the token into every form of the templates that is posted: none can forget it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — Jinja's signature
        """Return the template with the field behind the beginning of each form."""
        return POSTED.sub(lambda form: form[0] + HIDDEN, source)


def init(app: Flask) -> None:
    """Let templates write the token, and keep its mark in the browser."""
    app.jinja_env.add_extension(Field)
    app.jinja_env.globals["csrf_token"] = token
    app.after_request(_leave_mark)


def token() -> str:
    """Return the token for the forms of this page, or nothing where it has none."""
    if (made := g.get("csrf_token")) is None:
        made = g.csrf_token = _of(_key())
    return made


def belong(session: str) -> None:
    """Make the forms of this page belong to the sign-in that its answer begins."""
    g.csrf_token = _of(session)


def leave_mark(*, wanted: bool) -> None:
    """Say whether this page leaves a mark: that of a refused form does, no other error does."""
    g.csrf_leaves = wanted


def from_this_site() -> bool:
    """Say whether the form of this request was sent from our own page."""
    headers = request.headers
    if site := headers.get("Sec-Fetch-Site"):
        return site in {"same-origin", "none"}
    sent = headers.get("Origin") or headers.get("Referer")
    if sent is None:
        return _has_token() or not BROWSERS.search(headers.get("User-Agent", ""))
    # Only host and port: behind a proxy our own scheme may read http.
    try:
        return urlsplit(sent).netloc == request.host
    except ValueError:  # as in http://[
        return False


def _has_token() -> bool:
    sent = request.form.get(FIELD, "").encode()
    held = [cookie.read(cookie.SESSION), cookie.read(MARK)]
    return any(hmac.compare_digest(sent, _of(each).encode()) for each in held if each)


def _key() -> str:
    """Return the cookie to which a token of this page belongs; a new mark where there is none."""
    held = cookie.read(cookie.SESSION) or cookie.read(MARK)
    own = bool(g.get("private") or request.cookies)
    if held or not g.get("csrf_leaves", own and request.is_secure):
        return held
    g.csrf_mark = secret.random_letters()
    return g.csrf_mark


@lru_cache(maxsize=KEPT)
def _of(key: str) -> str:
    return secret.digest("csrf", key, "session")[:32] if key else ""


def _leave_mark(response: Response) -> Response:
    if mark := g.get("csrf_mark"):
        cookie.write(response, MARK, mark)
    return response
