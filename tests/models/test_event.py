"""Events on both kinds of database: once, by other eyes, for a whole village, and leaving."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from ledger.event import confirm
from models import chain, event, leaving
from models.due import Due
from models.event import By, Event, Refused
from models.household import Household
from models.ids import household_id
from models.place import Place
from tests.models.at_once import at_once
from tests.models.conftest import run
from tests.web import farm
from tests.web.test_event import as_imported

US, THEM = household_id(farm.OURS), household_id(farm.THEIRS)
TOWN = By(UUID(int=1), "阿依古丽·买买提", "township")
COUNTY = By(UUID(int=2), "王建国", "county")
NEXT = "652301100298"
SCOPE = "652301"


@pytest.fixture(autouse=True)
def _schema(app):
    run(app, "database", "up")
    Place.delete().where(Place.code == farm.VILLAGE).execute()  # the farm brings its own
    farm.farm()
    as_imported()


def enter(identity, **said):
    given = {"kind": "head", "day": farm.TODAY, "evidence": "register", "head": "热西旦"} | said
    event.enter(US, identity, TOWN, farm.TODAY, **given)


def test_many_at_once_are_one_and_so_are_many_confirmations():
    same = uuid4()
    at_once(lambda _: enter(same), 8)
    assert Event.select().count() == 1
    at_once(lambda _: confirm(same, SCOPE, COUNTY, farm.TODAY, "变动"), 8)
    assert Event.get().state == "confirmed"
    assert Household.get_by_id(US).head == "热西旦"
    assert not chain.verify().wrong


def test_who_entered_it_does_not_confirm_it():
    same = uuid4()
    enter(same)
    with pytest.raises(Refused, match="own"):
        confirm(same, SCOPE, TOWN, farm.TODAY, "变动")
    assert Household.get_by_id(US).head != "热西旦"


def test_a_new_code_of_a_whole_village_reaches_every_household():
    Place.create(code=NEXT, level="village", name="东风村", parent=NEXT[:9])
    before = {row.id: row.due for row in Due.select()}
    same = uuid4()
    said = {"kind": "recoded", "evidence": "approval", "place": NEXT, "whole": True, "head": ""}
    enter(same, **said)
    confirm(same, SCOPE, COUNTY, farm.TODAY, "变动")
    assert {row.village for row in Household.select()} == {NEXT}
    assert {row.village for row in Due.select().where(Due.party == "household")} == {NEXT}
    assert {row.id: row.due for row in Due.select()} == before
    kinds = {row.household: row.kind for row in Event.select()}
    assert kinds == {US: "recoded", THEM: "recoded_with"}
    assert not chain.verify().wrong


def test_leaving_early_twice_is_once(tmp_path):
    assert leaving.erase(US, farm.TODAY, tmp_path)
    assert not leaving.erase(US, farm.TODAY, tmp_path)
    assert leaving.years(US, farm.TODAY) == []
    assert not chain.verify().wrong
