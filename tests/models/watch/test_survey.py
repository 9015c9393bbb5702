"""Stored findings and totals: brought up to date, and never older than they say."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from ledger.undo import undo
from models import answer, database, parameter, place, schema, stale, verify, watch
from models.due import Due
from models.finding import Finding, Survey, Total
from models.ids import household_id, random_id
from models.watch import surveyor, total
from tests.ledger.county import OTHER_COUNTY, TODAY, VILLAGE, WHOLE, changed, put

COUNTY = VILLAGE[:6]
NO_DAY = changed("协议", 1, "兑现时限", None)
LATER = TODAY + timedelta(days=1)


@pytest.fixture
def opened(url):
    found = database.connect(url)
    schema.migrate(found)
    place.load_places()
    yield found
    found.close()


def found(code="agreement.no_due_day"):
    return Finding.get_or_none(Finding.code == code)


def test_what_is_found_is_stored_as_it_is_found(opened):
    put(NO_DAY)
    assert watch.up_to_date(COUNTY, TODAY)
    fresh = {each.id: each for each in watch.fresh(COUNTY, TODAY)}
    stored = {row.id: row for row in Finding.select()}
    assert stored.keys() == fresh.keys() != set()
    for key, each in fresh.items():
        row, finding = stored[key], each.finding
        assert f"{row.subject_kind}:{row.subject_number}" == finding.subject
        assert tuple(json.loads(row.params).items()) == finding.params
        assert (row.place, row.county, row.agreement, row.business) == (
            *(each.place, each.county, each.agreement, each.business),
        )
        assert (row.gap, row.weight, row.actor) == (finding.gap, finding.weight, finding.actor)
        assert row.since == (each.since or TODAY)


def test_a_finding_ends_comes_back_and_keeps_its_id_and_age(opened):
    put(NO_DAY)
    watch.survey(COUNTY, TODAY)
    first = found()
    assert (first.since, first.ended_on) == (date(2023, 12, 20), None)
    put(WHOLE)
    watch.survey(COUNTY, LATER)
    assert (found().id, found().ended_on) == (first.id, LATER)
    put(NO_DAY)
    watch.survey(COUNTY, LATER + timedelta(days=1))
    assert (found().id, found().ended_on, found().since) == (first.id, None, first.since)


def test_one_without_a_day_is_as_old_as_its_first_survey(opened):
    put(WHOLE)
    watch.survey(COUNTY, TODAY)
    watch.survey(COUNTY, LATER)
    assert found("village.not_stated").since == TODAY


def test_totals_are_those_of_the_stored_dues(opened):
    put(WHOLE)
    watch.survey(COUNTY, TODAY)
    assert sorted(total.stored(COUNTY)) == sorted(total.fresh(COUNTY, TODAY))
    row = Total.get(Total.year == 2024)
    assert (row.village, row.households, row.due, row.received) == (VILLAGE, 2, 240000, 240000)


def test_only_what_changes_makes_a_county_stale(opened):
    assert watch.up_to_date(COUNTY, TODAY)
    assert not watch.up_to_date(COUNTY, TODAY)
    put(WHOLE, scope=COUNTY)
    assert stale.is_due(COUNTY, TODAY)
    assert watch.up_to_date(COUNTY, TODAY)
    put(WHOLE, scope=COUNTY)  # the same again
    assert not stale.is_due(COUNTY, TODAY)
    line = Due.get(Due.household == household_id("H-1"))
    answer.give(line.household, due=line.id, answer="confirmed", today=TODAY)
    assert stale.is_due(COUNTY, TODAY)
    watch.survey(COUNTY, TODAY)
    assert Total.get(Total.year == line.year).confirmed == 1
    days = {"in_force_from": TODAY, "set_on": TODAY}
    parameter.put(random_id(), COUNTY, "stable_years", "3", **days)
    assert stale.is_due(COUNTY, TODAY)
    assert watch.up_to_date(COUNTY, TODAY)
    answer.give(line.household, due=line.id, answer="none", today=TODAY)
    watch.survey(COUNTY, TODAY)
    assert stale.is_due(COUNTY, LATER)  # another day is another survey


def test_an_undone_import_makes_its_county_stale(opened):
    done = put(WHOLE, scope=COUNTY)
    watch.survey(COUNTY, TODAY)
    assert Total.select().exists()
    undo(done.batch, TODAY)
    assert stale.is_due(COUNTY, TODAY)
    watch.survey(COUNTY, TODAY)
    assert not Total.select().exists()
    assert (
        not Finding.select()
        .where(Finding.ended_on.is_null() & (Finding.subject_kind != "county"))
        .exists()
    )


def test_prices_and_rates_concern_every_county(opened):
    assert watch.all_up_to_date(TODAY) > 1
    put({"利率": (("日期", "一年期LPR(%)"), ("2026-11-20", 3))}, scope=COUNTY)
    assert stale.is_due(OTHER_COUNTY, TODAY)
    watch.all_up_to_date(TODAY)
    put(WHOLE, scope=COUNTY)
    assert stale.is_due(COUNTY, TODAY)
    assert not stale.is_due(OTHER_COUNTY, TODAY)


def test_a_survey_that_a_change_overtakes_begins_again(opened, monkeypatch):
    put(WHOLE)
    looks = []

    def look(county, on):
        seen = first_look(county, on)
        if not looks:
            put(NO_DAY)
        looks.append(county)
        return seen

    first_look = surveyor._look
    monkeypatch.setattr(surveyor, "_look", look)
    watch.survey(COUNTY, TODAY)
    assert len(looks) == 2
    assert found() is not None
    assert not stale.is_due(COUNTY, TODAY)


def test_a_survey_that_fails_leaves_the_county_stale_and_nothing_changed(opened, monkeypatch):
    put(WHOLE)
    watch.survey(COUNTY, TODAY)
    before = sorted(map(str, Finding.select().tuples()))
    put(NO_DAY)
    monkeypatch.setattr(surveyor.total, "keep", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        watch.survey(COUNTY, TODAY)
    assert stale.is_due(COUNTY, TODAY)
    assert sorted(map(str, Finding.select().tuples())) == before
    assert Survey.get(Survey.county == COUNTY).stale


def test_verify_counts_the_totals_anew(opened):
    put(WHOLE)
    watch.survey(COUNTY, TODAY)
    assert verify.verify(TODAY) == []
    Total.update(received=Total.received - 1).where(Total.year == 2024).execute()
    assert verify.verify(TODAY) == [
        f"county {COUNTY}: its stored totals are not what they should be"
    ]
    Survey.update(stale=True).execute()
    assert verify.verify(TODAY) == []
