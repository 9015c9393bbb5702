"""Is the database set as it must be? A sentence for each thing looked at."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

from models import chain, outcome
from models.database import database, is_sqlite
from models.schema import pending, unknown
from models.session import Session

FULL = 2  # PRAGMA synchronous
OLDEST_SQLITE = (3, 35, 0)  # RETURNING
OLDEST_POSTGRESQL = 130000
CODE_POINT = {"C", "POSIX", "C.UTF-8", "C.utf8"}
BLOCK, WRITES = 4096, 20
GIGABYTE = 10**9
LATE = timedelta(days=2)


class Finding(NamedTuple):
    """What was looked at: whether it is well, and a sentence."""

    well: bool
    text: str


def schema() -> Finding:
    """Say whether every migration has been run, and none of a newer version."""
    if late := pending(database.obj):
        names = ", ".join(late)
        return Finding(False, f"schema: {names} not run. Run flask --app web database up")
    if newer := unknown(database.obj):
        return Finding(False, f"schema: made by a newer version ({newer[-1]}). Install that one")
    return Finding(True, "schema: up to date")


def engine() -> Iterator[Finding]:
    """Say which database this is and whether what it has stored outlives a power cut."""
    yield from _sqlite() if is_sqlite() else _postgresql()


def _sqlite() -> Iterator[Finding]:
    version = _ask("SELECT sqlite_version()")
    well = tuple(map(int, version.split("."))) >= OLDEST_SQLITE
    yield Finding(well, f"SQLite {version}" + ("" if well else ": 3.35 or newer is needed"))
    journal = _ask("PRAGMA journal_mode")
    yield Finding(journal == "wal", _must("journal", journal, "wal"))
    full = _ask("PRAGMA synchronous") == FULL
    what = "FULL" if full else "not FULL, the last commits may be lost at a power cut"
    yield Finding(full, f"synchronous: {what}")


def _postgresql() -> Iterator[Finding]:
    number = int(_ask("SHOW server_version_num"))
    well = number >= OLDEST_POSTGRESQL
    text = f"PostgreSQL {_ask('SHOW server_version')}"
    yield Finding(well, text + ("" if well else ": 13 or newer is needed"))
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        value = _ask(f"SHOW {name}")
        what = "" if value != "off" else ": what was stored may be lost at a power cut"
        yield Finding(value != "off", f"{name}: {value}{what}")
    encoding = _ask("SHOW server_encoding")
    yield Finding(encoding == "UTF8", _must("encoding", encoding, "UTF8"))
    order = _ask("SELECT datcollate FROM pg_database WHERE datname = current_database()")
    must = order if order in CODE_POINT else "C.UTF-8"
    yield Finding(order == must, _must("order of texts", order, must))


def _must(name: str, value: str, must: str) -> str:
    return f"{name}: {value}" + ("" if value == must else f", must be {must}")


def _ask(statement: str) -> str:
    return database.obj.execute_sql(statement).fetchone()[0]


def daily(now: datetime) -> Finding:
    """Say whether the daily command has run: ended sign-ins would else lie about."""
    ended = int((now - LATE).timestamp())
    if Session.select().where(Session.expires < ended).exists():
        text = "daily: ended sign-ins are still there. Run flask --app web daily every night"
        return Finding(False, text)
    waiting = len(outcome.waiting(now.date()))
    return Finding(True, f"daily: {waiting} agreements wait for it")


def audit() -> Finding:
    """Say whether the audit ends where its head says; `audit verify` looks at all of it."""
    well = chain.ends_well()
    what = "its end is as sealed" if well else "its end is not as sealed. Run audit verify"
    return Finding(well, f"audit: {what}")


def disk(folder: Path) -> Iterator[Finding]:
    """Say how long a write takes to be safe here, and how much room there is."""
    yield Finding(True, f"a safe write takes {_fsync(folder):.2f} ms in {folder}")
    free = shutil.disk_usage(folder).free
    need = GIGABYTE + 2 * sum(each.stat().st_size for each in folder.glob("*.db*"))
    what = "" if free >= need else f": a copy of the database needs {need / GIGABYTE:.1f} GB"
    yield Finding(free >= need, f"free on the disk: {free / GIGABYTE:.1f} GB{what}")


def _fsync(folder: Path) -> float:
    """Return the median milliseconds of writing a block and waiting for the disk."""
    file = folder / f".doctor-{os.getpid()}"
    opened = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        took = []
        for _ in range(WRITES):
            start = time.perf_counter()
            os.write(opened, bytes(BLOCK))
            os.fsync(opened)
            took.append(time.perf_counter() - start)
    finally:
        os.close(opened)
        file.unlink()
    return median(took) * 1000
