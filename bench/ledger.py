"""Import: a whole workbook through reading, checking, comparing and storing, beside the limit.

The limit reads the same workbook with calamine and writes the cells with one executemany.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from ledger.column import SHEETS, Column
from ledger.read import read
from ledger.store import Import, store
from models import schema, secret
from models.database import connect, database, write
from models.place import load_places

COLUMNS = 25
GOAL = 0.35
TODAY = date(2026, 11, 23)
VILLAGE = "652301100200"


def measure(build: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return the rate of a full import over the limit's, for rows that nobody had yet and again."""
    sheet = SHEETS["项目"]
    book = build / f"bench-import-{given.rows}.xlsx"
    if not book.exists():
        make(book, sheet.columns[:COLUMNS], given.rows)
    new, again = [], []
    for number in range(given.rounds):
        limit = timed(lambda n=number: at_most(book, build / f"bench-limit-{n % 2}.db"))
        fresh(build / "bench-import.db")
        new.append(limit / timed(lambda: whole(book)))
        again.append(limit / timed(lambda: whole(book)))
        database.obj.close()
    what = f"{given.rows} rows × {COLUMNS} columns"
    return [
        {"what": f"{what}, new", "ratio": round(median(new), 3), "goal": GOAL, "rounds": new},
        {"what": f"{what}, again", "ratio": round(median(again), 3), "goal": GOAL, "rounds": again},
    ]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes, its child processes included."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def whole(book: Path) -> None:
    """Import the workbook as `ledger import` does."""
    done = store(read([(book.name, book.read_bytes())]), Import(day=TODAY))
    if done.problems or done.batch is None:
        raise AssertionError(done.problems[:3])


def at_most(book: Path, file: Path) -> None:
    """Read and write the same cells without looking at one."""
    rows = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("PRAGMA journal_mode = wal")
        opened.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(COLUMNS))})")
        opened.executemany(f"INSERT INTO t VALUES ({', '.join('?' * COLUMNS)})", rows[1:])  # noqa: S608 — no input


def fresh(file: Path) -> None:
    """Open an empty database with the places."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    schema.migrate(connect(f"sqlite:///{file}"))
    with write():
        load_places()


def make(book: Path, columns: tuple[Column, ...], rows: int) -> None:
    """Write a workbook of invented projects."""
    dice = random.Random(5)
    with xlsxwriter.Workbook(book, {"constant_memory": True}) as workbook:
        page = workbook.add_worksheet("项目")
        page.write_row(0, 0, [column.heading for column in columns])
        for number in range(1, rows + 1):
            page.write_row(number, 0, [cell(column, number, dice) for column in columns])


def cell(column: Column, number: int, dice: random.Random) -> object:
    """Return an invented value that the column takes."""
    if column.key:
        return f"P{number:06d}"
    if column.choices:
        return dice.choice(column.choices)[1]
    return {
        "code12": VILLAGE,
        "year": 2020 + number % 5,
        "yesno": dice.choice("是否"),
        "money": dice.randint(1, 10**7) / 100,
        "integer": dice.randint(1, 500),
    }.get(column.type, f"{column.heading}{dice.randint(0, 99)}")
