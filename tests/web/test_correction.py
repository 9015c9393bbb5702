"""Something held is wrong: one tap and one choice, an office with a clock, old and new value."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import dispute
from models.access import Access
from models.dispute import Dispute, DisputeEntry
from models.household import Household, Income
from models.ids import household_id
from tests.web import farm
from tests.web.test_dispute import send, text

US = household_id(farm.OURS)
HEAD = f"household:{US}"


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


def ask(phone, fact="head", record=HEAD, **fields):
    data = {"id": str(uuid4()), "record": record, "fact": fact} | fields
    return phone.post("/household/dispute", data=data)


def asked(phone, **given) -> Dispute:
    answer = ask(phone, **given)
    assert answer.status_code == 303, answer.status_code
    return dispute.find(US, answer.location.rsplit("/", 1)[1])


def test_from_everything_held_it_is_one_tap_to_the_choice(phone):
    assert f"/household/dispute/new?record={HEAD}" in phone.get("/held").text
    page = text(phone.get(f"/household/dispute/new?record={HEAD}"))
    assert "户主" in page
    assert "古丽娜尔·艾合买提" in page, "what is held now stands beside each choice"
    assert "内部编号" not in page


def test_the_request_has_a_last_day_and_says_what_was_held(phone):
    row = asked(phone, words="名字少了一个字")
    page = text(phone.get(f"/household/dispute/{row.id}"))
    for word in (
        "系统里存的有错",
        "您家 · 户主",
        "古丽娜尔·艾合买提",
        "还没有改",
        "乡镇",
        "11月30日",
    ):
        assert word in page
    assert "您家 · 户主" in text(phone.get("/household/dispute"))
    assert "哪一项不对" in text(phone.get("/held"))


def test_sent_often_it_is_one(phone):
    same = str(uuid4())
    assert len({ask(phone, id=same).location for _ in range(3)}) == 1
    assert Dispute.select().count() == 1


@pytest.mark.parametrize("fact", ["", "batch", "nonsense"])
def test_what_is_no_choice_is_refused_and_own_words_are_kept(phone, fact):
    answer = ask(phone, fact, words="名字少了一个字")
    assert answer.status_code == 422
    assert "请选哪一项不对" in answer.text
    assert "名字少了一个字" in answer.text


@pytest.mark.parametrize(
    "record",
    [
        f"household:{household_id(farm.THEIRS)}",
        "card:x",
        f"share:{farm.derive('no share')}",
        "nonsense:",
    ],
)
def test_what_is_not_held_about_it_is_not_there(phone, record):
    assert phone.get(f"/household/dispute/new?record={record}").status_code == 404
    assert ask(phone, record=record).status_code == 404


def test_an_office_cannot_say_corrected_before_the_ledger_does(phone, sign_in):
    row, town = asked(phone), sign_in("township")
    page = town.get(f"/dispute/{row.id}")
    assert "还没有改" in page.text
    assert 'value="answered"' not in page.text
    assert send(town, row.id, "answered", outcome="corrected").status_code == 409
    Household.update(head="古丽娜尔·艾合买提江").where(Household.id == US).execute()
    assert 'value="refused"' not in town.get(f"/dispute/{row.id}").text
    assert send(town, row.id, "answered", outcome="corrected").status_code == 303
    page = text(phone.get(f"/household/dispute/{row.id}"))
    assert "古丽娜尔·艾合买提江" in page
    assert "已经改了" in page
    assert {each.purpose for each in Access.select()} == {"correct"}


def test_a_refusal_needs_its_reason_and_names_the_day_and_the_article(phone, sign_in):
    row, town = asked(phone), sign_in("township")
    assert send(town, row.id, "refused", ground="as_agreed").status_code == 422
    assert send(town, row.id, "refused", ground="by_office").status_code == 422
    assert send(town, row.id, "refused", ground="no_papers").status_code == 303
    page = phone.get(f"/household/dispute/{row.id}")
    assert "还没有能证明要改的材料" in page.text
    assert 'href="/policy/19' in page.text
    phone.post(f"/household/dispute/{row.id}", data={"id": str(uuid4()), "kind": "unsettled"})
    assert dispute.find(US, row.id).stage == "mediate"


def test_what_another_office_decides_may_be_refused_so(phone, sign_in):
    row = asked(phone, fact="category")
    assert send(sign_in("township"), row.id, "refused", ground="by_office").status_code == 303
    (entry,) = DisputeEntry.select().where(DisputeEntry.kind == "refused")
    assert entry.ground == "by_office"


def test_its_category_has_neutral_words_here_too(phone, sign_in):
    row = asked(phone, fact="category")
    for page in (
        phone.get(f"/household/dispute/{row.id}"),
        sign_in("township").get(f"/dispute/{row.id}"),
    ):
        assert "监测" not in page.text


def test_income_is_seen_and_answered_by_the_county_alone(phone, sign_in):
    income = farm.add(Income, holder=farm.OURS, year=2025, operating=9_000_00)
    row = asked(phone, fact="operating", record=f"income:{income.id}")
    for role in ("cadre", "township"):
        assert sign_in(role).get(f"/dispute/{row.id}").status_code == 404
        assert str(row.id) not in sign_in(role).get("/dispute?show=all").text
    county = sign_in("county")
    assert "9,000.00" in county.get(f"/dispute/{row.id}").text
    assert send(county, row.id, "refused", ground="as_papers").status_code == 303
    assert sign_in("township").get(f"/dispute/{row.id}").status_code == 404, "answered or not"


def test_the_village_sees_no_request(phone, sign_in):
    row = asked(phone)
    assert sign_in("cadre").get(f"/dispute/{row.id}").status_code == 404


@pytest.mark.parametrize("path", [f"/household/dispute/new?record={HEAD}", "/held"])
def test_the_pages_speak_uyghur(phone, path):
    phone.set_cookie("lang", "ug")
    assert 'dir="rtl"' in phone.get(path).text
