"""Import, preview and undo on either kind of database."""

import pytest

from ledger import content, draft
from ledger.obstacle import obstacle
from ledger.store import Import
from ledger.undo import CannotUndo, undo
from models import access, database, place, schema
from models.batch import Batch, find, imports
from models.household import Household
from models.ids import household_id, random_id
from tests.ledger.build import book
from tests.ledger.county import SIMPLE, TODAY, VILLAGE, WHOLE, changed, put

OWN = VILLAGE[:6]


@pytest.fixture
def opened(url):
    found = database.connect(url)
    schema.migrate(found)
    place.load_places()
    yield found
    found.close()


def head():
    return Household.get(Household.number == "H-2").head


def test_an_import_is_stored_changed_and_undone(opened):
    first = put(WHOLE)
    second = put(changed("农户", 2, "户主姓名", "王建华"))
    assert head() == "王建华"
    assert obstacle(first.batch) == "later"
    undo(second.batch, TODAY)
    assert head() == "王建国"
    assert not put(WHOLE).examination.written
    undo(first.batch, TODAY)
    assert not Household.select().exists()
    with pytest.raises(CannotUndo):
        undo(first.batch, TODAY)


def test_a_draft_is_kept_and_stored_once(opened):
    order = Import(TODAY, scope=OWN, batch=random_id())
    assert draft.begin(order.batch, order, ["一.xlsx"], since=1)
    assert not draft.begin(order.batch, order, ["一.xlsx"], since=1)
    draft.read(order.batch, [("一.xlsx", book(WHOLE | SIMPLE))], OWN)
    assert draft.load(order.batch).counts["new"] == 11
    assert draft.claim(order.batch, since=2)
    assert not draft.claim(order.batch, since=2)
    assert draft.keep(order.batch, order)
    assert find(order.batch).state == "stored"
    assert [row.number for row in imports(OWN, ["stored"], 10)] == [1]
    assert Batch.get().content is not None


def test_the_export_of_a_county_holds_its_rows(opened):
    put(WHOLE | SIMPLE)
    found = {name: list(rows) for name, rows in content.rows(OWN).items()}
    assert [len(found[name]) for name in ("农户", "受益", "发放", "简表")] == [2, 2, 2, 2]
    assert list(content.answers(TODAY, OWN))


def test_taking_the_ledger_out_is_noted_once_a_day(opened):
    put(WHOLE)
    who = {"account": random_id(), "name": "古丽", "role": "county", "today": TODAY}
    for _ in range(2):
        access.record_export(OWN, "export_keep", **who)
    assert [row.purpose for row in access.of_household(household_id("H-1"))] == ["export_keep"]
    access.record_export("652302", "export_keep", **who)
    assert len(access.of_household(household_id("H-1"))) == 1
