"""The doctor, and what commands say of a database that is empty, old or away."""

from __future__ import annotations

import pytest

from models import database, health
from models.schema import pending
from models.session import Session
from tests.models.conftest import invoke, run
from web import config

FIRST = "run flask --app web database up first"


@pytest.mark.parametrize(
    "words",
    [
        ("statement", "H-1", "--year", "2024"),
        ("daily",),
        ("ledger", "export", "out.xlsx"),
        ("ledger", "undo", "00000000-0000-0000-0000-000000000001"),
        ("demo", "cookie", "--card", "H-1"),
    ],
    ids=" ".join,
)
def test_an_empty_database_is_said_to_be_one(app, words, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    done = invoke(app, *words)
    assert done.exit_code == 1
    assert FIRST in done.output
    assert "Traceback" not in done.output


def test_an_older_schema_is_said_to_be_one_and_brought_up_to_date(app):
    run(app, "database", "up")
    database.database.obj.execute_sql("DROP TABLE slip")
    last = "0003_dues_checks_and_accounts"
    database.database.obj.execute_sql(f"DELETE FROM schema_migration WHERE name = '{last}'")
    assert pending(database.database.obj) == [last]
    assert FIRST in invoke(app, "daily").output
    run(app, "database", "up")
    assert "erased: nothing" in run(app, "daily")


def test_a_server_that_is_away_is_said_to_be(app_on):
    app = app_on("postgresql://nobody:secret-word@127.0.0.1:9/nothing")
    done = invoke(app, "daily")
    assert done.exit_code == 1
    assert "The database does not answer" in done.output
    assert "secret-word" not in done.output


def said(app):
    done = invoke(app, "doctor")
    wrong = [line for line in done.output.splitlines() if line.startswith("WRONG")]
    assert done.exit_code == bool(wrong)
    return done.output, wrong


def test_all_is_well(demo, app_on):
    output, wrong = said(app_on(demo[0]))
    # What is built is not the database's affair, and the tests' server is quick and unsafe.
    known = ("catalogues", "static/", "fsync: off", "synchronous_commit: off", "full_page_writes")
    assert not [line for line in wrong if not any(word in line for word in known)]
    for word in ("schema: up to date", "civil day: 2026-11-23", "a safe write takes"):
        assert word in output


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_sqlite_is_asked_for_its_settings(demo, app_on):
    app = app_on(demo[0])
    output, _ = said(app)
    assert "journal: wal" in output
    assert "synchronous: FULL" in output
    database.database.obj.execute_sql("PRAGMA synchronous = 1")
    assert any("synchronous" in line for line in said(app)[1])


def test_what_is_wrong_is_named(app):
    _, wrong = said(app)
    assert any("database up" in line for line in wrong)


def test_a_night_that_was_left_out_is_noticed(demo, app_on, clock):
    app = app_on(demo[0])
    Session.create(token="x", kind="household", expires=int(clock.moment.timestamp()) - 86_400)
    assert health.daily(clock.moment).well
    clock.forward(days=2)
    assert any("daily" in line for line in said(app)[1])
    run(app, "daily")
    assert health.daily(clock.moment).well


def test_in_earnest_codes_hold_https(demo, app_on):
    given = {"LIANNONG_DEMO": "0", "LIANNONG_BASE_URL": "http://liannong.example"}
    app = app_on(demo[0], LIANNONG_PEPPER="q7" + "wertzuiopas" * 4,
                 LIANNONG_SECRET="9x" + "yxcvbnmlkjh" * 4, **given)  # fmt: skip
    assert any("https" in line for line in said(app)[1])


def test_a_refused_start_is_a_sentence_for_commands():
    refusal = config.Refused("LIANNONG_PEPPER is not set.")
    assert refusal.format_message() == str(refusal)
