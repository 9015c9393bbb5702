"""A case goes to somebody else: once, with its reason, by the county; on both kinds of database."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from playhouse.migrations import Runner

from models import caseload, handover, remedy
from models.caseload import Owner
from models.database import database
from models.handover import Handover
from models.remedy import By, Refused, Remedy, RemedyEntry
from models.schema import MIGRATIONS
from rules.remedy import Actor
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.models.test_remedy import COUNTY, DUE, OTHER, OWNER, PAPER, TODAY, TOWN, add, begin

FINANCE = Owner(None, "财政局", "财政局", "county")
TOWNSHIP = Owner(None, TOWN, TOWN, "township")
SOMEBODY = Owner(UUID(int=7), "", "买合木提", "township")


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")


def hand(case, to=FINANCE, by=COUNTY, reason="stalled", key=None, day=TODAY):
    handover.hand(case, Handover(key or uuid4(), to, reason), by, day)


def refused(case, to=FINANCE, by=COUNTY, **given):
    with pytest.raises(Refused) as why:
        hand(case, to, by, **given)
    return why.value.code


def holders(case):
    return [(each.owner, each.office, each.reason) for each in remedy.entries(case)]


def test_a_case_is_handed_over_with_its_reason():
    case = begin()
    hand(case)
    hand(case, SOMEBODY, reason="duties")
    row = remedy.find(case)
    assert (row.owner, row.office, row.due_on, row.state) == (SOMEBODY.account, "", DUE, "open")
    assert holders(case) == [
        (OWNER.actor.account, "", None),
        (None, "财政局", "stalled"),
        (SOMEBODY.account, "", "duties"),
    ]
    entry = remedy.entries(case)[1]
    assert (entry.kind, entry.name, entry.day) == ("handed", COUNTY.name, TODAY)


def test_it_is_handed_over_once_however_often_it_is_sent():
    case, key = begin(), uuid4()
    for _ in range(2):
        hand(case, key=key)
    hand(case, SOMEBODY)
    hand(case, key=key)  # arrives again, late: nothing is undone
    assert remedy.find(case).owner == SOMEBODY.account
    assert len(holders(case)) == 3
    assert refused(case, SOMEBODY, key=key) == "different"
    assert refused(case, key=key, by=OTHER) == "different"
    assert refused(begin(), key=key) == "different"


def test_many_at_once_hand_it_over_once():
    case, key = begin(), uuid4()
    at_once(lambda _: hand(case, key=key))
    assert len(holders(case)) == 2


def test_who_has_it_already_does_not_get_it_and_a_closed_one_stays():
    case = begin()
    assert refused(case, Owner(OWNER.actor.account, "", "", "township")) == "same"
    assert refused(case, by=OWNER) == "county"
    add(case, "progress", progress="done", **PAPER)
    add(case, "proposed")
    add(case, "closed", COUNTY)
    assert refused(case) == "state"
    assert len(holders(case)) == 4


def test_who_had_it_since_its_opening_does_not_close_it():
    case = begin()
    hand(case)
    add(case, "progress", COUNTY, progress="done", **PAPER)
    add(case, "proposed", COUNTY)
    for by in (OWNER, OTHER):
        with pytest.raises(Refused, match="owner"):
            add(case, "closed", by)
    fourth = By(Actor(UUID(int=4), "county", TOWN[:6], "水利局"), "赵勇")
    add(case, "closed", fourth)
    add(case, "reopened", fourth)
    hand(case, TOWNSHIP)
    add(case, "progress", COUNTY, progress="done", **PAPER)
    add(case, "proposed", COUNTY)
    assert remedy.as_case(remedy.find(case)).had == {(None, "财政局"), (None, TOWN)}
    with pytest.raises(Refused, match="owner"):
        add(case, "closed", OTHER)


def test_what_the_county_takes_on_in_time_is_the_countys():
    early, late = begin(), begin()
    hand(early)
    hand(late, day=DUE + timedelta(days=1))
    assert [remedy.find(each).level for each in (early, late)] == ["county", "township"]
    assert caseload.renew(DUE + timedelta(days=1)) == (2, 0)
    assert [remedy.find(each).level for each in (early, late)] == ["prefecture", "county"]
    assert refused(early, TOWNSHIP, by=OWNER) == "county"
    hand(early, TOWNSHIP)
    assert (remedy.find(early).first, remedy.find(early).level) == ("county", "prefecture")


def test_those_of_before_keep_who_has_them():
    """The migration is done again on a table with rows."""
    case, of_office = begin(), begin(owner=None, office="财政局")
    add(case, "progress", progress="done", effect="paid", households=3, amount=100, **PAPER)
    before = [tuple(row) for row in RemedyEntry.select().order_by(RemedyEntry.id).tuples()]
    RemedyEntry.update(owner=None, office="").execute()
    runner = Runner(database.obj, directory=str(MIGRATIONS))
    (step,) = (each for each in runner.migrations() if each.name.endswith("remedy_handovers"))
    step.load().up(runner.migrator, database.obj)
    after = [tuple(row) for row in RemedyEntry.select().order_by(RemedyEntry.id).tuples()]
    assert after == before
    assert Remedy.get_by_id(of_office).office == "财政局"
    hand(case)
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        RemedyEntry.update(turn=1).where(RemedyEntry.remedy == case).execute()
