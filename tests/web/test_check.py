"""Checks as the household sees them, and its word on each."""

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import answer
from models.answer import Answer
from models.ids import household_id
from models.visit import Check, Said, store
from tests.web import farm

US = household_id(farm.OURS)
THEM = household_id(farm.THEIRS)


@pytest.fixture
def phone(as_household):
    farm.farm()
    return as_household


@pytest.fixture
def checks(phone, staff):
    """A payment checked with us in two years, our terms explained, and one check of the others'."""
    cadre, office = staff("cadre").id, staff("township").id
    rent = farm.line_of(US, "rent", 2026).id
    old = farm.line_of(US, "rent", 2025).id
    seen = [Said("less", due=rent, amount=500_00, slip=True)]
    store(farm.derive("v", 1), US, cadre, seen, date(2026, 11, 20))
    store(farm.derive("v", 2), US, office, [Said("explained", agreement=farm.SHARES)], farm.TODAY)
    store(farm.derive("v", 3), US, cadre, [Said("received", due=old)], date(2025, 12, 1))
    theirs = farm.line_of(THEM, "guaranteed", 2026, 2).id
    store(farm.derive("v", 4), THEM, cadre, [Said("unsure", due=theirs)], farm.TODAY)
    return {row.result: row.id for row in Check.select()}


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def tell(phone, check, **fields):
    return phone.post(f"/check/{check}/answer", data=fields)


def test_the_list_is_empty_at_first_and_says_what_it_is_for(phone):
    page = words(soup(phone.get("/check")))
    assert "还没有核对过" in page
    assert "不影响应得的钱" in page


def test_the_latest_check_stands_first_and_the_others_are_nobody_s_business(phone, checks):
    rows = soup(phone.get("/check")).select("a[href^='/check/']")
    assert [row["href"].rsplit("/")[-1] for row in rows] == [
        str(checks[result]) for result in ("explained", "less", "received")
    ]
    assert "2026年11月23日 · 乡镇" in words(rows[0])


def test_answered_checks_move_to_their_year(phone, checks):
    tell(phone, checks["received"], answer="confirmed")
    page = soup(phone.get("/check"))
    assert [words(head) for head in page.select("h2")] == ["等您家回答", "2025年"]
    assert "已认账" in words(page.select("section")[-1])


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_a_check_says_what_was_found_when_and_by_which_role(phone, checks, language):
    phone.set_cookie("lang", language)
    page = soup(phone.get(f"/check/{checks['less']}"))
    if language == "ug":
        assert page.html["dir"] == "rtl"
        return
    facts = [words(row) for row in page.select(".facts > div")]
    assert facts == [
        "核对的是 土地租金 · 2026年",
        "应得 7,533.50 元",
        "当时说收到 500.00 元",
        "看了凭证或存折 看了",
        "哪一天 2026年11月20日",
        "谁来核对 村干部",
    ]


def test_a_check_names_nobody(phone, checks):
    for result in ("less", "explained", "received"):
        assert "阿依古丽" not in phone.get(f"/check/{checks[result]}").text


def test_explained_terms_are_asked_about_in_other_words(phone, checks):
    page = soup(phone.get(f"/check/{checks['explained']}"))
    assert words(page.select_one(".answer__question")) == "这份协议的条款给您讲过吗？"
    assert "木垒县依尔哈巴克农民专业合作社" in words(page)
    link = page.select_one("a[href^='/agreement/']")["href"]
    assert phone.get(link).status_code == 200


def test_one_tap_answers_and_it_can_be_taken_back(phone, checks):
    check = checks["less"]
    assert tell(phone, check, answer="confirmed").headers["Location"] == f"/check/{check}"
    assert "对，是这样" in words(soup(phone.get(f"/check/{check}")).select_one(".answer__said"))
    tell(phone, check, answer="disputed", reason="wrong_amount")
    tell(phone, check, answer="none")
    assert answer.current(US, check=check).answer == "none"
    assert Answer.select().count() == 3


def test_reasons_are_those_of_a_check(phone, checks):
    tell(phone, checks["less"], answer="disputed")
    page = soup(phone.get(f"/check/{checks['less']}"))
    values = [each["value"] for each in page.select(".answer__reason")]
    assert values == list(answer.CHECK_REASONS)
    assert tell(phone, checks["less"], answer="disputed", reason="less").status_code == 422


def test_htmx_gets_the_check_alone(phone, checks):
    part = phone.post(
        f"/check/{checks['less']}/answer",
        data={"answer": "confirmed"},
        headers={"HX-Request": "true"},
    )
    assert "<html" not in part.text
    assert soup(part).select_one("#check .answer__said_confirmed")


def test_another_household_s_check_is_not_there(phone, checks):
    for check in (checks["unsure"], uuid4()):
        assert phone.get(f"/check/{check}").status_code == 404
        assert tell(phone, check, answer="confirmed").status_code == 404
    assert not Answer.select().count()


def test_staff_do_not_see_the_household_s_checks(sign_in, checks):
    for role in ("cadre", "township", "county"):
        assert sign_in(role).get("/check").status_code == 404
        assert sign_in(role).get(f"/check/{checks['less']}").status_code == 404
