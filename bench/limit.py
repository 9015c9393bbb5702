"""The limit of a household page in this stack: Flask, five SQLite queries, one template.

No sign-in, no language, no headers, no models: what is left when everything but the figures goes.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

from flask import Flask
from jinja2 import Environment

QUERIES = (
    "SELECT * FROM household WHERE id = ?",
    "SELECT v.* FROM village v JOIN household h ON h.village = v.id WHERE h.id = ?",
    """SELECT a.*, b.name, b.kind FROM agreement a JOIN business b ON b.id = a.business
    WHERE a.household = ? ORDER BY a.id""",
    "SELECT * FROM payment WHERE household = ? ORDER BY due_on, id",
    "SELECT * FROM visit WHERE household = ? ORDER BY day DESC LIMIT 5",
)
PAGE = Environment(autoescape=True).from_string(
    Path(__file__).with_suffix(".html").read_text("utf-8")
)
LOCAL = threading.local()


def create_app() -> Flask:
    """Return the application on the database that LIMIT_DB names."""
    app = Flask(__name__)
    app.add_url_rule("/h/<int:number>", "show", show)
    return app


def show(number: int) -> str:
    """Answer with a household's page."""
    rows = [opened().execute(query, (number,)).fetchall() for query in QUERIES]
    payments = rows[3]
    return PAGE.render(
        h=rows[0][0],
        v=rows[1][0],
        agreements=rows[2],
        payments=payments,
        visits=rows[4],
        total=(sum(p["due"] for p in payments), sum(p["paid"] for p in payments)),
        money=lambda fen: f"¥{fen / 100:,.2f}",
        _=WORDS.get,
    )


def opened() -> sqlite3.Connection:
    """Return this thread's connection."""
    found = getattr(LOCAL, "connection", None)
    if found is None:
        found = LOCAL.connection = sqlite3.connect(os.environ["LIMIT_DB"])
        found.executescript("PRAGMA query_only = 1; PRAGMA cache_size = -16000;")
        found.row_factory = sqlite3.Row
    return found


class Words(dict[str, str]):
    """A catalogue that has nothing: the look-up is paid, the word is the message."""

    def get(self, message: str) -> str:  # type: ignore[override]
        """Return the message."""
        return super().get(message, message)


WORDS = Words()
