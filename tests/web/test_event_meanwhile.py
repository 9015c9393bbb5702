"""What another event or an import has done between entering an event and confirming it."""

from __future__ import annotations

from models import card
from models.household import Household
from models.ids import household_id
from tests.web import farm
from tests.web.test_event import NEW, US, confirm, county, send, share, split, town

__all__ = ["county", "town"]  # fixtures of the events' own tests


def test_a_number_that_was_taken_meanwhile_is_nobody_s_to_split_into(town, county):
    answer = split(town)
    taken = {"number": NEW, "village": farm.VILLAGE, "head": "买买提·艾山"}
    Household.insert(id=household_id(NEW), batch=farm.derive("import"), **taken).execute()
    assert confirm(county, answer.location).status_code == 409
    assert Household.get_by_id(household_id(NEW)).head == "买买提·艾山"
    assert share().left_on is None


def test_a_household_that_holds_something_more_does_not_end(town, county):
    own = card.issue(US, farm.TODAY)
    fields = {"kind": "inherited", "day": "2026-07-01", "evidence": "notary", "ends": "1"}
    given = {f"all-{each.id}": "1" for each in (share(), share(farm.LAND))}
    answer = send(town, **(fields | {"number": farm.THEIRS} | given))
    assert answer.status_code == 303
    part = {"clause": 1, "joined_on": farm.TODAY, "amount": 1_000_00}
    farm.add(type(share()), holder=farm.OURS, agreement=farm.SHARES, **part)
    assert confirm(county, answer.location).status_code == 409
    assert card.of_household(US).id == own.id


def test_a_stroke_is_nothing(town):
    given = {f"amount-{share().id}": "-", f"all-{share(farm.LAND).id}": "1"}
    fields = {"kind": "split", "day": "2026-07-01", "evidence": "deed", "number": NEW}
    assert send(town, **(fields | {"head": "阿依夏木·艾合买提"} | given)).status_code == 303
