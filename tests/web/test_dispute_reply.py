"""The business's own word in a dispute of any kind: written down once, shown, never changed."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import dispute, dispute_step
from models.batch import Batch
from models.business import Business, offered
from models.dispute import DisputeEntry
from models.dispute_step import Subject
from models.ids import household_id
from models.visit import Check, Said, store
from tests.web import farm
from tests.web.lines import add_due, add_household

DAY = date(2026, 11, 23)
NUMBER = "652301100200-017"
PAYS = {"reply": "pays", "speaker": "manager", "amount_said": "800.50", "reply_day": "2026-12-01"}
SAID = ("负责人", "会在这一天以前付", "800.50", "2026年12月1日")


@pytest.fixture
def us(app) -> UUID:
    found = add_household(NUMBER)
    if not Business.select().where(Business.number == farm.COOPERATIVE).exists():
        named = {"number": farm.COOPERATIVE, "name": "丰收合作社", "kind": "cooperative"}
        farm.add(Business, **named, village=farm.VILLAGE)
    return found


def begin(us: UUID, kind: str) -> UUID:
    """Open a dispute of a kind and return its id."""
    line = add_due(us, late_from=date(2026, 11, 11))
    subject, reason = Subject(line), "less"
    if kind == "check":
        visit = uuid4()
        store(visit, us, UUID(int=9), [Said("received", due=line)], DAY)
        subject, reason = Subject(check=Check.get(Check.visit == visit).id), "wrong_result"
    elif kind == "record":
        subject, reason = Subject(record=us, fact="household.head"), "record"
    elif kind in ("place", "staff", "other"):
        subject, reason = Subject(), kind
    return dispute_step.begin(us, subject, reason, DAY, id=uuid4())


def send(client, identity, **fields):
    named = {"business": farm.COOPERATIVE, "kind": "replied", "id": str(uuid4())}
    return client.post(f"/dispute/{identity}", data=named | fields)


def text(response) -> str:
    return " ".join(BeautifulSoup(response.data, "html.parser").main.get_text(" ").split())


@pytest.mark.parametrize("kind", ["line", "check", "record", "place", "staff", "other"])
def test_of_every_kind_it_is_stored_and_shown_to_office_and_household(
    us, sign_in, as_household, kind
):
    identity, county = begin(us, kind), sign_in("county")
    assert send(county, identity, **PAYS).status_code == 303
    assert all(part in text(county.get(f"/dispute/{identity}")) for part in (*SAID, "记下来的人"))
    assert us == household_id(NUMBER)
    page = text(as_household.get(f"/household/dispute/{identity}"))
    assert all(part in page for part in (*SAID, "记下来的人", "2026年11月23日")), page


def test_it_is_in_uyghur_too(us, sign_in, as_household):
    identity = begin(us, "line")
    send(sign_in("township"), identity, **PAYS)
    page = as_household.get(f"/household/dispute/{identity}?lang=ug").text
    assert "مۇشۇ كۈندىن بۇرۇن تۆلەيمىز" in page


def test_sent_again_it_is_one_and_a_later_one_stands_beside_it(us, sign_in):
    identity, client, same = begin(us, "line"), sign_in("township"), str(uuid4())
    for _ in range(3):
        assert send(client, identity, **PAYS, id=same).status_code == 303
    assert send(client, identity, **PAYS | {"amount_said": "1"}, id=same).status_code == 409
    other = {"reply": "disagrees", "speaker": "letter", "cause": "wrong_sum"}
    assert send(client, identity, **other).status_code == 303
    rows = DisputeEntry.select().where(DisputeEntry.kind == "replied").order_by(DisputeEntry.turn)
    assert [(row.reply, row.cause, row.amount) for row in rows] == [
        ("pays", None, 800_50),
        ("disagrees", "wrong_sum", None),
    ]
    assert {(row.role, row.day) for row in rows} == {("township", DAY)}


def test_nothing_moves_by_it(us, sign_in):
    identity = begin(us, "line")
    before = dispute.as_case(dispute.find(us, identity))
    send(sign_in("township"), identity, **PAYS)
    assert dispute.as_case(dispute.find(us, identity)) == before


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"reply": "says"}, "请选一个"),
        ({"speaker": ""}, "请选一个"),
        ({"reply": "disagrees", "cause": ""}, "请选一个"),
        ({"amount_said": "viel"}, "请写金额"),
        ({"reply_day": "2026-11-01"}, "请写一个日期"),
        ({"reply": "paid", "reply_day": "2026-12-01"}, "请写一个日期"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(us, sign_in, fields, wrong):
    identity = begin(us, "line")
    answer = send(sign_in("township"), identity, **PAYS | fields)
    assert answer.status_code == 422
    shown = BeautifulSoup(answer.data, "html.parser")
    assert wrong in " ".join(each.text for each in shown.select("#told .field__error"))
    assert shown.select_one("#amount_said")["value"] == (PAYS | fields)["amount_said"]
    assert not DisputeEntry.select().where(DisputeEntry.kind == "replied").exists()


def test_a_business_out_of_the_county_says_nothing(us, sign_in):
    identity = begin(us, "other")
    assert send(sign_in("county"), identity, **PAYS, business="NC-999").status_code == 422


def test_the_village_notes_nothing_and_reads_nothing_of_it(us, sign_in):
    identity = begin(us, "line")
    send(sign_in("township"), identity, **PAYS)
    cadre = sign_in("cadre")
    assert send(cadre, identity, **PAYS).status_code == 404
    assert "800.50" not in text(cadre.get(f"/dispute/{identity}"))


def test_before_the_county_has_answered_the_township_notes_nothing_about_staff(us, sign_in):
    assert send(sign_in("township"), begin(us, "staff"), **PAYS).status_code == 404


def test_where_no_business_can_be_named_none_has_said_anything(us, sign_in):
    identity, county = begin(us, "other"), sign_in("county")
    assert "记下经营主体的话" in county.get(f"/dispute/{identity}").text
    Business.update(village="652302001001").execute()
    assert "记下经营主体的话" not in county.get(f"/dispute/{identity}").text
    assert send(county, identity, **PAYS, business="").status_code == 422
    assert not DisputeEntry.select().where(DisputeEntry.kind == "replied").exists()


@pytest.mark.parametrize(("scope", "count"), [("652301", 1), ("652302", 0), ("", 1)])
def test_a_business_in_no_village_is_offered_by_the_county_that_imported_it(us, scope, count):
    farm.add(Business, number="NC-0", name="县里的公司", kind="company")
    given = {
        "number": 9,
        "state": "stored",
        "day": DAY,
        "scope": scope,
        "files": "[]",
        "counts": "{}",
    }
    Batch.create(id=farm.BATCH, **given)
    found = [number for number, _name in offered("652301", 9) if number == "NC-0"]
    assert len(found) == count
