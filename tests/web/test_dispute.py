"""Disputes at the offices: who sees which, a clock, an answer from closed lists."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import dispute, dispute_step, overdue, reply
from models.access import Access
from models.agreement import Agreement
from models.dispute import DisputeEntry
from models.dispute_step import Subject
from models.ids import derive
from models.project import Project
from models.visit import Check, Said, store
from tests.web import firm
from tests.web.lines import add_due, add_household

DAY = date(2026, 11, 23)
LATE = {"late_from": date(2026, 11, 11)}


@pytest.fixture
def us(app) -> UUID:
    return add_household("652301100200-017")


@pytest.fixture
def line(us) -> UUID:
    return add_due(us, **LATE)


@pytest.fixture
def ours(us, line) -> UUID:
    return begin(us, Subject(line), words="只收到一半的钱")


def begin(household, subject, reason="not_received", words=""):
    return dispute_step.begin(household, subject, reason, DAY, id=uuid4(), words=words)


def of_check(us, line) -> UUID:
    visit = uuid4()
    store(visit, us, UUID(int=9), [Said("received", due=line)], DAY)
    check = Check.get(Check.visit == visit).id
    return begin(us, Subject(check=check), "wrong_result", words="没有来问过我")


def text(response) -> str:
    return " ".join(BeautifulSoup(response.data, "html.parser").main.get_text(" ").split())


def send(client, identity, kind, **fields):
    data = {"kind": kind, "id": str(uuid4())} | fields
    return client.post(f"/dispute/{identity}", data=data)


@pytest.mark.parametrize("role", ["cadre", "township", "county"])
def test_one_about_a_payment_goes_to_township_and_village_at_once(sign_in, ours, role):
    client = sign_in(role)
    assert str(ours) in client.get("/dispute").text
    page = client.get(f"/dispute/{ours}")
    assert "652301100200-017" in page.text
    assert ("只收到一半的钱" in page.text) == (role != "cadre"), "for those who answer"


def test_opening_one_is_seen_by_the_household(sign_in, us, ours):
    sign_in("township").get(f"/dispute/{ours}")
    (opening,) = Access.select()
    assert (opening.household, opening.purpose) == (us, "mediate")


@pytest.mark.parametrize("role", ["cadre", "township"])
def test_one_about_a_check_is_the_county_s_until_it_has_answered(sign_in, us, line, role):
    one = of_check(us, line)
    client, county = sign_in(role), sign_in("county")
    assert str(one) not in client.get("/dispute?show=all").text
    assert client.get(f"/dispute/{one}").status_code == 404
    assert send(client, one, "answered", outcome="explained").status_code == 404
    assert str(one) in county.get("/dispute").text
    assert send(county, one, "answered", outcome="explained").status_code == 303
    page = client.get(f"/dispute/{one}")
    assert page.status_code == 200
    assert "没有来问过我" not in page.text


@pytest.mark.parametrize(
    ("role", "scope"),
    [("cadre", "652301100201"), ("township", "652301101"), ("county", "652302")],
)
def test_elsewhere_it_is_not_there(sign_in, ours, role, scope):
    client = sign_in(role, scope)
    assert str(ours) not in client.get("/dispute?show=all").text
    assert client.get(f"/dispute/{ours}").status_code == 404
    assert send(client, ours, "answered", outcome="paid").status_code == 404


def test_the_prefecture_has_counts_and_no_household(sign_in, ours):
    client = sign_in("prefecture")
    page = client.get("/dispute")
    assert str(ours) not in page.text
    assert "-017" not in page.text
    assert "没有任何一户的内容" in page.text
    assert client.get(f"/dispute/{ours}").status_code == 404


def test_an_answer_is_stored_once_and_the_household_s_word_is_awaited(sign_in, us, ours):
    client, same = sign_in("township"), str(uuid4())
    fields = {"outcome": "will_pay", "amount": "800.50", "day": "2026-12-01", "id": same}
    for _ in range(3):
        assert send(client, ours, "answered", **fields).status_code == 303
    (entry,) = DisputeEntry.select().where(DisputeEntry.kind == "answered")
    assert (entry.amount, entry.day_named, entry.role) == (80_050, date(2026, 12, 1), "township")
    row = dispute.find(us, ours)
    assert (row.state, row.due_on) == ("told", DAY + timedelta(30))
    assert "等农户说" in text(client.get(f"/dispute/{ours}"))


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("answered", {"outcome": "will_pay", "amount": "abc", "day": "2026-12-01"}, "请写金额"),
        ("answered", {"outcome": "will_pay", "amount": "8", "day": "2026-11-01"}, "请写一个日期"),
        ("answered", {"outcome": ""}, "请选一个"),
        ("refused", {"ground": "because"}, "请选一个"),
        ("extended", {"delay": "papers", "due_on": ""}, "请写一个日期"),
        ("extended", {"delay": "papers", "due_on": "2027-11-01"}, "不能超过"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(sign_in, us, ours, kind, fields, wrong):
    answer = send(sign_in("township"), ours, kind, **fields)
    assert answer.status_code == 422
    assert wrong in text(answer)
    assert dispute.find(us, ours).state == "open"
    assert DisputeEntry.select().count() == 1


def test_a_refusal_is_filled_in_from_the_line(sign_in, us, ours):
    client = sign_in("township")
    assert send(client, ours, "refused", ground="as_agreed", amount="1").status_code == 303
    entry = DisputeEntry.get(DisputeEntry.kind == "refused")
    assert (entry.amount, entry.day_named) == (120_000, date(2026, 11, 11))
    assert 'href="/policy/15' in client.get(f"/dispute/{ours}").text


def test_more_time_is_given_once(sign_in, us, ours):
    client = sign_in("township")
    fields = {"delay": "papers", "due_on": "2026-12-05"}
    assert send(client, ours, "extended", **fields).status_code == 303
    assert dispute.find(us, ours).due_on == date(2026, 12, 5)
    assert send(client, ours, "extended", delay="papers", due_on="2026-12-06").status_code == 409


def test_a_missed_day_takes_it_from_the_township(sign_in, us, ours, clock):
    overdue.renew(DAY + timedelta(8))
    clock.forward(days=8)
    township, county = sign_in("township"), sign_in("county")
    assert send(township, ours, "answered", outcome="paid").status_code == 403
    assert "由县里办" in text(township.get(f"/dispute/{ours}"))
    assert send(county, ours, "answered", outcome="paid").status_code == 303


def test_a_cadre_answers_none(sign_in, ours):
    client = sign_in("cadre")
    assert send(client, ours, "answered", outcome="paid").status_code == 404
    assert "由乡镇或县里办" in text(client.get(f"/dispute/{ours}"))


@pytest.fixture
def payer():
    """Who answers for the payment, and what the contract adds for a day."""
    Project.create(
        id=derive("p"),
        batch=uuid4(),
        number="XM-1",
        name="肉羊养殖",
        kind="operating",
        **dict.fromkeys(("industry", "legacy"), False),
        department="农业农村局",
        implementer="乡政府",
        year=2026,
        approver="李建设",
        user_in_charge="努尔古丽",
    )
    Agreement.create(
        id=derive("a"),
        batch=uuid4(),
        number="XY-2026-1",
        clause=1,
        project="XM-1",
        business="NC-001",
        party="household",
        mode="share",
        penalty_rate=50,
        **dict.fromkeys(("in_force_from", "signed_on", "starts_on"), date(2026, 1, 1)),
        **dict.fromkeys(("stake", "source"), "none"),
    )


def test_who_answers_for_the_payment_and_the_contract_s_penalty(sign_in, us, line, payer):
    overdue.renew(DAY)
    one = dispute.about(us, due=line).id
    found = text(sign_in("county").get(f"/dispute/{one}"))
    assert "李建设" in found
    assert "努尔古丽" in found
    # 1,200 yuan × 0.05 % × 12 days
    assert "7.20" in found


def test_the_list_is_searched_and_empty_is_said(sign_in, ours):
    client = sign_in("county")
    assert str(ours) in client.get("/dispute?q=NC-001&late=3").text
    assert "没有这样的异议" in text(client.get("/dispute?late=99"))
    assert "没有这样的异议" in text(client.get("/dispute?q=nobody"))
    assert "现在没有要办的异议" in text(sign_in("county", "652302").get("/dispute"))


def test_the_pages_speak_uyghur(sign_in, ours):
    client = sign_in("county")
    client.post("/language", data={"lang": "ug"})
    for path in ("", f"/{ours}"):
        html = BeautifulSoup(client.get(f"/dispute{path}").data, "html.parser").html
        assert (html["lang"], html["dir"]) == ("ug", "rtl")


def test_what_the_business_has_said_of_the_payment_stands_beside_it(sign_in, us, line):
    overdue.renew(DAY)
    finding = firm.found(
        "payment.overdue", "XY-2026-1", business="NC-001", params={"due_on": "2026-11-11"}
    )
    said = reply.Said("pays", pays_on=date(2026, 12, 9), amount=120_000, remark="棉花还没卖完")
    reply.give("NC-001", [finding], said, DAY)
    address = f"/dispute/{dispute.about(us, due=line).id}"
    assert "棉花还没卖完" in sign_in("township").get(address).text
    assert "棉花还没卖完" not in sign_in("cadre").get(address).text


def test_the_list_asks_as_often_for_many_rows_as_for_one(sign_in, statements):
    client, asked = sign_in("county"), []
    for number in range(1, 9):
        firm_number = f"NC-{number:03}"
        add_due(add_household(f"652301100200-{number:03}"), business=firm_number, **LATE)
        if number in {1, 8}:
            overdue.renew(DAY)
            statements.clear()
            assert client.get("/dispute").status_code == 200
            asked.append(len(statements))
    assert asked[0] == asked[1]


def test_a_reason_that_the_ledger_contradicts_is_refused(sign_in, us, ours):
    client = sign_in("township")
    assert "台账里已经付清" not in client.get(f"/dispute/{ours}").text
    answer = send(client, ours, "refused", ground="paid_in_full")
    assert answer.status_code == 422
    assert "对不上" in text(answer)
    assert dispute.find(us, ours).state == "open"
