"""Cookies: HttpOnly, SameSite=Lax, and on https bound to this host by their name."""

from __future__ import annotations

from flask import Response, request

DAY = 86400
PREFIX = "__Host-"
SESSION = "session"  # the name of the one that holds a sign-in


def read(name: str) -> str:
    """Return the value of a cookie, or an empty string."""
    jar: dict[str, str] = request.jar  # type: ignore[attr-defined]
    if not jar:
        return ""
    return jar.get(PREFIX + name) or ("" if request.is_secure else jar.get(name, ""))


def write(response: Response, name: str, value: str, days: int | None = None) -> None:
    """Set a cookie for `days`, or until the browser closes."""
    response.set_cookie(
        _full(name),
        value,
        max_age=days * DAY if days else None,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def remove(response: Response, name: str) -> None:
    """Take a cookie away."""
    response.delete_cookie(
        _full(name), secure=request.is_secure, httponly=True, samesite="Lax", path="/"
    )


def remove_all(response: Response) -> None:
    """Take every cookie away that the browser has sent; all of them are ours."""
    for name in request.cookies:
        bound = name.startswith(PREFIX)
        response.delete_cookie(name, secure=bound or request.is_secure, httponly=True, path="/")


def full_name(name: str, *, secure: bool) -> str:
    """Return the cookie's name: the prefix needs Secure, which browsers refuse from plain http."""
    return PREFIX + name if secure else name


def _full(name: str) -> str:
    return full_name(name, secure=request.is_secure)
