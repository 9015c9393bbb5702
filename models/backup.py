"""Copies of the database: made while it is in use, and brought back whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from peewee import SqliteDatabase
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from models.database import database, is_sqlite
from models.schema import unknown

LOCK_SECONDS = 10


class Failed(Exception):
    """Nothing was changed; the text says why."""


def backup(url: str, file: Path) -> None:
    """Write a consistent copy to `file`, for its owner's eyes alone; an older one stays until then.

    Writers go on meanwhile: SQLite copies what was stored when the copy began, as pg_dump does.
    """
    draft = file.with_name(f"{file.name}.partial")
    try:
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if is_sqlite():
            _copy(draft)
        else:
            _run("pg_dump", url, "--format=custom", f"--file={draft}")
        flush(draft)
        draft.replace(file)
        flush(file.absolute().parent)
    except OSError as error:
        raise Failed(f"{file} cannot be written: {error.strerror}") from error
    finally:
        if draft.is_file():
            draft.unlink()


def _copy(draft: Path) -> None:
    with closing(sqlite3.connect(draft)) as copy:
        database.obj.connection().backup(copy)
        # One plain file, which can be read where nothing may be written.
        copy.execute("PRAGMA journal_mode = DELETE")


def flush(path: Path) -> None:
    """See to it that what was written outlives a power cut."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def restore(url: str, file: Path) -> None:
    """Replace what the database holds by the copy in `file`; a damaged copy changes nothing."""
    if is_sqlite():
        _refuse_damaged(file)
        with closing(_read_only(file)) as copy:
            copy.backup(database.obj.connection())
        # The next connection is told anew how to keep its journal.
        database.obj.close()
        return
    database.obj.close()
    listed = _run("pg_restore", None, "--list", str(file))
    if " TABLE public due " not in listed:
        raise Failed(f"{file} is no backup of Liannong")
    # To nowhere first: every block must be readable before anything is replaced.
    _run("pg_restore", None, f"--file={os.devnull}", str(file))
    mode = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
    _run("pg_restore", url, *mode, str(file))


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _refuse_damaged(file: Path) -> None:
    try:
        with closing(_read_only(file)) as copy:
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in copy.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise Failed(f"{file} is damaged, or no backup") from error
    if found != "ok":
        raise Failed(f"{file} is damaged: {found}")
    if "due" not in tables:
        raise Failed(f"{file} is no backup of Liannong")
    with closing(SqliteDatabase(str(file.absolute()), pragmas={"query_only": 1})) as copy:
        if newer := unknown(copy):
            raise Failed(f"{file} was made by a newer version ({newer[-1]}); install that first")


def _run(program: str, url: str | None, *arguments: str) -> str:
    """Run a program of PostgreSQL's; the password goes by the environment, out of others' sight."""
    found = shutil.which(program)
    if found is None:
        raise Failed(f"{program} is not installed: it comes with postgresql-client")
    environment = os.environ | {
        "PGOPTIONS": f"-c lock_timeout={LOCK_SECONDS}s",
        "LC_ALL": "C.UTF-8",
    }
    target = []
    if url is not None:
        parts = conninfo_to_dict(url)
        environment["PGPASSWORD"] = str(parts.pop("password", ""))
        target = [f"--dbname={make_conninfo('', **parts)}"]
    done = subprocess.run(  # noqa: S603 — a program of the system's, our own arguments
        [found, *target, *arguments], env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().partition("\n")[0]
        raise Failed(said or f"{program} failed")
    return done.stdout
