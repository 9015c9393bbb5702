"""How large and how bright the pages are: kept on the device, known to nobody else."""

from __future__ import annotations

from flask import Flask, Response, g

from web import cookie

SIZES = ("normal", "large", "elder")
THEMES = ("auto", "light", "dark")
COOKIE_DAYS = 365


def init(app: Flask) -> None:
    """Read both cookies before each request."""
    app.before_request(_choose)


def _choose() -> None:
    g.size = _one_of(SIZES, cookie.read("size"))
    g.theme = _one_of(THEMES, cookie.read("theme"))


def keep(response: Response, size: str, theme: str) -> None:
    """Keep a choice on the device."""
    cookie.write(response, "size", _one_of(SIZES, size), COOKIE_DAYS)
    cookie.write(response, "theme", _one_of(THEMES, theme), COOKIE_DAYS)


def _one_of(choices: tuple[str, ...], value: str) -> str:
    return value if value in choices else choices[0]
