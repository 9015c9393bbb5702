"""The household's own disputes: one tap and one choice, its own words, its own end."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import dispute, dispute_step, overdue
from models.dispute import Dispute, DisputeEntry
from models.dispute_step import By
from models.ids import household_id
from tests.web import farm

US = household_id(farm.OURS)
THEM = household_id(farm.THEIRS)
DAY = farm.TODAY
OFFICE = By(UUID(int=1), "阿依古丽·买买提", "township")


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


@pytest.fixture
def rent(phone):
    return farm.line_of(US, "rent", 2026).id


def words(response) -> str:
    assert response.status_code in {200, 409, 422}, response.status_code
    return " ".join(BeautifulSoup(response.data, "html.parser").main.get_text(" ").split())


def disputed(phone, line, reason="not_received"):
    data = {"answer": "disputed", "reason": reason, "id": str(uuid4())}
    assert phone.post(f"/due/{line}/answer", data=data).status_code == 303
    return dispute.about(US, due=line)


def answered(row, **said):
    said = said or {"outcome": "will_pay", "amount": 80_000, "day_named": date(2026, 12, 1)}
    kind = "refused" if "ground" in said else "answered"
    dispute_step.add(US, row.id, uuid4(), kind, DAY, by=OFFICE, **said)


def say(phone, row, kind, **fields):
    data = {"kind": kind, "id": str(uuid4())} | fields
    return phone.post(f"/household/dispute/{row.id}", data=data)


def test_a_no_on_a_line_is_a_dispute_with_a_last_day(phone, rent):
    row = disputed(phone, rent)
    page = phone.get(f"/due/{rent}")
    assert f"/household/dispute/{row.id}" in page.text
    text = words(phone.get(f"/household/dispute/{row.id}"))
    assert "乡镇" in text
    assert "11月30日" in text
    assert "没有收到" in text


def test_nothing_yet_is_said_and_so_is_what_there_is(phone, rent):
    assert "没有异议" in words(phone.get("/household/dispute"))
    disputed(phone, rent)
    assert "没有异议" not in words(phone.get("/household/dispute"))


def test_the_home_says_that_an_office_has_answered(phone, rent):
    row = disputed(phone, rent)
    assert "已经答复" not in phone.get("/household").text
    answered(row)
    page = phone.get("/household")
    assert f"/household/dispute/{row.id}" in page.text
    assert "已经答复" in page.text


def test_it_says_itself_whether_it_is_settled(phone, rent):
    row = disputed(phone, rent)
    answered(row)
    text = words(phone.get(f"/household/dispute/{row.id}"))
    assert "800.00" in text
    assert "12月1日" in text
    assert say(phone, row, "partly", words="只付了一半").status_code == 303
    now = dispute.find(US, row.id)
    assert (now.state, now.stage) == ("open", "mediate")
    answered(row)
    say(phone, row, "settled")
    assert dispute.find(US, row.id).state == "closed"
    assert "重新办" in words(phone.get(f"/household/dispute/{row.id}"))
    say(phone, row, "reopened")
    assert dispute.find(US, row.id).stage == "settle"


def test_the_same_twice_is_once(phone, rent):
    row, same = disputed(phone, rent), str(uuid4())
    answered(row)
    for _ in range(3):
        assert say(phone, row, "unsettled", id=same).status_code == 303
    assert DisputeEntry.select().where(DisputeEntry.kind == "unsettled").count() == 1


def test_a_refusal_names_its_sum_its_day_and_its_article(phone, rent):
    row = disputed(phone, rent)
    answered(row, ground="not_due_yet", amount=120_000, day_named=date(2026, 12, 31))
    page = phone.get(f"/household/dispute/{row.id}")
    text = words(page)
    assert "还没有到约定的日子" in text
    assert "1,200.00" in text
    assert 'href="/policy/10' in page.text


def test_taking_it_back_ends_it(phone, rent):
    row = disputed(phone, rent)
    assert say(phone, row, "withdrawn").status_code == 303
    assert dispute.find(US, row.id).state == "closed"


def test_what_cannot_be_done_now_is_said(phone, rent):
    row = disputed(phone, rent)
    answer = say(phone, row, "settled", words="我写的话")
    assert answer.status_code == 409
    assert "现在不能办这一步" in words(answer)
    assert say(phone, row, "answered").status_code == 422
    assert say(phone, row, "nonsense").status_code == 422


@pytest.mark.parametrize("bad", ["我的身份证丢了", "卡号 6222021234567890123", "x" * 501])
def test_own_words_that_must_not_be_held_are_refused_and_kept_on_the_page(phone, bad):
    data = {"id": str(uuid4()), "reason": "place", "words": bad}
    answer = phone.post("/household/dispute", data=data)
    assert answer.status_code == 422
    assert bad in answer.text
    assert not Dispute.select().exists()


@pytest.mark.parametrize(
    ("agreement", "reason", "about"),
    [("", "place", "payer"), ("", "staff", "staff"), (farm.SHARES, "leave", "payer")],
)
def test_a_wish_of_its_own(phone, agreement, reason, about):
    asked = phone.get("/household/dispute/new", query_string={"agreement": agreement})
    assert reason in asked.text
    data = {"id": str(uuid4()), "agreement": agreement, "reason": reason, "words": "想说的话"}
    for _ in range(2):
        answer = phone.post("/household/dispute", data=data)
        assert answer.status_code == 303
    (row,) = dispute.of_household(US)
    assert (row.reason, row.about, row.agreement) == (reason, about, agreement)
    assert "想说的话" in words(phone.get(answer.location))


def test_a_reason_that_is_not_on_the_list_is_refused(phone):
    data = {"id": str(uuid4()), "agreement": farm.SHARES, "reason": "staff"}
    answer = phone.post("/household/dispute", data=data)
    assert answer.status_code == 422
    assert "请选一个原因" in words(answer)


def test_another_household_s_are_not_there(phone, rent):
    theirs = farm.line_of(THEM, "guaranteed", 2026).id
    one = dispute_step.begin(
        THEM, dispute_step.Subject(theirs), "not_received", DAY, id=uuid4(), words="别家的话"
    )
    assert phone.get(f"/household/dispute/{one}").status_code == 404
    assert phone.post(f"/household/dispute/{one}", data={"kind": "settled"}).status_code == 404
    assert phone.get("/household/dispute/new?agreement=XY-nobody").status_code == 404


def test_one_that_opened_by_itself_needs_no_complaint(phone):
    overdue.renew(DAY)
    rows = [row for row in dispute.of_household(US) if row.origin == "overdue"]
    assert rows
    text = words(phone.get(f"/household/dispute/{rows[0].id}"))
    assert "您家不用投诉" in text
    assert "逾期" in text


def test_what_is_held_names_it(phone, rent):
    disputed(phone, rent)
    text = words(phone.get("/held"))
    assert "异议的经过" in text


def test_the_pages_speak_uyghur(phone, rent):
    row = disputed(phone, rent)
    answered(row)
    phone.post("/language", data={"lang": "ug"})
    for path in ("", "/new", f"/{row.id}"):
        page = phone.get(f"/household/dispute{path}")
        html = BeautifulSoup(page.data, "html.parser").html
        assert (html["lang"], html["dir"]) == ("ug", "rtl")


def test_the_list_asks_as_often_for_many_as_for_one(phone, rent, statements):
    disputed(phone, rent)
    asked = []
    for _ in range(2):
        statements.clear()
        assert phone.get("/household/dispute").status_code == 200
        asked.append(len(statements))
        overdue.renew(DAY)
    assert Dispute.select().count() > 2
    assert asked[0] == asked[1]
