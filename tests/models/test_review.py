"""Decisions and packs of a county's yearly review, on both kinds of database."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from uuid import uuid4

import pytest

from models import database, pack, review
from models.finding import Survey
from models.pack import Count, Decided, Effect, Figures, Found, Late, Money, Own, Remedies, Setting
from models.review import Content, Decision, Review
from rules.duty import Line
from tests.models.conftest import run

COUNTY, OTHER = "652301", "652302"
TODAY = date(2026, 11, 23)
SAID = Content(date(2026, 3, 5), "督促经营主体补付逾期保底收益。")
FIGURES = Figures(
    *(COUNTY, "昌吉市", 2026, TODAY),
    projects=(Count("operating", 3),),
    agreements=4,
    modes=(Count("share", 4),),
    businesses=2,
    categories=(Count("", 1), Count("lifted", 20)),
    money=Money(due=100, received=60, overdue=30, to_come=10, lines=9, confirmed=2),
    late=(Late("NC-1", "合作社", 6, 100, 60, 30),),
    findings=(Found("10(3)", "must", 2, 1, 0),),
    of_households=Found("", "", 7, 1, 2),
    remedies=Remedies(1, 0, 0, 2),
    effects=(Effect("paid", 1, 6, 3000),),
    parameters=(Setting("residual", "3000", date(2025, 1, 1)), Setting("issued_on", None, None)),
    rules=(Own("13", "1号", date(2024, 1, 1)),),
    decisions=(Decided(date(2026, 3, 5), "督促。"),),
    sheet=(Line("paid", 60, 90), Line("publicity")),
)


@pytest.fixture
def tables(app):
    run(app, "database", "up")
    Survey.delete().execute()


def decide(content=SAID, county=COUNTY, identity=None):
    return review.decide(identity or uuid4(), county, content, TODAY, None)


def begin(identity=None, year=2026):
    name = identity or uuid4()
    return name, review.begin(name, COUNTY, year, TODAY, account=None, since=1_000)


def test_a_decision_is_there_once_however_often_it_is_sent(tables):
    sent = uuid4()
    assert decide(identity=sent) == decide(identity=sent)
    assert decide(Content(SAID.met_on, "别的决定。"), identity=sent) != decide(identity=sent)
    assert Decision.select().count() == 2


def test_a_correction_is_a_version_and_the_old_ones_stay(tables):
    name = decide()
    sent = uuid4()
    for _ in range(2):
        review.correct(sent, name, Content(date(2026, 4, 1), "改了。"), TODAY, None)
    assert [(row.turn, row.text) for row in review.versions(name)] == [
        (2, "改了。"),
        (1, SAID.text),
    ]
    assert [row.text for row in review.decisions(COUNTY, 2026)] == ["改了。"]
    with pytest.raises(LookupError):
        review.correct(uuid4(), uuid4(), SAID, TODAY, None)


def test_a_year_is_reviewed_by_a_meeting_in_it(tables):
    assert not review.reviewed(COUNTY, 2026)
    name = decide()
    decide(Content(date(2025, 12, 31), "年底的决定。"))
    assert review.reviewed(COUNTY, 2026)
    assert review.reviewed(COUNTY, 2025)
    assert not review.reviewed(COUNTY, 2024)
    assert not review.reviewed(OTHER, 2026)
    assert review.days("6523") == {COUNTY: (date(2025, 12, 31), date(2026, 3, 5))}
    review.correct(uuid4(), name, Content(SAID.met_on, SAID.text, withdrawn=True), TODAY, None)
    assert not review.reviewed(COUNTY, 2026), "typed by mistake"
    assert len(review.decisions(COUNTY, 2026)) == 1
    assert review.days("6523") == {COUNTY: (date(2025, 12, 31),)}


def test_a_decision_makes_the_countys_findings_stale(tables):
    with database.write():
        Survey.create(county=COUNTY, day=TODAY, stale=False)
    name = decide()
    assert Survey.get_by_id(COUNTY).stale
    Survey.update(stale=False).execute()
    review.correct(uuid4(), name, Content(SAID.met_on, "改了。"), TODAY, None)
    assert Survey.get_by_id(COUNTY).stale


def test_a_pack_is_made_once_and_stays_as_it_was(tables):
    name, is_new = begin()
    assert is_new
    assert begin(name) == (name, False)
    assert (review.pack(name).state, review.pack(name).since) == ("making", 1_000)
    review.make(name, lambda *_asked: FIGURES)
    review.make(name, lambda *_asked: Figures(COUNTY, "昌吉市", 2026, TODAY))
    assert review.pack(name).figures == FIGURES, "what is made is not made again"
    review.fail(name)
    assert review.pack(name).state == "made"
    assert review.pack(uuid4()) is None


def test_a_pack_is_asked_for_its_county_year_and_day(tables):
    asked = []
    name, _ = begin(year=2025)
    review.make(name, lambda *given: asked.append(given) or FIGURES)
    assert asked == [(COUNTY, 2025, TODAY)]


def test_a_pack_that_failed_can_be_seen_to_have_failed(tables):
    name, _ = begin()
    review.fail(name)
    found = review.pack(name)
    assert (found.state, found.figures, found.since) == ("failed", None, 0)
    assert [row.state for row in review.packs(COUNTY, 2026)] == ["failed"]
    assert review.packs(OTHER, 2026) == []
    assert Review.select().count() == 1


def test_what_is_kept_reads_as_it_was_written():
    text = pack.written(FIGURES)
    assert pack.read(text) == FIGURES
    assert pack.read(text.replace('"agreements"', '"of_a_later_version"')).agreements == 0
    empty = Figures(COUNTY, "昌吉市", 2026, TODAY)
    assert pack.read(pack.written(empty)) == empty


def test_no_part_of_a_pack_has_a_place_for_a_household():
    names = {field.name for part in {Figures, *pack.PARTS.values()} for field in fields(part)}
    assert not names & {"household", "head", "holder", "check", "answer", "village"}
