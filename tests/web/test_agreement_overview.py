"""An agreement for staff: its terms in plain words, each beside its floor, and what was found."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, parameter
from models.agreement import Agreement
from models.ids import household_id
from models.rate import Lpr
from tests.web import farm
from tests.web.findings import ELSEWHERE, VILLAGE, found, places
from web.pages.line import address

SHARES = f"/agreement/{address(farm.SHARES)}/overview"


def deal(number, **columns):
    plain = {
        "clause": 1,
        "in_force_from": date(2024, 1, 1),
        "business": "NC-1",
        "party": "village",
        "party_number": VILLAGE,
        "mode": "share",
        "stake": "debt",
        "source": "collective",
        "signed_on": date(2022, 12, 20),
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2027, 12, 31),
        "principal": 100_000_00,
        "guaranteed_rate": 3650,
        "due_days": "12-20",
    }
    farm.add(Agreement, number=number, **plain | columns)


@pytest.fixture
def rates(app):
    places()
    farm.add(Lpr, day=date(2022, 8, 22), rate=3650)
    farm.add(Lpr, day=date(2024, 10, 21), rate=3100)


def page(client, at):
    response = client.get(at)
    assert response.status_code == 200, at
    return BeautifulSoup(response.data, "html.parser")


def words(shown):
    return "".join(shown.select_one(".reading").text.split())


def test_who_may_read_it(app, sign_in, as_household):
    farm.farm()
    for role in ("township", "county"):
        assert sign_in(role).get(SHARES).status_code == 200
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(SHARES).status_code == 404
    assert sign_in("county", ELSEWHERE[:6]).get(SHARES).status_code == 404
    assert sign_in("county").get("/agreement/none/overview").status_code == 404
    assert as_household.get(SHARES).status_code == 404


def test_the_household_s_own_page_is_still_its_own(app, sign_in, as_household):
    farm.farm()
    assert as_household.get(f"/agreement/{address(farm.SHARES)}").status_code == 200
    assert sign_in("county").get(f"/agreement/{address(farm.SHARES)}").status_code == 404


def test_it_says_the_terms_and_names_no_household(app, sign_in):
    farm.farm()
    text = page(sign_in("county"), SHARES).get_text(" ", strip=True)
    for word in ("保底比例 6% 每年", "分红占利润 10%", "2 户", "逾期一天加付万分之五。"):
        assert word in text
    assert "古丽娜尔" not in text
    assert farm.OURS not in text
    assert access.of_household(household_id(farm.OURS)) == []


def test_an_older_agreement_is_compared_and_not_judged(rates, sign_in):
    deal("XY-1")
    shown = page(sign_in("county"), "/agreement/XY-1/overview")
    said = words(shown)
    assert said.startswith("达到仅供比较第十三条")
    assert "每年保底3.65%，达到2022年12月20日的一年期市场报价利率（LPR）3.65%。" in said
    assert "协议在这个规定之前签订" in said
    assert not shown.select(".reading .tag_overdue, .reading .tag_received")


def test_one_below_its_floor_is_red_and_says_what_is_missing(rates, sign_in):
    parameter.put(
        *(uuid4(), VILLAGE[:6], "issued_on", "2023-02-01"),
        in_force_from=date(2023, 2, 1),
        set_on=date(2026, 1, 1),
        account=None,
    )
    deal("XY-1", signed_on=date(2024, 10, 21), guaranteed_rate=3099)
    shown = page(sign_in("county"), "/agreement/XY-1/overview")
    assert words(shown).startswith("没有达到第十三条")
    assert shown.select(".reading .tag_overdue")
    assert shown.select(".reading .why__one")


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"signed_on": date(2022, 8, 1)}, "早于登记的第一个利率"),
        ({"source": "own", "stake": "own"}, "按双方约定，没有最低数"),
        ({"source": "other_aid"}, "没有最低数"),
        ({"stake": "equity"}, "没有写多少"),
    ],
)
def test_what_is_not_judged_says_why(rates, sign_in, terms, why):
    deal("XY-1", **terms)
    said = words(page(sign_in("county"), "/agreement/XY-1/overview"))
    assert said.startswith("没有判断")
    assert why in said


def test_a_buy_back_is_two_readings_and_no_verdict(rates, sign_in):
    deal("XY-1", buyback_price=90_000_00, buyback_on=date(2027, 12, 31), buyback_by="合作社")
    text = page(sign_in("county"), "/agreement/XY-1/overview").get_text(" ", strip=True)
    assert "下面并列两种算法，不判断对错" in text
    assert "回购价格 90,000.00 元" in text


def test_findings_are_listed_and_those_of_other_places_are_not(rates, sign_in):
    deal("XY-1")
    own = found("agreement.no_due_day", "agreement:XY-1", params={"clause": "1"})
    far = found("agreement.no_wage", "agreement:XY-1", place=ELSEWHERE)
    shown = page(sign_in("county"), "/agreement/XY-1/overview")
    assert shown.select_one(f"a[href='/finding/{own}']")
    assert not shown.select(f"a[href='/finding/{far}']")


def test_a_finding_about_a_floor_shows_its_reading(rates, sign_in):
    deal("XY-1", guaranteed_rate=3000)
    key = found(
        "agreement.rate_below_lpr",
        "agreement:XY-1",
        params={"clause": "1", "rate": "3", "lpr": "3.65", "day": "2022-12-20", "age": "before"},
    )
    assert "低于2022年12月20日" in words(page(sign_in("county"), f"/finding/{key}"))
