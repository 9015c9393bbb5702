"""Events of households: entered once with a paper, confirmed by other eyes, seen by them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from ledger.examine import examine
from ledger.undo import undo
from models import card, chain, event
from models.account import Account
from models.batch import Batch
from models.due import Due
from models.event import Event
from models.household import Household, Share
from models.ids import derive, household_id
from models.payment import Payment
from models.place import Place
from tests.ledger.sheets import reading
from tests.web import farm

US, THEM = household_id(farm.OURS), household_id(farm.THEIRS)
NEW = "652301100200-099"
NEXT = "652301100201"
HEAD = {"kind": "head", "day": "2026-11-01", "evidence": "register", "head": "艾合买提·吐尔逊"}


def as_imported() -> None:
    """Give the rows of the roster the ids that an import derives."""
    for row in list(Share.select()):
        own = derive("share", row.agreement, row.clause, row.holder, row.joined_on)
        Share.update(id=own).where(Share.id == row.id).execute()


@pytest.fixture
def town(sign_in):
    farm.farm()
    as_imported()
    return sign_in("township")


@pytest.fixture
def county(sign_in, town):
    return sign_in("county")


def text(response) -> str:
    return " ".join(BeautifulSoup(response.data, "html.parser").main.get_text(" ").split())


def send(town, household=US, **fields):
    return town.post(f"/event/new/{household}", data={"id": str(uuid4())} | fields)


def entered(town, household=US, **fields) -> str:
    answer = send(town, household, **fields)
    assert answer.status_code == 303, text(answer)
    return answer.location


def confirm(county, address):
    return county.post(address, data={"decision": "confirmed"})


def share(number=farm.SHARES, household=US) -> Share:
    mine = (Share.agreement == number) & (Share.household == household)
    return Share.select().where(mine).order_by(Share.joined_on.asc(nulls="first")).first()


def dues(**where) -> dict:
    query = Due.select().where(~Due.withdrawn)
    for name, value in where.items():
        query = query.where(getattr(Due, name) == value)
    return {row.id: (row.household, row.due, row.paid, row.due_on) for row in query}


def pots(agreement=farm.SHARES) -> dict:
    found = {}
    for row in Due.select().where((Due.agreement == agreement) & ~Due.withdrawn):
        key = row.year, row.kind
        found[key] = found.get(key, 0) + (row.due or 0)
    return found


def test_each_kind_is_offered_from_the_household_s_card(town):
    assert f"/event/new/{US}" in town.get(f"/card/{US}").text
    page = town.get(f"/event/new/{US}")
    for kind in ("head", "recoded", "split", "inherited"):
        assert f"kind={kind}" in page.text
        assert 'name="evidence"' in town.get(f"/event/new/{US}?kind={kind}").text


def test_a_new_head_changes_nothing_before_the_county_confirms(town, county):
    before = dues()
    address = entered(town, **HEAD)
    assert Household.get_by_id(US).head == "古丽娜尔·艾合买提"
    assert "等县里确认" in text(county.get("/event"))
    assert confirm(town, address).status_code in {403, 404}
    for _ in range(2):
        assert confirm(county, address).status_code == 303
    assert Household.get_by_id(US).head == "艾合买提·吐尔逊"
    assert dues() == before, "what is due hangs on no name"
    assert Batch.select().where(Batch.state == "stored").count() == 1
    assert not chain.verify().wrong
    assert "已经改了台账" in text(town.get(address))


def test_the_household_sees_it_with_day_and_by_whom(town, county, as_household):
    confirm(county, entered(town, **HEAD))
    page = text(as_household.get("/held"))
    for words in ("户内变动", "换户主", "2026年11月1日", "户口簿", "艾合买提·吐尔逊"):
        assert words in page
    assert "登记户内变动" in page


def test_sent_often_it_is_one(town):
    same = str(uuid4())
    assert len({entered(town, id=same, **HEAD) for _ in range(3)}) == 1
    assert Event.select().count() == 1
    assert send(town, id=same, **(HEAD | {"head": "别的名字"})).status_code == 409


def test_a_refusal_needs_a_reason_and_leaves_the_ledger(town, county):
    address = entered(town, **HEAD)
    assert county.post(address, data={"decision": "refused"}).status_code == 422
    for _ in range(2):
        data = {"decision": "refused", "ground": "papers"}
        assert county.post(address, data=data).status_code == 303
    assert "材料不全" in text(town.get(address))
    assert confirm(county, address).status_code == 409
    assert Household.get_by_id(US).head == "古丽娜尔·艾合买提"


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2026-11-24"},
        {"day": "2025-12-31"},
        {"day": "soon"},
        {"evidence": "notary"},
        {"head": ""},
        {"head": "11010519491231002X"},
        {"head": "王\u202e建国"},
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(town, change):
    answer = send(town, **(HEAD | change))
    assert answer.status_code == 422
    assert "field__error" in answer.text
    assert not Event.select().exists()


def test_an_import_does_not_turn_it_back_and_says_so(town, county):
    confirm(county, entered(town, **HEAD))
    same = {"户编码": farm.OURS, "行政村代码": farm.VILLAGE, "户类别": "监测对象"}
    old = same | {"户主姓名": "古丽娜尔·艾合买提"}
    (problem,) = examine(reading("农户", old), farm.VILLAGE[:6]).problems
    assert (problem.expected, problem.column) == ("event", "户主姓名")
    newer = same | {"户主姓名": "艾合买提·吐尔逊·阿吉"}
    assert not examine(reading("农户", newer), farm.VILLAGE[:6]).problems


def test_taken_back_it_is_shown_so_and_holds_no_import(town, county):
    address = entered(town, **HEAD)
    confirm(county, address)
    undo(Event.get().import_id, farm.TODAY)
    assert Household.get_by_id(US).head == "古丽娜尔·艾合买提"
    assert "已撤销" in text(town.get(address))
    assert event.befores("household") == {}


def test_another_village_code(town, county):
    Place.create(code=NEXT, level="village", name="东风村", parent=NEXT[:9])
    before = {key: value[1:] for key, value in dues().items()}
    address = entered(town, kind="recoded", day="2026-06-01", evidence="approval", place=NEXT)
    assert confirm(county, address).status_code == 303
    assert Household.get_by_id(US).village == NEXT
    assert {row.village for row in Due.select().where(Due.household == US)} == {NEXT}
    assert {key: value[1:] for key, value in dues().items()} == before
    assert (
        send(
            town, kind="recoded", day="2026-06-01", evidence="approval", place="652302100201"
        ).status_code
        == 422
    )


def split(town, **change):
    fields = {"kind": "split", "day": "2026-07-01", "evidence": "deed"}
    given = {f"amount-{share().id}": "5000", f"all-{share(farm.LAND).id}": "1"}
    return send(town, **(fields | {"number": NEW, "head": "阿依夏木·艾合买提"} | given | change))


def test_a_split_household_has_its_own_number_its_part_and_its_own_card(town, county):
    earlier = {key: value for year in (2024, 2025) for key, value in dues(year=year).items()}
    before, payments = pots(), Payment.select().count()
    answer = split(town)
    assert answer.status_code == 303, text(answer)
    assert confirm(county, answer.location).status_code == 303
    new = household_id(NEW)
    assert (Household.get_by_id(new).head, Household.get_by_id(new).village) == (
        "阿依夏木·艾合买提",
        farm.VILLAGE,
    )
    amounts = {
        row.holder: row.amount
        for row in Share.select().where(
            Share.joined_on == date(2026, 7, 1), Share.agreement == farm.SHARES
        )
    }
    assert amounts == {farm.OURS: 15_000_00, NEW: 5_000_00}
    assert share().left_on == date(2026, 6, 30)
    assert pots() == before, "every pot adds up"
    now = {key: value for year in (2024, 2025) for key, value in dues(year=year).items()}
    assert now == earlier, "what was due before stays with whom it belonged to"
    assert Payment.select().count() == payments
    assert card.issue(new, farm.TODAY).household == new
    assert {row.kind for row in Event.select().where(Event.household == new)} == {"split_off"}


@pytest.mark.parametrize(
    "change",
    [
        {"number": farm.THEIRS},
        {"number": ""},
        {"head": ""},
        {"amount": "20000.01"},
        {"amount": "-1"},
        {"amount": "x"},
    ],
)
def test_a_split_that_does_not_add_up_is_refused(town, change):
    if "amount" in change:
        change = {f"amount-{share().id}": change["amount"]}
    assert split(town, **change).status_code == 422
    assert not Event.select().exists()


def test_inheriting_all_ends_the_household_and_its_card(town, county, app):
    card.issue(US, farm.TODAY)
    before = pots()
    old = dues(year=2025)
    fields = {"kind": "inherited", "day": "2026-07-01", "evidence": "notary", "number": farm.THEIRS}
    some = {f"all-{share().id}": "1", "ends": "1"}
    assert send(town, **fields, **some).status_code == 422, "there is land left"
    address = entered(town, **fields, **some, **{f"all-{share(farm.LAND).id}": "1"})
    assert confirm(county, address).status_code == 303
    assert card.of_household(US) is None
    assert pots() == before
    assert dues(year=2025) == old
    assert share().leave_reason == "inheritance"
    heirs = Share.select().where((Share.household == THEM) & (Share.joined_on == date(2026, 7, 1)))
    assert {row.agreement for row in heirs} == {farm.SHARES, farm.LAND}
    assert {row.kind for row in Event.select().where(Event.household == THEM)} == {"heir"}


def test_what_has_changed_meanwhile_is_refused_and_said(town, county):
    address = split(town).location
    Share.update(amount=4_000_00).where(
        Share.household == US, Share.agreement == farm.SHARES
    ).execute()
    assert "改不进去" in text(county.get(address))
    assert confirm(county, address).status_code == 409
    assert Event.get().state == "entered"
    assert not Household.select().where(Household.number == NEW).exists()


def test_the_same_person_does_not_confirm(town, county):
    address = entered(town, **HEAD)
    own = Account.get(Account.role == "county")
    Event.update(account=own.id).execute()
    assert confirm(county, address).status_code == 409
    assert Event.get().state == "entered"


@pytest.mark.parametrize("role", ["cadre", "prefecture"])
def test_nobody_else_sees_them(town, sign_in, role):
    address = entered(town, **HEAD)
    client = sign_in(role)
    for path in ("/event", address, f"/event/new/{US}"):
        assert client.get(path).status_code == 404


def test_another_office_s_are_not_there(town, sign_in):
    address = entered(town, **HEAD)
    for role, scope in (("township", "652301101"), ("county", "652302")):
        client = sign_in(role, scope)
        assert client.get(address).status_code == 404
        assert str(US) not in client.get("/event").text
    assert sign_in("township", "652301101").get(f"/event/new/{US}").status_code == 404


def test_the_pages_speak_uyghur(town):
    address = entered(town, **HEAD)
    town.set_cookie("lang", "ug")
    for path in ("/event", address, f"/event/new/{US}", f"/event/new/{US}?kind=split"):
        assert 'dir="rtl"' in town.get(path).text
