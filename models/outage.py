"""What the database raises when it is locked, full, read-only or away."""

from __future__ import annotations

from peewee import InterfaceError, OperationalError

OUTAGES = (OperationalError, InterfaceError)
