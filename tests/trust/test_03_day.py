"""Rule 3: only the civil day is kept; receipt times go after a month; ids hold no time."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from models import answer, guess, retention, session, visit
from models.guess import Guess
from models.schema import TABLES
from models.session import Session
from models.visit import Said
from tests.trust.known import known
from tests.web import farm

# Whole numbers that hold a moment, each with the day on which `daily` has it erased at the latest.
MOMENTS = {
    ("session", "expires"): 30,
    ("session", "seen"): 30,
    ("session", "proved"): 30,
    ("guess", "period"): 1,
    ("account", "step"): None,  # of the last code: 30 seconds in which no code is used twice
}
COUNTS = {"BIGINT", "INTEGER"}
SHORT_OF_A_MOMENT = 1_000_000_000  # seconds since 1970 are more


def test_no_column_of_the_migrated_schema_is_a_time(migrated):
    kinds = {column["type"] for columns in migrated.values() for column in columns.values()}
    assert "DATE" in kinds
    assert not {kind for kind in kinds if "TIME" in kind}


@pytest.mark.parametrize("table", ["visit", "check", "answer", "access", "dispute_entry"])
def test_what_people_did_has_a_day_and_no_number_that_could_hold_a_moment(migrated, table):
    assert migrated[table]["day"]["type"] == "DATE"
    numbers = {name for name, column in migrated[table].items() if column["type"] in COUNTS}
    assert numbers <= {"amount", "turn", "slip", "assisted"}


def test_receipt_times_are_those_of_the_list_and_are_gone_after_a_month(app, household, clock):
    session.start_household(household, clock.moment)
    session.start_account(uuid4(), clock.moment)
    guess.take("card:x", clock.moment.date().toordinal(), 5)
    guess.take("place:y", int(clock.moment.timestamp()) // 900, 5)
    retention.purge(clock.moment + timedelta(days=31))
    assert not Session.select().exists()
    assert not Guess.select().exists()


def test_no_stored_number_of_a_walk_is_a_moment(app, as_household, household, staff, clock):
    """Whatever column is added: a moment that a walk leaves must stand in MOMENTS."""
    farm.farm()
    line = farm.line_of(household, "rent", 2026).id
    visit.store(uuid4(), household, staff("cadre").id, [Said("received", due=line)], farm.TODAY)
    answer.give(household, due=line, answer="confirmed", today=farm.TODAY)
    as_household.get("/held")
    found = {
        (table._meta.table_name, name)
        for table in TABLES
        for row in table.select().dicts()
        for name, value in row.items()
        if isinstance(value, int) and not isinstance(value, bool) and value > SHORT_OF_A_MOMENT
    }
    assert found <= MOMENTS.keys(), found
    assert ("session", "expires") in found


def test_ids_hold_no_time(app, as_household, household, staff, clock):
    farm.farm()
    line = farm.line_of(household, "rent", 2026).id
    visit.store(uuid4(), household, staff("cadre").id, [Said("received", due=line)], farm.TODAY)
    versions = {
        value.version
        for table in TABLES
        for row in table.select().tuples()
        for value in row
        if isinstance(value, UUID) and value.int
    }
    assert versions == {4, 5}


def test_no_page_may_ask_where_one_is(client, root):
    assert "geolocation=()" in client.get("/").headers["Permissions-Policy"]
    for path in (root / "static" / "script").glob("*.js"):
        assert "geolocation" not in path.read_text("utf-8")


def test_the_list_of_moments_is_no_longer_than_it_must_be():
    of_households = {(table, name) for table, columns in known().items() for name in columns}
    assert {each for each in MOMENTS if each in of_households} == {
        *(("session", "expires"), ("session", "seen"), ("session", "proved")),
    }
