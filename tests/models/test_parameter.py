"""A county's settings: dated, in order, never overwritten, on both kinds of database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4

import pytest

from models import database, parameter
from models.finding import Survey
from models.parameter import Parameter
from rules.watch.facts import Parameters
from tests.models.conftest import run

COUNTY, OTHER = "652301", "652302"
SET_ON = date(2026, 11, 23)


@pytest.fixture
def tables(app):
    run(app, "database", "up")
    Survey.delete().execute()


def put(name, value, day, county=COUNTY, identity=None, set_on=SET_ON):
    return parameter.put(
        identity or uuid4(), county, name, value, in_force_from=day, set_on=set_on, account=None
    )


def test_a_value_holds_from_its_day_until_the_next(tables):
    put("residual", "3000", date(2025, 1, 1))
    put("residual", "4000", date(2026, 1, 1))
    put("issued_on", "2023-05-12", date(2026, 1, 1))
    assert parameter.on(COUNTY, date(2024, 12, 31)) == Parameters()
    assert parameter.on(COUNTY, date(2025, 1, 1)) == Parameters(residual=3000)
    assert parameter.on(COUNTY, date(2025, 12, 31)) == Parameters(residual=3000)
    assert parameter.on(COUNTY, SET_ON) == Parameters(issued_on=date(2023, 5, 12), residual=4000)
    assert parameter.on(OTHER, SET_ON) == Parameters()


def test_what_is_not_settled_any_more_is_the_default_again(tables):
    put("remedy_days", "90", date(2025, 1, 1))
    put("remedy_days", None, date(2026, 1, 1))
    assert parameter.on(COUNTY, date(2025, 6, 1)).remedy_days == 90
    assert parameter.on(COUNTY, SET_ON).remedy_days is None
    assert parameter.chosen(COUNTY, "remedy_days", SET_ON).since is None
    assert parameter.chosen(COUNTY, "remedy_days", date(2025, 6, 1)).since == date(2025, 1, 1)


def test_of_two_from_the_same_day_on_the_later_one_corrects_the_earlier(tables):
    for value in ("3000", "4000", "5000", "2000"):
        put("residual", value, date(2026, 1, 1))
        assert parameter.on(COUNTY, SET_ON).residual == int(value)
    found = parameter.history(COUNTY, "residual")
    assert [setting.value for setting in found] == [2000, 5000, 4000, 3000]


def test_it_is_set_once_however_often_it_is_sent(tables):
    sent = uuid4()
    assert put("residual", "3000", date(2026, 1, 1), identity=sent)
    assert not put("residual", "3000", date(2026, 1, 1), identity=sent)
    assert not put("residual", "3000", date(2026, 1, 1), identity=sent, set_on=date(2026, 11, 24))
    assert put("residual", "4000", date(2026, 1, 1), identity=sent), "a page that was left open"
    assert Parameter.select().count() == 2


def test_a_change_makes_the_countys_findings_stale_and_nobody_elses(tables):
    with database.write():
        for county in (COUNTY, OTHER):
            Survey.create(county=county, day=SET_ON, stale=False)
    put("residual", "3000", date(2026, 1, 1))
    assert Survey.get_by_id(COUNTY).stale
    assert Survey.get_by_id(COUNTY).day == SET_ON
    assert not Survey.get_by_id(OTHER).stale
    put("residual", "3000", date(2026, 1, 1), county="652328")
    assert Survey.get_by_id("652328").stale, "one that was never surveyed"


@pytest.mark.parametrize(
    ("name", "value"), [("residual", "much"), ("issued_on", "2023"), ("lpr_day", "today")]
)
def test_what_the_rules_could_not_read_is_not_stored(tables, name, value):
    with pytest.raises(ValueError):  # noqa: PT011 — each reader says it in its own words
        put(name, value, date(2026, 1, 1))
    assert not Parameter.select().exists()
    assert not Survey.select().exists()


def test_many_at_once_get_a_turn_each(tables):
    def send(number: int) -> bool:
        try:
            return put("residual", str(1000 + number), SET_ON, identity=UUID(int=number % 8))
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(4) as people:
        done = list(people.map(send, [*range(8), *range(8)]))
    assert sum(done) == 8
    turns = sorted(row.turn for row in Parameter.select())
    assert turns == list(range(1, 9))
