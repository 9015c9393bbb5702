"""What the database raises when it is locked, full, read-only or away."""

from __future__ import annotations

import sqlite3

from peewee import InterfaceError, InternalError, OperationalError, ProgrammingError

# InternalError: a PostgreSQL that may only be read, for instance a standby.
OUTAGES = (OperationalError, InterfaceError, InternalError)
# What it cannot answer at all, for instance because a table is missing.
REFUSALS = (ProgrammingError,)

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
FULL_SQLSTATE = "53100"
PRIMARY = 0xFF  # the byte of SQLite's code that says the kind, without the circumstances


def kind(error: BaseException) -> str:
    """Return `full` (no room on the disk), `busy` (locked by another) or `away` (all else).

    SQLite rolls back by itself where the disk is full, so what is rolled back after it raises
    another error: the first one counts.
    """
    codes, states = set(), set()
    cause: BaseException | None = error
    while cause is not None:
        codes.add(getattr(cause, "sqlite_errorcode", 0) & PRIMARY)
        states.add(getattr(cause, "sqlstate", None))
        cause = cause.__context__
    if sqlite3.SQLITE_FULL in codes or FULL_SQLSTATE in states:
        return "full"
    return "busy" if codes & BUSY else "away"
