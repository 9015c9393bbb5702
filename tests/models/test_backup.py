"""Copies made while somebody writes, damaged ones refused, and what verify finds."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from models import database
from models.due import Due
from models.household import Household
from models.ids import random_id
from models.place import Place
from models.visit import Visit
from tests.models.conftest import invoke, run
from tests.models.server import programs


@pytest.fixture(autouse=True)
def _programs(kind, monkeypatch):
    """pg_dump of the server's own version first."""
    if kind == "postgresql":
        monkeypatch.setenv("PATH", str(programs()), prepend=":")


@pytest.fixture
def app(demo, app_on):
    return app_on(demo[0])


def rows():
    return [sorted(table.select().tuples(), key=str) for table in (Due, Household, Visit, Place)]


def test_what_was_copied_comes_back(app, tmp_path):
    file, before = tmp_path / "copy", rows()
    run(app, "database", "backup", file)
    assert file.stat().st_mode & 0o777 == 0o600
    Due.delete().execute()
    Household.update(head="别人").execute()
    run(app, "database", "restore", file)
    assert rows() == before
    assert "nothing wrong" in run(app, "database", "verify")
    run(app, "database", "up")
    assert rows() == before


def test_a_copy_is_whole_though_somebody_writes(app, tmp_path):
    """Two rows that are written together are both in the copy, or neither is."""
    stop = threading.Event()

    def write():
        while not stop.is_set():
            owner, both = random_id(), []
            with database.write():
                for _ in range(2):
                    both.append(random_id())
                    Visit.create(household=owner, id=both[-1], account=owner,
                                 day="2026-11-23", digest="")  # fmt: skip
        database.database.obj.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [tmp_path / f"copy-{number}" for number in range(3)]
        for file in copies:
            run(app, "database", "backup", file)
    finally:
        stop.set()
        writer.join()
    last = Visit.select().where(Visit.digest == "").count()
    run(app, "database", "restore", copies[-1])
    count = Visit.select().where(Visit.digest == "").count()
    assert 0 < count <= last
    assert count % 2 == 0
    assert "nothing wrong" in run(app, "database", "verify")


@pytest.mark.parametrize("damage", ["cut", "middle", "empty", "other", "none"])
def test_a_damaged_copy_changes_nothing(app, tmp_path, damage):
    file = tmp_path / "copy"
    run(app, "database", "backup", file)
    data = bytearray(file.read_bytes())
    if damage == "middle":
        half = len(data) // 2
        data[half : half + 40_000] = b"\x5a" * 40_000
    cut = {"cut": len(data) // 3, "empty": 0}.get(damage, len(data))
    file.write_bytes(b"PK\x03\x04 something else" if damage == "other" else data[:cut])
    Household.update(head="别人").execute()
    before = rows()
    done = invoke(app, "database", "restore", file)
    if damage == "none":
        assert done.exit_code == 0
        return
    assert done.exit_code == 1
    assert "nothing was changed" in done.output
    assert rows() == before


def test_a_copy_that_cannot_be_written_leaves_the_old_one(app, tmp_path):
    file = tmp_path / "copy"
    run(app, "database", "backup", file)
    before = file.read_bytes()
    (tmp_path / "copy.partial").mkdir()
    done = invoke(app, "database", "backup", file)
    assert (done.exit_code, "no copy was made" in done.output) == (1, True)
    assert file.read_bytes() == before


def test_verify_finds_a_due_changed_by_hand(app):
    assert "nothing wrong" in run(app, "database", "verify")
    line = Due.select().where((Due.due > 0) & (Due.agreement != "")).first()
    stated = Due.select().where(Due.agreement == "").first()
    for found in (line, stated):
        mine = (Due.household == found.household) & (Due.id == found.id)
        Due.update(due=Due.due + 1).where(mine).execute()
    done = invoke(app, "database", "verify")
    assert done.exit_code == 1
    assert line.agreement in done.output
    assert f"household {stated.household}" in done.output
    counties = {found.village[:6] for found in (line, stated)}
    assert all(f"county {code}" in done.output for code in counties)
    assert f"{2 + len(counties)} wrong" in done.output


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP INDEX due_agreement", "due"),
        ("ALTER TABLE payment DROP COLUMN passbook_text", "payment.passbook_text"),
        ("DROP TABLE slip", "slip"),
        ("ALTER TABLE household ADD COLUMN nationality TEXT", "household.nationality"),
        ("DELETE FROM schema_migration", "database up"),
    ],
)
def test_verify_finds_another_schema(app, statement, said):
    database.database.obj.execute_sql(statement)
    done = invoke(app, "database", "verify")
    assert done.exit_code == 1
    assert said in done.output


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_verify_finds_a_damaged_page(app, demo):
    opened = database.database.obj
    page = opened.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = 'due'").fetchone()[0]
    size = opened.execute_sql("PRAGMA page_size").fetchone()[0]
    opened.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    with Path(demo[0].removeprefix("sqlite:///")).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x5a" * size)
    done = invoke(app, "database", "verify")
    assert done.exit_code == 1
    assert "nothing wrong" not in done.output
