"""Signing: what was on the table goes into the county's ledger as any import does, once."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from ledger import term, undo
from ledger.column import SHEETS
from ledger.read import read
from ledger.show import cell
from ledger.store import Import, store
from models import roster, signing
from models.agreement import Agreement
from models.batch import Batch
from models.due import Due
from models.household import Share
from models.ids import household_id
from models.project import Lease, Project
from tests.ledger.build import book
from tests.web import desk, farm


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def ask(client, key):
    answer = client.get(f"/signing/{key}/sign")
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def sign(client, key, **changes):
    form = ask(client, key).select_one("form[action$='/sign']")
    sent = {each["name"]: each["value"] for each in form.select("input")} | changes
    return client.post(f"/signing/{key}/sign", data=sent)


def test_it_asks_before_and_says_what_stands(township):
    found = ask(township, desk.lay(exit_terms=""))
    assert found.select_one("form button")
    assert found.select_one(".judgement_missing")


@pytest.mark.parametrize("mode", desk.MODES)
def test_every_way_of_linking_goes_into_the_ledger(township, mode):
    key = desk.lay(mode)
    assert sign(township, key).status_code == 303
    row = Agreement.get()
    assert (row.number, row.clause, row.mode) == (desk.CORE["number"], 1, mode)
    assert (row.template, row.witness) == ("2026-1", "农业农村局")
    assert row.in_force_from == row.starts_on
    assert {each.holder for each in Share.select()} == {farm.OURS, farm.THEIRS}
    draft = signing.find(key)
    assert draft.state == "signed"
    assert roster.of_draft(key) == []


def test_what_is_stored_is_what_an_import_would_have_stored(township):
    """So an import of the same row afterwards changes nothing."""
    sign(township, desk.lay())
    stored = Agreement.select().dicts().get()
    columns = SHEETS["协议"].columns
    values = term.read(desk.texts()).values
    rows = [[c.heading for c in columns], [cell(c, values[c.field]) for c in columns]]
    order = Import(desk.TODAY, scope=desk.COUNTY)
    done = store(read([("一.xlsx", book({"协议": rows}))]), order)
    assert done.examination.sheets["协议"].same == 1
    assert Agreement.select().dicts().get() == stored


def test_households_see_the_full_terms_and_what_is_due(app, township, as_household):
    sign(township, desk.lay())
    assert Due.select().where(Due.household == household_id(farm.OURS)).count() > 5
    text = as_household.get(f"/agreement/{desk.CORE['number']}").text
    for name in ("entry_terms", "exit_terms", "liability", "duties", "ownership", "witness"):
        assert desk.CORE[name] in text, name


def test_sent_twice_it_is_signed_once(township):
    key, batch = desk.lay(), str(uuid4())
    for _ in range(2):
        answer = township.post(f"/signing/{key}/sign", data={"id": batch, "turn": 0})
        assert (answer.status_code, answer.location) == (303, f"/signing/{key}")
    assert Batch.select().where(Batch.state == "stored").count() == 1
    assert Agreement.select().count() == 1


def test_the_county_sees_the_import_and_takes_it_back(township, sign_in):
    key = desk.lay()
    sign(township, key)
    county = sign_in("county")
    assert desk.CORE["number"] in county.get("/ledger").text
    batch = signing.find(key).batch
    assert Batch.get_by_id(batch).scope == desk.COUNTY
    undo.undo(batch, desk.TODAY)
    assert not Agreement.select().exists()
    assert not Due.select().where(Due.agreement == desk.CORE["number"]).exists()
    assert "撤回" in township.get(f"/signing/{key}").text
    township.post(f"/signing/{key}/reopen")
    assert signing.find(key).is_open
    assert sign(township, key).status_code == 303
    assert Agreement.select().count() == 1


def test_what_changed_since_it_was_asked_is_not_signed(township):
    key = desk.lay()
    answer = sign(township, key, turn="7")
    assert answer.status_code == 422
    assert "没有签订" in answer.text
    assert not Agreement.select().exists()
    assert signing.find(key).is_open


def obstacles(client, key):
    """Return what stands against signing; nothing comes of trying all the same."""
    before = Agreement.select().count()
    found = ask(client, key)
    assert not found.select_one("form[action$='/sign'] button")
    sent = {"id": str(uuid4()), "turn": signing.find(key).turn}
    assert client.post(f"/signing/{key}/sign", data=sent).status_code == 422
    assert Agreement.select().count() == before
    assert signing.find(key).is_open
    return found.select_one(".lacking").get_text()


def test_what_the_ledger_needs_must_be_there(township):
    assert "经营主体" in obstacles(township, desk.lay(business=""))


def test_a_business_must_be_in_the_ledger(township):
    assert "NC-9" in obstacles(township, desk.lay(business="NC-9"))


def test_a_number_of_the_ledger_is_not_written_over(township):
    farm.shares(desk.CORE["number"])
    before = Agreement.select().dicts().get()
    assert "已经有这个编号" in obstacles(township, desk.lay())
    assert Agreement.select().dicts().get() == before


def test_another_townships_village_or_project_is_not_signed_for(township):
    other = desk.lay(party="village", party_number=desk.OTHER_VILLAGE)
    assert desk.OTHER_VILLAGE in obstacles(township, other)
    Project.update(village=desk.OTHER_VILLAGE).execute()
    assert desk.PROJECT in obstacles(township, desk.lay(number="玛-2026/10"))


def test_another_countys_ledger_is_out_of_reach(township):
    Project.update(village="652302100200").execute()
    assert desk.PROJECT in obstacles(township, desk.lay())


def test_leased_assets_go_along(township):
    key = desk.lay(stake="lease", guaranteed_amount="9500", guaranteed_rate="")
    township.post(f"/signing/{key}", data={"turn": 0, "clause": 1, "assets": desk.ASSET})
    assert sign(township, key).status_code == 303
    assert [(row.agreement, row.asset) for row in Lease.select()] == [
        (desk.CORE["number"], desk.ASSET)
    ]


def test_an_unknown_asset_is_said(township):
    key = desk.lay()
    township.post(f"/signing/{key}", data={"turn": 0, "clause": 1, "assets": "Z-没有"})
    assert "Z-没有" in obstacles(township, key)
