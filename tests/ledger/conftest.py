"""A database of its own for each test of what is stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models import database, place, schema, secret
from tests.ledger import county


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> Path:
    """An empty database with the real places, made once and copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    opened = database.connect(f"sqlite:///{path}")
    schema.migrate(opened)
    place.load_places()
    opened.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    return path


@pytest.fixture
def db(empty, tmp_path):
    """The path of a fresh database to which every table is bound."""
    path = tmp_path / "ledger.db"
    path.write_bytes(empty.read_bytes())
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    opened = database.connect(f"sqlite:///{path}")
    yield path
    opened.close()


@pytest.fixture
def stored(db):
    """A database that holds the small county's ledger."""
    return county.put(county.WHOLE)


@pytest.fixture
def today() -> date:
    return county.TODAY
