"""Tallies: what the families of article 3 are made of, stored as a fresh count has it."""

from __future__ import annotations

from datetime import date

import pytest

from models import answer, database, place, schema, tally, watch
from models.business import Business
from models.database import write
from models.due import Due
from models.household import Household, Share
from models.ids import household_id
from models.payment import Plan, Portion
from models.place import Village
from models.project import Asset
from models.watch.extent import Extent
from models.watch.tally import fresh, keep, stored
from tests.ledger.county import OTHER_COUNTY, TODAY, VILLAGE, WHOLE, put
from tests.web.farm import add

COUNTY = VILLAGE[:6]


@pytest.fixture
def ledger(url):
    """Two households with 30,000 and 10,000 yuan quantified; 2024 is paid, 2025 is late."""
    opened = database.connect(url)
    schema.migrate(opened)
    place.load_places()
    put(WHOLE)
    yield
    opened.close()


def count(day=TODAY):
    with write():
        keep(COUNTY, fresh(Extent(COUNTY, day, stored=True)))


def numbers(year=2024):
    count()
    return tally.read(COUNTY, year)


def test_a_survey_stores_what_a_fresh_count_has(ledger):
    watch.survey(COUNTY, TODAY)
    assert stored(COUNTY) == fresh(Extent(COUNTY, TODAY, stored=True)) != []
    assert stored(OTHER_COUNTY) == []


def test_nothing_is_kept_that_is_no_longer_counted(ledger):
    numbers()
    Share.delete().execute()
    Due.delete().execute()
    count()
    assert "lines" not in tally.read(COUNTY, 2024)
    assert tally.read(COUNTY, 2024)["linked"] == 0


def test_households_are_counted_where_they_live(ledger):
    Household.update(eligible=True, low_income=True, workers=0).execute()
    found = numbers()
    assert (found["linked"], found["linked_priority"]) == (2, 1)
    assert (found["eligible"], found["labourless"], found["labourless_with_share"]) == (1, 1, 1)
    assert tally.read(VILLAGE, 2024)["linked"] == 2


def test_an_agreement_that_has_ended_links_nobody(ledger):
    count(date(2027, 1, 2))
    assert tally.read(COUNTY, 2024)["linked"] == 0


def test_lines_are_counted_by_the_year_that_they_are_for(ledger):
    found = numbers()
    assert (found["lines"], found["lines_in_time"], found["lines_paid"]) == (2, 2, 2)
    found = numbers(2025)
    assert (found["lines"], found["lines_in_time"], found["lines_paid"]) == (2, 0, 0)
    assert numbers(2026)["lines"] == 0


def test_only_what_was_paid_can_be_confirmed(ledger):
    for year in (2024, 2025):
        line = Due.get((Due.household == household_id("H-1")) & (Due.year == year))
        answer.give(line.household, due=line.id, answer="confirmed", today=TODAY)
    count()
    assert tally.read(COUNTY, 2024)["lines_confirmed"] == 1
    assert "lines_confirmed" not in tally.read(COUNTY, 2025)


def test_agreements_assets_and_villages_are_counted_where_they_lie(ledger):
    plain = {
        "project": "XM-1",
        "name": "温室",
        "kind": "greenhouse",
        "cost": 100_00,
        "in_use_from": date(2023, 1, 1),
        "life_years": 100_000,
        "in_base": True,
        "owner": "村集体",
    }
    for number, state in enumerate((None, "normal", "idle", "disposed")):
        add(Asset, number=f"ZC-{number}", state=state, **plain)
    add(Village, code=VILLAGE, qualified=True)
    found = numbers()
    assert (found["assets"], found["assets_in_use"], found["villages"]) == (3, 2, 1)
    assert (found["old_agreements"], found["old_agreements_running"]) == (1, 1)


def workshop(number, **columns):
    add(
        Business,
        **{"number": number, "name": number, "village": VILLAGE, "kind": "workshop"} | columns,
    )


def test_workshops_parks_and_graded_farms_are_counted_where_they_lie(ledger):
    posts = {"posts": 20, "priority_posts": 8}
    workshop("CJ-1", condition="normal", safe=True, **posts)
    workshop("CJ-2", condition="idle", safe=False)
    workshop("CJ-3", condition="normal", village=VILLAGE[:9] + "999", posts=5)
    workshop("CJ-4", condition="normal", village=OTHER_COUNTY + "001001", posts=7)
    workshop("YQ-1", kind="park", condition="normal", **posts)
    workshop("HZ-1", kind="cooperative", grade="region", condition="normal")
    workshop("HZ-2", kind="cooperative", grade="county", condition="normal")
    found = numbers()
    assert {name: found[f"workshop_{name}"] for name in ("workshops", "running", "idle")} == {
        "workshops": 3,
        "running": 2,
        "idle": 1,
    }
    assert (found["workshop_posts"], found["workshop_priority_posts"]) == (25, 8)
    assert (found["workshop_unsafe"], found["workshop_safety_unknown"]) == (1, 1)
    assert (found["park_parks"], found["park_posts"], found["graded_first"]) == (1, 20, 1)
    assert tally.read(VILLAGE, 2024)["workshop_posts"] == 20
    assert stored(COUNTY) == fresh(Extent(COUNTY, TODAY, stored=True))


def test_a_member_of_a_collective_counts_once_and_its_own_part_is_no_member_s(ledger):
    assert "collective_members" not in numbers()
    Business.update(kind="collective").execute()
    plan = {"village": VILLAGE, "received": 100_00}
    add(Plan, number="FA-1", year=2025, **plan)
    add(Plan, number="FA-0", year=2024, **plan)
    add(Plan, number="FA-2", year=2027, **plan)
    for holder in ("H-1", "村集体"):
        add(Portion, plan="FA-1", holder=holder, amount=50_00)
    found = numbers()
    assert (found["collective_villages"], found["collective_quantified_villages"]) == (1, 1)
    assert (found["collective_members"], found["collective_quantified"]) == (2, 40_000_00)
    Share.delete().execute()
    found = numbers()
    assert (found["collective_members"], found["collective_quantified"]) == (1, 0)
    Portion.delete().execute()
    assert numbers()["collective_quantified_villages"] == 0
