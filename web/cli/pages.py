"""The command `pages`: docs/pages.md, made from the routes."""

from __future__ import annotations

from collections import defaultdict

import click
from flask import Flask, current_app

from web.access import ROLES

HEADING = """# Pages

Made from the routes by `flask --app web pages > docs/pages.md`; a test keeps it equal.

"Who" is what the route itself declares (`web/access.py`); a scope, a household's own key or a
card's address narrows it further, and what lies outside answers 404. Every page has both languages.

| Address | Methods | Who | What |
|---|---|---|---|
"""


@click.command("pages")
def command() -> None:
    """Write the list of pages."""
    click.echo(listing(current_app), nl=False)


def listing(app: Flask) -> str:
    """Return docs/pages.md."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for rule in app.url_map.iter_rules():
        found[rule.rule.replace("/C/", "/c/").replace("/B/", "/b/"), rule.endpoint] |= (
            rule.methods or set()
        )
    rows = [_row(app, address, endpoint, found[address, endpoint]) for address, endpoint in found]
    return HEADING + "".join(sorted(rows))


def _row(app: Flask, address: str, endpoint: str, methods: set[str]) -> str:
    view = app.view_functions[endpoint]
    roles: frozenset[str] = getattr(view, "roles", frozenset())
    who = ", ".join(role for role in ROLES if role in roles)
    what = (view.__doc__ or "").strip().partition("\n")[0]
    verbs = " ".join(sorted(methods - {"HEAD", "OPTIONS"}))
    return f"| `{address}` | {verbs} | {who} | {what} |\n"
