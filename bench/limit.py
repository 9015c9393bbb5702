"""The limit of a household page in this stack: Flask, five SQLite queries, one template.

No sign-in, no language, no headers, no models: what is left when everything but the figures goes.
`make_data` writes its invented rows, as many for a household as the demo has.
"""

from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from flask import Flask
from jinja2 import Environment

AGREEMENTS, PAYMENTS, VISITS = 3, 12, 2
SCHEMA = """
CREATE TABLE village (id INTEGER PRIMARY KEY, name TEXT, township TEXT, county TEXT);
CREATE TABLE household (id INTEGER PRIMARY KEY, code TEXT, head TEXT, village INTEGER, kind TEXT);
CREATE TABLE business (id INTEGER PRIMARY KEY, name TEXT, kind TEXT);
CREATE TABLE agreement (id INTEGER PRIMARY KEY, household INTEGER, business INTEGER, mode TEXT,
    starts TEXT, ends TEXT, principal INTEGER, rate INTEGER, note TEXT);
CREATE TABLE payment (id INTEGER PRIMARY KEY, household INTEGER, kind TEXT, due_on TEXT,
    due INTEGER, paid INTEGER, state TEXT);
CREATE TABLE visit (id INTEGER PRIMARY KEY, household INTEGER, day TEXT, who TEXT, result TEXT);
CREATE INDEX agreement_household ON agreement (household);
CREATE INDEX payment_household ON payment (household);
CREATE INDEX visit_household ON visit (household);
"""
QUERIES = (
    "SELECT * FROM household WHERE id = ?",
    "SELECT v.* FROM village v JOIN household h ON h.village = v.id WHERE h.id = ?",
    "SELECT a.*, b.name, b.kind FROM agreement a JOIN business b ON b.id = a.business"
    " WHERE a.household = ? ORDER BY a.id",
    "SELECT * FROM payment WHERE household = ? ORDER BY due_on, id",
    "SELECT * FROM visit WHERE household = ? ORDER BY day DESC LIMIT 5",
)
PAGE = Environment(autoescape=True).from_string(
    """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ _("钱") }}</title>
</head><body><header><a href="/">{{ _("首页") }}</a> <a href="/policy">{{ _("政策") }}</a></header>
<main><section><h1>{{ h.head }}</h1><p>{{ h.code }} · {{ _(h.kind) }}</p>
<p>{{ v.county }} {{ v.township }} {{ v.name }}</p></section>
<section><h2>{{ _("协议") }}</h2>{% for a in agreements %}
<article><h3>{{ a.name }}</h3><p>{{ _(a.kind) }} · {{ _(a.mode) }}</p>
<p>{{ _("期限") }} {{ a.starts }} – {{ a.ends }}</p>
<p>{{ _("本金") }} {{ money(a.principal) }} · {{ _("约定") }} {{ "%.2f"|format(a.rate / 1000) }}%</p>
<p>{{ a.note }}</p></article>{% endfor %}</section>
<section><h2>{{ _("应得") }}</h2><table><thead><tr><th>{{ _("项目") }}</th><th>{{ _("到期") }}</th>
<th>{{ _("应付") }}</th><th>{{ _("已付") }}</th><th>{{ _("状态") }}</th></tr></thead><tbody>
{% for p in payments %}<tr{% if p.state == "逾期" %} class="late"{% endif %}><td>{{ _(p.kind) }}</td>
<td>{{ p.due_on }}</td><td>{{ money(p.due) }}</td><td>{{ money(p.paid) }}</td>
<td>{{ _(p.state) }}</td></tr>{% endfor %}</tbody><tfoot><tr><td>{{ _("合计") }}</td>
<td>{{ money(total[0]) }}</td><td>{{ money(total[1]) }}</td></tr></tfoot></table></section>
<section><h2>{{ _("核对") }}</h2>{% for c in visits %}<p>{{ c.day }} {{ c.who }} {{ _(c.result) }}
<button>{{ _("属实") }}</button> <button>{{ _("有异议") }}</button></p>{% endfor %}</section></main>
</body></html>"""
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


def make_data(file: Path, households: int) -> None:
    """Write the limit's database."""
    if file.exists():
        return
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as db, db:
        db.executescript(SCHEMA)
        villages = [(n, f"第{n}村", f"{n // 12}乡", f"{n % 7}县") for n in range(1, 927)]
        db.executemany("INSERT INTO village VALUES (?, ?, ?, ?)", villages)
        names = [(n, f"第{n}号农业专业合作社", "合作社") for n in range(1, households // 60 + 30)]
        db.executemany("INSERT INTO business VALUES (?, ?, ?)", names)
        for table, width, rows in _tables(households, len(names)):
            marks = ", ".join("?" * width)
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 — our own names
    part.rename(file)


def _tables(
    households: int, businesses: int
) -> Iterator[tuple[str, int, Iterator[tuple[object, ...]]]]:
    dice = random.Random(7)
    each = range(1, households + 1)
    yield "household", 5, ((n, f"H{n:07d}", "艾某", dice.randint(1, 926), "农户") for n in each)
    yield (
        "agreement",
        9,
        (
            (
                None,
                n,
                dice.randint(1, businesses),
                "保底分红",
                "2023-01-01",
                "2027-12-31",
                2000000,
                6000,
                "按年结算",
            )
            for n in each
            for _ in range(AGREEMENTS)
        ),
    )
    yield (
        "payment",
        7,
        (
            (
                None,
                n,
                "保底",
                f"{2023 + k // 3}-12-{k + 1:02d}",
                120000,
                120000 * (k % 3 > 0),
                "已付" if k % 3 else "逾期",
            )
            for n in each
            for k in range(PAYMENTS)
        ),
    )
    yield (
        "visit",
        5,
        ((None, n, f"2025-0{k + 1}-11", "村干部", "收到") for n in each for k in range(VISITS)),
    )
