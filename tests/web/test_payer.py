"""The business's own page: its link lets it in and nothing else; it tells of no household."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from models import card, link, notice
from models.guess import Guess
from models.household import Household
from models.ids import household_id
from models.session import Session
from tests.web import farm, firm
from web.access import COOKIE

UNKNOWN = "A" * 26


@pytest.fixture(autouse=True)
def ledger(app):
    firm.firm()


@pytest.fixture
def payer(app, clock):
    """A phone on which the cooperative has opened its link."""
    return firm.enter(app, clock)


def page(response):
    assert response.status_code == 200, response.status
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def test_a_link_is_exchanged_for_a_sign_in_and_left_behind(client):
    address = firm.issue()
    for written in (f"/b/{address}", f"/B/{address}", f"/b/{address.lower()}"):
        phone = client.application.test_client()
        answer = phone.get(written)
        assert (answer.status_code, answer.location) == (303, "/payer")
        assert answer.headers["Cache-Control"] == "no-store"
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "Max-Age" not in cookie
        shown = phone.get("/payer")
        assert address not in shown.text
        assert "依尔哈巴克农民专业合作社" in shown.text
        assert shown.headers["Cache-Control"] == "no-store"


def test_unknown_ended_outdated_and_foreign_links_answer_alike(client, own_card, clock):
    ended = firm.issue()
    firm.issue()
    outdated = firm.issue(firm.FARM, until=firm.TODAY - timedelta(1))
    foreign = card.token(own_card.id)
    wrong = [ended, outdated, foreign, UNKNOWN, "x", "é" * 26, "A" * 200, "..", "%00"]
    answers = [client.get(f"/b/{token}") for token in wrong]
    assert {answer.status_code for answer in answers} == {404}
    bodies = {
        answer.text.replace(answer.request.path, "").replace(f"/b/{token}", "")
        for answer, token in zip(answers[:5], wrong, strict=False)
    }
    assert len(bodies) == 1
    assert Session.select().count() == 0
    assert all("Set-Cookie" not in answer.headers for answer in answers)


def test_wrong_guesses_are_counted_by_place_and_end_by_themselves(client, clock):
    right = f"/b/{firm.issue()}"
    for _ in range(link.WRONG_FROM_ONE_PLACE):
        assert client.get(f"/b/{UNKNOWN}").status_code == 404
    answers = [client.get(f"/b/{UNKNOWN}"), client.get(right)]
    assert [answer.status_code for answer in answers] == [429, 429]
    assert answers[0].text.replace(UNKNOWN, "") == answers[1].text.replace(right[3:], "")
    elsewhere = {"REMOTE_ADDR": "198.51.100.7"}
    assert client.get(right, environ_base=elsewhere).status_code == 303
    clock.forward(minutes=15)
    assert client.get(right).status_code == 303
    assert not [row.subject for row in Guess.select() if "127.0.0.1" in row.subject]
    assert Guess.select().count() == 2


def test_right_links_cost_no_guess(client):
    right = f"/b/{firm.issue()}"
    for _ in range(link.WRONG_FROM_ONE_PLACE + 5):
        assert client.application.test_client().get(right).status_code == 303
    assert client.get(f"/b/{UNKNOWN}").status_code == 404


@pytest.mark.parametrize("role", ["cadre", "township", "county", "prefecture"])
def test_a_member_of_staff_who_scans_it_is_not_let_in(sign_in, role):
    address, phone = firm.issue(), sign_in(role)
    assert phone.get(f"/b/{address}").status_code == 404
    assert phone.get("/payer").status_code == 404
    assert phone.get("/b").status_code == 200


def test_a_stranger_is_told_how_to_come_in(client):
    assert client.get("/payer").location == "/b"
    assert "二维码" in client.get("/b").text


@pytest.mark.parametrize("how", ["replaced", "ended", "outdated", "two hours", "left"])
def test_a_page_that_was_open_closes_at_the_next_request(payer, clock, how):
    assert payer.get("/payer").status_code == 200
    if how == "replaced":
        firm.issue()
    elif how == "ended":
        link.end(firm.COOPERATIVE, firm.TODAY)
    elif how == "outdated":
        link.Link.update(valid_until=firm.TODAY - timedelta(1)).execute()
    elif how == "two hours":
        clock.forward(hours=2)
    else:
        assert payer.post("/signout").status_code == 303
    assert payer.get("/payer").location == "/b"


def test_signing_in_through_a_link_ends_what_was_open_before(app, as_household):
    before = as_household.get_cookie(COOKIE).value
    assert as_household.get(f"/b/{firm.issue()}").status_code == 303
    assert as_household.get("/household").status_code == 404
    old = app.test_client()
    old.set_cookie(COOKIE, before)
    assert old.get("/household").location == "/#card"


def test_the_year_is_shown_as_sums_by_agreement_and_day(payer):
    shown = page(payer.get("/payer"))
    assert words(shown.select_one(".year__due")) == "2,400.00 元"
    amounts = [words(each) for each in shown.select(".amounts dd")]
    assert amounts == ["600.00", "600.00", "1,200.00", "0 笔"]
    (card_,) = [each for each in shown.select("section.card") if farm.SHARES in each.text]
    rows = [words(row) for row in card_.select(".row")]
    assert any("12月11日" in row and "1,200.00 元" in row and "还没到期" in row for row in rows)
    assert any("6月30日" in row and "没付够，逾期" in row for row in rows)


def test_few_households_are_not_counted_out_and_many_are(payer):
    firm.deal()
    shown = page(payer.get("/payer"))
    many = next(each for each in shown.select("section.card") if firm.MANY in each.text)
    few = next(each for each in shown.select("section.card") if farm.SHARES in each.text)
    assert "6 户" in words(many)
    assert "不到5户" in words(few)
    assert not re.search(r"\b[1-4] 户", words(few))


def test_the_next_day_comes_first_and_what_is_late_beside_it(payer):
    shown = page(payer.get("/payer"))
    first = words(shown.select_one(".next"))
    assert "还有 18 天" in first
    assert "1,200.00 元" in first
    assert "逾期没付" in first


def test_a_notice_stands_on_top_with_the_day_on_which_it_was_given(payer):
    firm.deal(due_days="12-23")
    notice.give(
        *(firm.COUNTY, firm.COOPERATIVE, date(2026, 12, 11), 30),
        account=firm.ACCOUNT,
        given_on=date(2026, 11, 12),
    )
    shown = page(payer.get("/payer"))
    assert "县里 2026年11月12日 已经提醒过" in words(shown.select_one(".next"))
    (second,) = shown.select(".notice")
    assert words(second).startswith("2026年12月23日 要付 7,200.00 元 ，还有 30 天")


def test_a_year_before_that_is_open_is_named_and_leads_there(payer):
    shown = page(payer.get("/payer"))
    links = [a["href"] for a in shown.select("a.earlier")]
    assert "/payer?year=2025#year" in links
    assert "2025年12月11日" not in shown.text
    earlier = page(payer.get("/payer?year=2025"))
    assert any("12月11日" in words(row) for row in earlier.select(".row"))


def test_a_business_without_anything_has_an_empty_page(app, clock):
    farm.add(firm.Business, number="NC-9", name="空壳合作社", kind="cooperative")
    phone = firm.enter(app, clock, "NC-9")
    assert "这一年没有要付的钱" in phone.get("/payer").text


def test_a_business_that_the_ledger_has_lost_has_no_page(payer):
    firm.Business.delete().execute()
    assert payer.get("/payer").status_code == 404


def test_findings_are_listed_with_article_and_reply(payer):
    identity = firm.late(firm.VILLAGE, 2, 600_00)
    shown = page(payer.get("/payer"))
    (row,) = shown.select("a[href^='/reply/']")
    assert row["href"] == f"/reply/{identity}"
    assert "600.00 元" in words(row)
    assert "第十二条" in words(row)
    assert "还没答复" in words(row)


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_no_page_of_a_business_tells_of_a_household(payer, lang):
    """Names, numbers and phones that are marked are looked for on every page that it opens."""
    canaries = {"canary-0017", "canary-0018", "金丝雀甲", "金丝雀乙", "13800138000", firm.VILLAGE}
    for number, (code, head) in zip(
        (farm.OURS, farm.THEIRS),
        (("canary-0017", "金丝雀甲"), ("canary-0018", "金丝雀乙")),
        strict=True,
    ):
        Household.update(number=code, head=head).where(
            Household.id == household_id(number)
        ).execute()
    farm.Village.update(phone="13800138000").execute()
    firm.deal()
    identity = firm.late(firm.VILLAGE, 2, 600_00)
    named = firm.found("agreement.no_wage", params={"clause": "canary-0017"})
    firm.found("payment.voucher_twice", params={"voucher": "pz-1", "households": "2"})
    payer.set_cookie("lang", lang)
    for address in (
        *("/payer", "/payer?year=2025", "/payer?year=2024", f"/reply/{identity}"),
        *(f"/reply/{named}", "/settings", "/b"),
    ):
        answer = payer.get(address)
        assert answer.status_code == 200, address
        found = [each for each in canaries if each in answer.text]
        assert not found, (address, found)
        for person in (*firm.SIX, *firm.HEADS, farm.OURS, farm.THEIRS, "王建国"):
            assert person not in answer.text, (address, person)
        for key in (household_id(farm.OURS), household_id(firm.SIX[0])):
            assert str(key) not in answer.text
            assert key.hex not in answer.text


def test_both_languages_have_the_same_figures(payer):
    firm.deal()
    chinese = page(payer.get("/payer"))
    payer.set_cookie("lang", "ug")
    uyghur = page(payer.get("/payer"))
    assert uyghur.html["dir"] == "rtl"
    figures = [
        [words(each) for each in shown.select(".amounts dd bdi")] for shown in (chinese, uyghur)
    ]
    assert figures[0] == figures[1]
