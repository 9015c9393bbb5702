"""What the database raises when it is locked, full, read-only or away."""

from __future__ import annotations

from peewee import InterfaceError, OperationalError, ProgrammingError

OUTAGES = (OperationalError, InterfaceError)
# What it cannot answer at all, for instance because a table is missing.
REFUSALS = (ProgrammingError,)
