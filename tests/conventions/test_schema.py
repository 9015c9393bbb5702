"""The migrations make the schema that the models speak of, and docs/data.md names every column."""

import re
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from models import database, retention, schema

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \|$", re.MULTILINE)
HEAD = re.compile(r"^## `(\w+)`", re.MULTILINE)


@pytest.fixture
def migrated(tmp_path):
    opened = database.connect(f"sqlite:///{tmp_path}/schema.db")
    schema.migrate(opened)
    yield opened
    opened.close()


def test_the_migrations_make_what_the_models_say(migrated):
    assert not diff_models(migrated, schema.TABLES)


def test_migrating_twice_changes_nothing(migrated):
    before = migrated.execute_sql("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    schema.migrate(migrated)
    assert migrated.execute_sql("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == before


# Which job of models/retention.py keeps a table's term.
YEAR = ("due", "payment", "plan", "portion", "simple", "income", "delivery", "settlement")
JOBS = {
    **dict.fromkeys((*YEAR, "outcome"), "year"),
    **dict.fromkeys(("visit", "check", "access", "answer", "slip", "card", "printing", "link"), ""),
    "printing_card": "printing",
    **dict.fromkeys(("notice", "reply", "dispute", "activation", "signing", "course"), ""),
    **dict.fromkeys(("finding", "remedy"), ""),
    **dict.fromkeys(("event", "assistance"), ""),
    "early_erasure": "early",
    "batch": "import",
    "dispute_entry": "dispute",
    "draft_share": "signing",
    **dict.fromkeys(("campaign", "poster_reply"), ""),
    **dict.fromkeys(("poster", "poster_scan", "poster_answer"), "campaign"),
}
OTHERS = {"session", "guess"}  # purged beside the jobs


def documented() -> dict[str, dict[str, str]]:
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    parts = HEAD.split(text)[1:]
    return {
        table: {column: purpose for column, _, purpose in ROW.findall(body)}
        for table, body in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table._meta.table_name)
def test_every_column_is_documented_with_its_purpose(table):
    columns = documented().get(table._meta.table_name, {})
    assert set(columns) == set(table._meta.sorted_field_names)
    assert all(purpose.strip() for purpose in columns.values())


def test_every_table_says_how_long_it_is_kept():
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    for body in HEAD.split(text)[2::2]:
        assert "Kept:" in body


def test_every_household_table_begins_its_key_with_the_household():
    for table in schema.TABLES:
        if "household" in table._meta.sorted_field_names and table._meta.composite_key:
            assert table._meta.primary_key.field_names[0] == "household", table


def test_the_register_has_these_tables_and_no_others_and_each_column_once():
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    assert sorted(HEAD.findall(text)) == sorted(table._meta.table_name for table in schema.TABLES)
    for body in HEAD.split(text)[2::2]:
        columns = [column for column, *_ in ROW.findall(body)]
        assert len(columns) == len(set(columns))


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table._meta.table_name)
def test_the_register_says_the_type_of_every_column(table):
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    body = dict(zip(HEAD.split(text)[1::2], HEAD.split(text)[2::2], strict=True))
    stated = {column: kind for column, kind, _ in ROW.findall(body[table._meta.table_name])}
    assert stated == {field.name: field.field_type.lower() for field in table._meta.sorted_fields}


def test_every_term_in_days_or_years_has_a_job_that_keeps_it():
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    with_term = {
        table
        for table, body in zip(HEAD.split(text)[1::2], HEAD.split(text)[2::2], strict=True)
        if re.search(r"Kept:[^|]*?\b(days|years?)\b", body.partition("| column |")[0])
    }
    named = {table: JOBS[table] or table for table in with_term - OTHERS - {"erasure", "parameter"}}
    assert set(named.values()) <= retention.JOBS.keys()
