"""Back the database up while it is in use, bring a copy back, and verify what it holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playhouse.schema_diff import diff_models

from models.agreement import Agreement
from models.bulk import chunks, values, where_in
from models.database import database, is_sqlite
from models.due import Due
from models.payment import Plan
from models.rebuild import agreement_rows
from models.schema import TABLES


class Unusable(Exception):
    """The file is no backup of this kind of database."""


def backup(url: str, file: Path) -> None:
    """Write a consistent copy of the database to `file`, readable by its owner alone."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if is_sqlite():
        with closing(sqlite3.connect(file)) as copy:
            database.obj.connection().backup(copy)
    else:
        _run("pg_dump", url, "--format=custom", f"--file={file}")


def restore(url: str, file: Path) -> None:
    """Replace what the database holds by the copy in `file`; a damaged copy changes nothing."""
    if is_sqlite():
        with closing(sqlite3.connect(file)) as copy:
            _refuse_damaged(copy, file)
            copy.backup(database.obj.connection())
    else:
        _run("pg_restore", url, "--clean", "--if-exists", "--single-transaction", str(file))


def _refuse_damaged(copy: sqlite3.Connection, file: Path) -> None:
    try:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        tables = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'due'").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise Unusable(str(file)) from error
    if found != "ok" or not tables:
        raise Unusable(str(file))


def _run(program: str, url: str, *arguments: str) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, not the command line."""
    parts = urlsplit(url)
    environment = os.environ | {
        "PGHOST": parts.hostname or "",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
    }
    target = ["--dbname", parts.path.lstrip("/")] if program == "pg_restore" else []
    subprocess.run([program, *target, *arguments], env=environment, check=True)  # noqa: S603 — a fixed program, our own arguments


def verify(on: date) -> list[str]:
    """Return what is wrong: damaged pages, another schema, dues that differ from a fresh count."""
    wrong = []
    if is_sqlite():
        found = database.obj.execute_sql("PRAGMA integrity_check").fetchone()[0]
        wrong += [] if found == "ok" else [f"integrity: {found}"]
    if diff_models(database.obj, TABLES):
        wrong.append("schema: differs from the models")
    return wrong + [f"dues: {number}" for number in _stale_dues(on)]


def _stale_dues(on: date) -> list[str]:
    numbers = set(values(Agreement.select(Agreement.number).distinct()))
    numbers |= set(values(Plan.select(Plan.number).where(Plan.agreement.is_null())))
    wrong: set[str] = set()
    place = list(Due._meta.sorted_field_names).index("agreement")
    withdrawn = list(Due._meta.sorted_field_names).index("withdrawn")
    for part in chunks(sorted(numbers)):
        fresh = set(agreement_rows(part, on))
        stored = {row for row in where_in(Due, "agreement", part) if not row[withdrawn]}
        wrong |= {row[place] for row in fresh ^ stored}
    return sorted(wrong)
