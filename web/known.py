"""The browser's own proof that this member of staff has signed in with it before.

It lies in a cookie and is stored nowhere. Wrong guesses of others use up the tries of their place;
the owner's browser counts for itself and so is never shut out by them.
"""

from __future__ import annotations

import hmac
import secrets

from flask import Response

from models import secret
from web import cookie

NAME = "known"
DAYS = 90
LETTERS = 26


def browser(user: str) -> str:
    """Return what this browser's tries at the user name count under, or nothing if it is new."""
    mark, _, proof = cookie.read(NAME).partition(".")
    good = len(mark) == LETTERS and hmac.compare_digest(proof.encode(), _proof(user, mark).encode())
    return mark if good else ""


def remember(response: Response, user: str) -> None:
    """Give the browser the proof; a new one each time, so that a copy of an old one ages."""
    mark = secret.letters(secrets.token_bytes(16))
    cookie.write(response, NAME, f"{mark}.{_proof(user, mark)}", DAYS)


def _proof(user: str, mark: str) -> str:
    return secret.digest("known", f"{user.strip().lower()}\x1f{mark}", "session")
