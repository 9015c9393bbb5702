"""Every finding at its boundary, and a twin on the right side of each."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import timedelta

import pytest

from ledger import lpr
from models import watch
from models.database import database
from models.finding import Finding
from models.place import load_places
from models.schema import migrate
from rules.watch.catalogue import kinds
from tests.cases.watched import prefecture
from tests.cases.watched.counties import (
    reviewed_a_day_late,
    rules_from_tomorrow,
    seventy_per_cent,
)
from tests.cases.watched.money import one_day_after_the_last_day_of_grace
from tests.cases.watched.places import left_yesterday
from tests.cases.watched.projects import nothing_but_a_name
from tests.cases.watched.spot import CASES, TODAY
from tests.cases.watched.terms import rate_on_the_day_of_a_change
from tests.models.conftest import run

# A case, the first day on which it is found, and the day before.
FIRST_DAYS = (
    (one_day_after_the_last_day_of_grace, "payment.overdue", "2026-11-24", "2026-11-23"),
    (rate_on_the_day_of_a_change, "agreement.rate_below_lpr", "2023-08-21", "2023-08-20"),
    (left_yesterday, "household.no_measure", "2026-11-24", "2026-11-23"),
    (nothing_but_a_name, "project.nominal", "2025-12-30", "2025-12-29"),
    (seventy_per_cent, "county.industry_share", "2026-01-01", "2025-12-31"),
    (rules_from_tomorrow, "county.no_rules", "2023-03-15", "2023-03-14"),
    (reviewed_a_day_late, "county.no_review", "2026-01-01", "2025-12-31"),
)


@pytest.fixture
def app(app_on, url, clock):
    """An app on an empty database with places and rates, on the day of the cases."""
    clock.moment = clock.moment.replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)
    made = app_on(url)
    migrate(database.obj)
    load_places()
    lpr.load(TODAY)
    return made


def said(app, *more):
    return json.loads(run(app, "findings", "--json", *more))


def by_code(expected):
    found = defaultdict(list)
    for code, *rest in expected:
        found[code].append(tuple(rest))
    return {code: sorted(rows, key=str) for code, rows in found.items()}


def test_every_finding_occurs_at_its_boundary(app):
    expected = by_code(prefecture.build(wrong=True))
    assert prefecture.grouped(said(app)) == expected
    assert prefecture.grouped(said(app, "--on", TODAY.isoformat())) == expected
    assert kinds().keys() == expected.keys()
    watch.all_up_to_date(TODAY)
    stored = defaultdict(list)
    for row in Finding.select():
        subject = f"{row.subject_kind}:{row.subject_number}"
        stored[row.code].append((subject, row.article, row.gap))
    assert {code: sorted(rows, key=str) for code, rows in stored.items()} == expected


def test_nothing_is_found_a_hair_beside_them(app):
    prefecture.build(wrong=False)
    assert said(app) == []
    assert said(app, "--on", TODAY.isoformat()) == []
    watch.all_up_to_date(TODAY)
    assert not Finding.select().exists()


def test_a_finding_is_there_from_its_day_on(app):
    prefecture.build(wrong=True)
    for made, code, first, before in FIRST_DAYS:
        subjects = {spot.serial: spot for spot, each in prefecture.chosen() if each is made}
        (spot,) = subjects.values()
        assert is_found(app, spot, code, first), (code, first)
        assert not is_found(app, spot, code, before), (code, before)


def is_found(app, spot, code, day):
    """Say whether a finding about a spot's own rows, or its county, is there on a day."""
    own = f"-{spot.serial:02d}-"
    numbers = [each["subject"]["number"] for each in said(app, "--on", day) if each["code"] == code]
    return any(own in number or number == spot.county for number in numbers)


def test_each_case_says_what_it_is_wrong_by():
    assert len({made.__name__ for made in CASES}) == len(CASES)


def test_the_command_speaks_plainly(app):
    prefecture.build(wrong=True)
    text = run(app, "findings", "--scope", "652302")
    assert any(
        line.startswith("county.industry_share  county 652302  ") for line in text.splitlines()
    )
    (each,) = (row for row in said(app, "--scope", "652302") if row["gap_fen"])
    assert each == {
        "code": "county.industry_share",
        "article": "4",
        "subject": {"kind": "county", "number": "652302"},
        "gap_fen": 100,
        "params": {"year": "2025", "share": "69.99", "total": "10000.00", "industry": "6999.00"},
        "actor": "county",
        "message": each["message"],
    }
    assert "69.99%" in each["message"]


def test_a_finding_is_the_same_one_while_its_figures_change(app):
    prefecture.build(wrong=True)
    today = {each.id: each.finding for each in watch.fresh("", TODAY, stored=True)}
    later = {each.id: each.finding for each in watch.fresh("", TODAY + timedelta(days=1))}
    kept = [key for key in today if today[key].code == "payment.overdue" and key in later]
    assert kept
    assert all(today[key].params != later[key].params for key in kept)  # a day more
