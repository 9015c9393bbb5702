"""The database: one proxy, SQLite by default and PostgreSQL beyond, and the base of every table."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from peewee import (
    Database,
    DatabaseProxy,
    Model,
    OperationalError,
    PostgresqlDatabase,
    SqliteDatabase,
)

database = DatabaseProxy()

# FULL: in WAL mode NORMAL may lose the last commits at a power cut, and what a household was told
# is stored must be stored.
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    # Importing a whole county holds the write lock for some ten seconds; other writers wait.
    "busy_timeout": 20_000,
    "cache_size": -64000,
    "secure_delete": 1,
}


def table_name(model: type[Model]) -> str:
    """Return the table's name: the class name in lower case with underscores."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()


class Table(Model):
    """Base of every table. Household tables use `CompositeKey("household", "id")`."""

    class Meta:
        database = database
        table_function = table_name
        legacy_table_names = False


class SQLite(SqliteDatabase):
    """SQLite, which opens a file only where it can be written."""

    def _connect(self) -> Any:
        """Open the file, or refuse to as long as it is read-only.

        A connection that was opened on a read-only file keeps the whole process from writing,
        also when the file can be written again.
        """
        if Path(self.database).exists() and not os.access(self.database, os.W_OK):
            raise OperationalError("the database file is read-only")
        return super()._connect()  # type: ignore[misc]


class PostgreSQL(PostgresqlDatabase):
    """PostgreSQL, where WITHOUT ROWID is no word: its keys are indexes anyway."""

    def create_tables(self, models: Iterable[type[Model]], **options: Any) -> None:
        """Create tables whose Meta speaks to SQLite too."""
        models = list(models)
        clustered = [model for model in models if model._meta.without_rowid]  # type: ignore[attr-defined]
        for model in clustered:
            model._meta.without_rowid = False  # type: ignore[attr-defined]
        try:
            super().create_tables(models, **options)
        finally:
            for model in clustered:
                model._meta.without_rowid = True  # type: ignore[attr-defined]


def open_database(url: str) -> Database:
    """Return the database that `url` names: sqlite:///file, sqlite:///:memory:, postgresql://."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(url.removeprefix("sqlite:///")) or ":memory:"
        return SQLite(path, pragmas=PRAGMAS, thread_safe=True)
    if parts.scheme in {"postgresql", "postgres"}:
        # The driver reads the address itself, with sslmode and whatever else it may say. A pooler
        # between us and the server does not keep prepared statements apart.
        address = url.replace("postgres://", "postgresql://", 1)
        return PostgreSQL(address, prefer_psycopg3=True, prepare_threshold=None)
    raise ValueError(f"DATABASE_URL: unknown kind of database {parts.scheme!r}")


def connect(url: str) -> Database:
    """Bind every table to the database of `url` and return it (unopened)."""
    database.initialize(open_database(url))
    return database.obj


def is_sqlite() -> bool:
    """Say whether the bound database is SQLite."""
    return isinstance(database.obj, SqliteDatabase)


class _Waiting(threading.local):
    """What this thread's transaction will write last of all."""

    def __init__(self) -> None:
        self.depth = 0
        self.things: list[Any] = []


_waiting = _Waiting()
_finish: list[Callable[[list[Any]], None]] = []


def finish_with(finish: Callable[[list[Any]], None]) -> None:
    """Let `finish` write what `at_end` was told, before a transaction ends."""
    _finish[:] = [finish]


def at_end(thing: Any) -> None:
    """Have something written last of all: what it locks, it locks for a moment only."""
    if not _waiting.depth:
        raise RuntimeError("database: outside a writing block")
    _waiting.things.append(thing)


@contextmanager
def write() -> Iterator[None]:
    """Run a writing block as one transaction: all of it is durable at its end, or nothing is.

    On SQLite the write lock is taken at once: a transaction that reads first and writes later
    fails under load however long it waits.
    """
    outer = is_sqlite() and not database.obj.in_transaction()
    before = len(_waiting.things)
    _waiting.depth += 1
    try:
        with database.obj.atomic("IMMEDIATE") if outer else database.obj.atomic():
            yield
            if _waiting.depth == 1 and _waiting.things:
                _finish[0](_waiting.things)
    except BaseException:
        del _waiting.things[before:]
        raise
    finally:
        _waiting.depth -= 1
        if not _waiting.depth:
            _waiting.things.clear()


@contextmanager
def reading() -> Iterator[None]:
    """Let the queries of one page see one moment, and take the lock for reading once."""
    with database.obj.transaction("DEFERRED" if is_sqlite() else "REPEATABLE READ"):
        yield
