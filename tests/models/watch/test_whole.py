"""All findings of a place: the same on either database, as stored and computed anew."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from datetime import date

import pytest

from models import database, watch
from models.due import Due
from models.finding import Finding
from models.household import Household
from models.outcome import Outcome
from tests.models.conftest import copied, invoke, run

TODAY = date(2026, 11, 23)


@pytest.fixture
def filled(demo, app_on):
    """The app on the demo."""
    return app_on(demo[0])


def every(scope, on=TODAY, **how):
    return Counter(watch.fresh(scope, on, **how))


def test_stored_dues_give_what_new_ones_give(filled):
    stored = every("", stored=True)
    assert stored == every("")
    assert len({each.finding.code for each in stored}) > 12


def test_what_the_calendar_has_changed_is_computed_anew(filled):
    before = every("", stored=True)
    Outcome.update(stale_on=TODAY).execute()
    Due.update(paid=0, due=7).where(Due.agreement != "").execute()
    assert every("", stored=True) == before


def test_a_place_has_its_part_of_the_whole(filled):
    whole = every("", stored=True)
    counties = {each.county for each in whole}
    assert len(counties) > 2
    for county in counties:
        own = every(county, stored=True)
        assert own == Counter(each for each in whole.elements() if each.county == county)
        townships = {each.place[:9] for each in own if len(each.place) >= 9}
        for township in townships:
            part = Counter(each for each in own.elements() if each.place.startswith(township))
            assert every(township, stored=True) == part


def test_every_finding_has_an_id_of_its_own(filled):
    found = every("", stored=True)
    assert len({each.id for each in found}) == found.total()


def test_a_village_and_a_county_are_named(filled):
    villages = {row.village for row in Household.select(Household.village).distinct()}
    for each in every("", stored=True):
        assert each.place in villages or each.place == each.county or len(each.place) == 9


def test_the_survey_stores_all_of_them(filled):
    watch.all_up_to_date(TODAY)
    open_ = Finding.select().where(Finding.ended_on.is_null())
    assert {row.id for row in open_} == {each.id for each in every("", stored=True)}


@contextmanager
def counting(statements: list[str]):
    """Note every statement that the database is given."""
    execute = database.database.obj.execute_sql

    def noted(statement, *given, **more):
        statements.append(statement)
        return execute(statement, *given, **more)

    database.database.obj.execute_sql = noted
    try:
        yield
    finally:
        del database.database.obj.execute_sql


def test_the_number_of_queries_does_not_grow_with_rows(filled):
    few: list[str] = []
    many: list[str] = []
    county = Household.select(Household.village).order_by(Household.village).get().village[:6]
    with counting(few):
        every(county, stored=True)
    with counting(many):
        every("", stored=True)
    assert len(few) <= len(many) <= len(few) + 12  # parameters of six more counties


@pytest.mark.postgresql
def test_both_databases_say_the_same(app_on, sqlite_demo, postgresql_demo, server, tmp_path):
    said = []
    addresses = (copied(sqlite_demo[0], tmp_path / "demo.db"), server.database(postgresql_demo[0]))
    for address in addresses:
        app = app_on(address)
        asked = ([], ["--on", "2025-12-31"], ["--scope", "652301"], ["--lang", "ug"])
        said.append([run(app, "findings", "--json", *more) for more in asked])
        database.database.obj.close()
    assert said[0] == said[1]
    assert len(json.loads(said[0][0])) > 50


def test_a_place_that_is_not_there_is_said_to_be_none(filled):
    done = invoke(filled, "findings", "--scope", "110101", "--json")
    assert done.exit_code == 1
    assert "110101" in done.output
