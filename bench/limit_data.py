"""The limit's own invented rows: as many for a household as the demo has."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

AGREEMENTS, PAYMENTS, VISITS = 3, 12, 2
Rows = Iterator[tuple[object, ...]]
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


def make(file: Path, households: int) -> None:
    """Write the limit's database, once."""
    if file.exists():
        return
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    each = range(1, households + 1)
    dice = random.Random(7)
    with closing(sqlite3.connect(part)) as db, db:
        db.executescript(SCHEMA)
        for table, rows in (
            ("village", ((n, f"第{n}村", f"{n // 12}乡", f"{n % 7}县") for n in range(1, 927))),
            ("household", ((n, f"H{n:07d}", "艾某", dice.randint(1, 926), "农户") for n in each)),
            (
                "business",
                ((n, f"第{n}号合作社", "合作社") for n in range(1, households // 60 + 30)),
            ),
            ("agreement", agreements(each, households // 60 + 29, dice)),
            ("payment", payments(each)),
            ("visit", visits(each)),
        ):
            fill(db, table, rows)
    part.rename(file)


def fill(db: sqlite3.Connection, table: str, rows: Rows) -> None:
    """Write the rows of a table."""
    width = len(db.execute(f"PRAGMA table_info({table})").fetchall())
    db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608 — our own names


def agreements(households: range, businesses: int, dice: random.Random) -> Rows:
    """Yield the agreements of each household."""
    days = ("保底分红", "2023-01-01", "2027-12-31", 2_000_000, 6_000, "按年结算")
    for number in households:
        for _ in range(AGREEMENTS):
            yield None, number, dice.randint(1, businesses), *days


def payments(households: range) -> Rows:
    """Yield the payments of each household; every third is missing."""
    for number in households:
        for place in range(PAYMENTS):
            paid = place % 3 > 0
            day = f"{2023 + place // 3}-12-{place + 1:02d}"
            yield None, number, "保底", day, 120_000, 120_000 * paid, "已付" if paid else "逾期"


def visits(households: range) -> Rows:
    """Yield the visits of each household."""
    for number in households:
        for place in range(VISITS):
            yield None, number, f"2025-0{place + 1}-11", "村干部", "收到"
