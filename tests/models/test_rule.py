"""A county's own rules: in versions, once however often sent, on both kinds of database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from models import database, rule
from models.finding import Survey
from models.rule import Content, Rule
from tests.models.conftest import run

COUNTY, OTHER = "652301", "652302"
TODAY = date(2026, 11, 23)
CONTENT = Content("13", "昌市乡振〔2024〕12号", "保底收益按季度兑现。", "", "", date(2024, 1, 1))


@pytest.fixture
def tables(app):
    run(app, "database", "up")
    Survey.delete().execute()


def add(content=CONTENT, county=COUNTY, identity=None):
    return rule.add(identity or uuid4(), county, content, TODAY, None)


def test_a_rule_is_added_once_however_often_it_is_sent(tables):
    sent = uuid4()
    first = add(identity=sent)
    assert add(identity=sent) == first
    assert add(replace(CONTENT, zh="另一条。"), identity=sent) != first, "a page left open"
    assert Rule.select().count() == 2
    assert rule.find(first).zh == CONTENT.zh


def test_a_correction_is_a_version_and_the_old_ones_stay(tables):
    name = add()
    sent = uuid4()
    assert rule.correct(sent, name, replace(CONTENT, zh="保底收益按半年兑现。"), TODAY, None)
    assert not rule.correct(sent, name, replace(CONTENT, zh="保底收益按半年兑现。"), TODAY, None)
    assert rule.correct(uuid4(), name, replace(CONTENT, number="13号"), TODAY, None)
    found = rule.versions(name)
    assert [row.turn for row in found] == [3, 2, 1]
    assert [row.zh for row in found] == [CONTENT.zh, "保底收益按半年兑现。", CONTENT.zh]
    assert rule.find(name).number == "13号"
    assert [row.rule for row in rule.listed(COUNTY)] == [name]
    with pytest.raises(LookupError):
        rule.correct(uuid4(), uuid4(), CONTENT, TODAY, None)


def older(name):
    row = rule.find(name)
    return bool(row.ug) and row.ug_turn < row.zh_turn


def test_it_is_known_which_text_is_older(tables):
    both = replace(CONTENT, ug="كاپالەتلىك پايدا ھەر پەسىلدە بېرىلىدۇ.", ug_review="draft")
    name = add(both)
    assert not older(name)
    rule.correct(uuid4(), name, replace(both, number="2号"), TODAY, None)
    assert not older(name), "neither text has changed"
    newer = replace(both, zh="保底收益按月兑现。")
    rule.correct(uuid4(), name, newer, TODAY, None)
    assert older(name)
    rule.correct(uuid4(), name, replace(newer, ug_review="reviewed"), TODAY, None)
    assert older(name), "a review of the old words does not make them new"
    rule.correct(uuid4(), name, replace(newer, ug_fits=True), TODAY, None)
    assert not older(name), "compared and found the same"
    rule.correct(uuid4(), name, replace(newer, zh="按年。"), TODAY, None)
    assert older(name)
    rule.correct(uuid4(), name, replace(newer, zh="按年。", ug="ھەر يىلى."), TODAY, None)
    assert not older(name)
    rule.correct(uuid4(), name, replace(newer, zh="按年。", ug=""), TODAY, None)
    assert not older(name), "there is none any more"


def test_whether_a_county_has_rules_depends_on_the_day(tables):
    name = add(replace(CONTENT, ended_on=date(2026, 1, 1)))
    for day, wanted in (
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ):
        assert rule.has_rules(COUNTY, day) is wanted, day
    assert not rule.has_rules(OTHER, date(2025, 1, 1))
    assert rule.first_days("6523", date(2025, 12, 31)) == {COUNTY: date(2024, 1, 1)}
    assert rule.first_days("6523", date(2026, 1, 1)) == {}, "ended"
    assert rule.first_days(OTHER, date(2025, 1, 1)) == {}
    rule.correct(uuid4(), name, replace(CONTENT, withdrawn=True), TODAY, None)
    assert not rule.has_rules(COUNTY, date(2025, 1, 1))
    assert rule.first_days("6523", date(2025, 1, 1)) == {}


def test_an_article_has_its_rules_and_those_of_its_parts(tables):
    places = ("10(3)", "13", "10", "10(1)", "1")
    names = {article: add(replace(CONTENT, article=article)) for article in places}
    later = add(replace(CONTENT, article="10", in_force_from=date(2027, 1, 1)))
    add(replace(CONTENT, article="10", ended_on=TODAY))
    add(replace(CONTENT, article="10", withdrawn=True))
    add(replace(CONTENT, article="10"), OTHER)
    found = [row.rule for row in rule.of_article(COUNTY, 10, TODAY)]
    assert found == [names["10"], later, names["10(1)"], names["10(3)"]]
    assert [row.rule for row in rule.of_article(COUNTY, 1, TODAY)] == [names["1"]]


def test_a_new_rule_makes_the_countys_findings_stale(tables):
    with database.write():
        Survey.create(county=COUNTY, day=TODAY, stale=False)
    name = add()
    assert Survey.get_by_id(COUNTY).stale
    Survey.update(stale=False).execute()
    rule.correct(uuid4(), name, replace(CONTENT, withdrawn=True), TODAY, None)
    assert Survey.get_by_id(COUNTY).stale


def test_corrections_at_once_get_a_turn_each(tables):
    name = add()

    def send(number):
        try:
            rule.correct(uuid4(), name, replace(CONTENT, number=str(number)), TODAY, None)
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(4) as people:
        list(people.map(send, range(8)))
    assert [row.turn for row in rule.versions(name)] == list(range(9, 0, -1))
