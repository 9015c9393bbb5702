"""Whatever the product does, it does on PostgreSQL as on SQLite."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from ledger.undo import undo
from models import answer, card, checklist, database, guess, session, slip
from models.account import Account, by_password, by_user
from models.batch import Batch
from models.due import Due
from models.household import Household
from models.ids import household_id
from models.rebuild import rebuild, refresh
from models.statement import of_household
from models.visit import Check, Visit
from tests.ledger.county import TODAY, WHOLE, changed, put
from tests.models.conftest import invoke, run
from web.access import COOKIE


@pytest.fixture
def ledger(app):
    """The small county's ledger."""
    run(app, "database", "up")
    return put(WHOLE)


@pytest.fixture
def filled(demo, app_on):
    """The app on the demo, and its people."""
    return app_on(demo[0]), demo[1]


def everything():
    return sorted(Due.select().tuples(), key=str), sorted(Household.select().tuples(), key=str)


def test_the_schema_is_made_once(app):
    assert "up to date" in run(app, "database", "up")
    before = everything()
    assert "; 0 agreements" in run(app, "database", "up")
    assert everything() == before


def test_a_ledger_goes_in_and_again_changes_nothing(ledger):
    before = everything()
    again = put(WHOLE)
    counts = [each for each in again.examination.sheets.values() if each.rows]
    assert all(each.new == each.changed == each.bad == 0 for each in counts)
    assert everything() == before
    found = of_household("H-1", 2024, today=TODAY)
    assert [(e.row.due, e.row.paid, e.state) for e in found.entries] == [(180000, 180000, "paid")]


def test_an_import_is_undone(ledger):
    before = everything()
    again = put(changed("协议", 1, "保底比例", 7) | changed("农户", 2, "户主姓名", "王建华"))
    assert everything() != before
    undo(again.batch, TODAY)
    assert everything() == before
    undo(Batch.get(Batch.id == ledger.batch).id, TODAY)
    assert everything() == ([], [])


def test_rebuilding_changes_no_line(filled):
    before = everything()
    numbers = {row.agreement for row in Due.select(Due.agreement).distinct()} - {""}
    with database.write():
        rebuild(numbers, {row.id for row in Household.select(Household.id)}, TODAY)
        assert refresh(TODAY) == 0
    assert everything() == before


def test_a_later_day_renews_what_the_calendar_changes(filled, clock):
    app, _ = filled
    clock.forward(days=400)
    assert " 0 agreements renewed" not in run(app, "daily")
    assert run(app, "daily").startswith("0 agreements renewed")


def test_a_household_opens_its_card_and_answers(filled):
    app, people = filled
    own = people["cards"][0]
    phone = app.test_client()
    path = "/c/" + own["url"].rpartition("/")[2]
    assert phone.get(path).status_code == 200
    opened = phone.post(path, data={"pin": own["pin"]})
    assert opened.status_code == 303, opened.text
    page = phone.get("/household").text
    lines = set(re.findall(r"/due/([0-9a-f-]{36})", page))
    assert lines
    line = min(lines)
    data = {"id": str(uuid4()), "answer": "disputed", "reason": "not_received"}
    for _ in range(2):
        assert phone.post(f"/due/{line}/answer", data=data).status_code == 303
    given = answer.current(household_id(own["household"]), due=line)
    assert (given.answer, given.reason) == ("disputed", "not_received")


def test_a_cadre_stores_a_visit_once(filled, clock):
    app, people = filled
    village = "6523" + people["cards"][0]["household"].partition("-")[0]
    cadre = next(each for each in people["accounts"] if each["scope"] == village)
    member = by_password(cadre["user"], cadre["password"])
    own = people["cards"][0]
    phone = app.test_client()
    phone.set_cookie(COOKIE, session.start_account(member.id, clock.moment))
    assert phone.get("/visit").status_code == 200
    led = phone.post("/visit/new", data={"card": own["short_code"]})
    assert phone.get(led.location).status_code == 200
    item = checklist.of_household(household_id(own["household"]), clock.moment.date())[0]
    data = {"id": str(uuid4()), "card": own["short_code"], f"result-{item.row.id}": "received"}
    before = Visit.select().count()
    for _ in range(2):
        sent = phone.post("/visit", data=data)
        assert sent.status_code == 303, sent.text
    assert Visit.select().count() == before + 1
    assert Check.select().where(Check.due == item.row.id).exists()


def test_sign_ins_end(filled, clock):
    _, people = filled
    member = by_user(people["accounts"][0]["user"])
    cookie = session.start_account(member.id, clock.moment)
    assert session.find(cookie, clock.moment).role == member.role
    clock.forward(minutes=31)
    assert session.find(cookie, clock.moment) is None
    clock.forward(days=1)
    assert session.purge(clock.moment) >= 1
    assert Account.select().count() == len(people["accounts"])


def test_no_more_guesses_than_allowed_in_parallel(app):
    run(app, "database", "up")

    def take(_):
        try:
            return guess.take("card:x", 739_000, 5)
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(8) as pool:
        taken = [slot for slot in pool.map(take, range(40)) if slot]
    assert sorted(slot.left for slot in taken) == [0, 1, 2, 3, 4]
    guess.give_back(taken[0])
    assert guess.take("card:x", 739_000, 5)
    assert guess.purge("card", 739_001) == 1


def test_a_card_and_a_slip_are_issued_once(app):
    run(app, "database", "up")
    owner = household_id("H-1")
    first = card.issue(owner, TODAY)
    assert card.issue(owner, TODAY, first.id) == first
    second = card.issue(owner, TODAY)
    assert card.of_household(owner) == second
    assert card.by_token(card.token(first.id)) is None
    with pytest.raises(card.Taken):
        card.issue(household_id("H-2"), TODAY, second.id)
    code = slip.issue(owner, TODAY)
    found = slip.find(owner, code, TODAY)
    assert slip.use(found, TODAY)
    assert not slip.use(found, TODAY)


def test_export_reads_back_the_same(filled, tmp_path):
    app, _ = filled
    file = tmp_path / "台账.xlsx"
    run(app, "ledger", "export", file)
    said = json.loads(run(app, "ledger", "import", file, "--dry-run", "--json"))
    assert not said["problems"]
    assert not [n for n, s in said["sheets"].items() if s["new"] or s["changed"] or s["bad"]]


def test_an_unknown_household_is_said_to_be_one(ledger, app):
    done = invoke(app, "statement", "H-9", "--year", "2024", "--json")
    assert (done.exit_code, list(json.loads(done.output))) == (1, ["error"])
