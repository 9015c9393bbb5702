"""Years that a household has had erased early stay so when an older backup is restored."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from models import answer, database, erased, leaving
from models.answer import Answer
from models.due import Due
from models.erasure import EarlyErasure
from models.household import Household
from models.ids import household_id
from models.payment import Payment
from tests.ledger.county import WHOLE, put
from tests.models.conftest import run
from tests.models.server import programs
from web.clock import SHANGHAI

H1 = household_id("H-1")


@pytest.fixture(autouse=True)
def _programs(kind, monkeypatch):
    """pg_dump of the server's own version first."""
    if kind == "postgresql":
        monkeypatch.setenv("PATH", str(programs()), prepend=":")


@pytest.fixture
def folder(app) -> Path:
    return Path(app.config["INSTANCE"]) / "erased"


@pytest.fixture
def copy(app, clock, tmp_path) -> Path:
    """A backup of a ledger with closed years, and an answer about one."""
    run(app, "database", "up")
    put(WHOLE)
    line = Due.get((Due.household == H1) & (Due.year == 2024))
    answer.give(H1, due=line.id, answer="confirmed", today=clock.moment.date())
    run(app, "database", "backup", tmp_path / "copy")
    return tmp_path / "copy"


def closed(household=H1) -> int:
    """How many rows of years to 2024 are held of a household."""
    return sum(
        table.select().where((table.household == household) & (table.year <= 2024)).count()
        for table in (Due, Payment)
    )


def others():
    return sorted(Due.select().where(Due.household != H1).tuples(), key=str)


def test_what_was_erased_after_the_copy_is_erased_again(app, clock, copy, folder):
    assert leaving.erase(H1, clock.moment.date(), folder)
    before = others(), Household.select().count()
    said = run(app, "database", "restore", copy)
    assert "erased again" in said
    assert closed() == Answer.select().count() == 0
    assert EarlyErasure.get().through == 2024
    assert (others(), Household.select().count()) == before
    assert "nothing wrong" in run(app, "audit", "verify")
    assert "nothing wrong" in run(app, "database", "verify")
    assert "erased again" not in run(app, "database", "up")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_then_it_is_in_no_free_page(app, url, clock, copy, folder):
    key = Answer.get().id.hex.encode()
    leaving.erase(H1, clock.moment.date(), folder)
    run(app, "database", "restore", copy)
    database.database.obj.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert key not in Path(url.removeprefix("sqlite:///")).read_bytes()


def test_a_note_that_is_not_ours_erases_nothing(app, copy, folder):
    folder.mkdir()
    (folder / H1.hex).write_text(f"{H1.hex} 2024 2026-11-23 {'0' * 64}\n")
    before = closed()
    assert "not ours" in run(app, "database", "restore", copy)
    assert closed() == before > 0


def test_a_note_holds_an_id_a_year_and_a_day_and_its_owner_alone_reads_it(clock, copy, folder):
    leaving.erase(H1, clock.moment.date(), folder)
    (file,) = folder.iterdir()
    words = file.read_text().split()
    assert words[:3] == [H1.hex, "2024", "2026-11-23"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.stat().st_mtime == 0, "it tells no hour"


def test_a_note_goes_when_the_year_has_gone_for_everybody(app, clock, copy, folder):
    leaving.erase(H1, clock.moment.date(), folder)
    run(app, "daily")
    assert erased.kept(folder)[0]
    clock.moment = datetime(2036, 1, 1, 0, 20, tzinfo=SHANGHAI)
    run(app, "daily")
    assert erased.kept(folder) == ([], [])
