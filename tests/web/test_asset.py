"""The base of returns: item by item in or out and why, what a rate would give, who uses it."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup

from models.agreement import Agreement
from models.project import Asset, Lease, Project
from tests.web import farm
from tests.web.findings import ELSEWHERE, VILLAGE, places

BARN, YARD, PUMP, SHED = "ZC-1", "ZC-2", "ZC-3", "ZC-4"


def asset(number, kind, cost, *, inside, **columns):
    plain = {
        "project": "XM-1",
        "name": {"farm_building": "牛舍", "farm_passage": "场内路"}.get(kind, number),
        "in_use_from": date(2026, 1, 1),
        "life_years": 200_000,
        "owner": "村集体",
        "fixed": True,
    }
    farm.add(Asset, number=number, kind=kind, cost=cost, in_base=inside, **plain | columns)


@pytest.fixture
def base(app):
    """A farm of 400,000 yuan of which a passage is wrongly out, and who leases the building."""
    places()
    farm.add(
        Project,
        number="XM-1",
        name="养殖场",
        village=VILLAGE,
        year=2025,
        kind="operating",
        industry=True,
        fund_central=400_000_00,
        department="农业农村局",
        implementer="榆树沟镇",
    )
    asset(BARN, "farm_building", 240_000_00, inside=True)
    asset(YARD, "farm_passage", 60_000_00, inside=False)
    asset(PUMP, "water", 50_000_00, inside=False)
    asset(SHED, "other", 50_000_00, inside=False, exclusion_reason="自有")
    lease()


def lease():
    farm.add(
        Agreement,
        number="XY-1",
        clause=1,
        in_force_from=date(2026, 1, 1),
        project="XM-1",
        business="NC-1",
        party="village",
        party_number=VILLAGE,
        mode="share",
        stake="lease",
        source="collective",
        signed_on=date(2026, 1, 1),
        starts_on=date(2026, 1, 1),
        ends_on=date(2030, 12, 31),
        guaranteed_amount=8_000_00,
    )
    farm.add(Lease, agreement="XY-1", asset=BARN)


def page(client, at):
    response = client.get(at)
    assert response.status_code == 200, at
    return BeautifulSoup(response.data, "html.parser")


def test_offices_see_the_assets_of_their_places_alone(base, sign_in, as_household):
    for role in ("township", "county"):
        assert sign_in(role).get(f"/asset/{BARN}").status_code == 200
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(f"/asset/{BARN}").status_code == 404
    assert sign_in("county", ELSEWHERE[:6]).get(f"/asset/{BARN}").status_code == 404
    assert sign_in("county").get("/asset/none").status_code == 404
    assert as_household.get(f"/asset/{BARN}").status_code == 404


def test_every_item_says_whether_it_is_in_and_why(base, sign_in):
    rows = {
        row.small.get_text(strip=True).rpartition("·")[2].strip(): row.select_one(".tag").text
        for row in page(sign_in("county"), f"/asset/{BARN}").select("tbody tr")
    }
    assert rows == {
        BARN: "计入，规定必须计入",
        YARD: "没有计入，规定必须计入",
        PUMP: "政府配套，可以不计入",
        SHED: "不计入，写了理由",
    }


def test_the_sums_are_of_what_is_in_and_what_is_wrongly_out_stands_apart(base, sign_in):
    shown = page(sign_in("county"), f"/asset/{BARN}?year=2026")
    foot = [cell.get_text(strip=True) for cell in shown.select("tfoot td")]
    # 240,000 less 5 %, over 20 years.
    assert foot == ["计入的合计", "", "240,000.00", "240,000.00", "11,400.00", "228,600.00"]
    assert "60,000.00" in shown.select_one(".notice_wrong").text


def test_a_rate_shows_what_it_would_give_and_stores_nothing(base, sign_in):
    shown = page(sign_in("county"), f"/asset/{BARN}?rate=3.45")
    assert shown.select_one("#rate")["value"] == "3.45"
    assert shown.select_one("p.money").get_text(strip=True) == "8,280.00元"
    assert not page(sign_in("county"), f"/asset/{BARN}").select("p.money")


@pytest.mark.parametrize("typed", ["３．４５", "3.45%", " 3.45 "])
def test_a_rate_may_be_typed_in_several_ways(base, sign_in, typed):
    answer = sign_in("county").get(f"/asset/{BARN}", query_string={"rate": typed})
    assert "8,280.00" in answer.text


@pytest.mark.parametrize("typed", ["x", "-1", "3.4567", "1e3"])
def test_what_is_no_rate_is_said_and_kept(base, sign_in, typed):
    answer = sign_in("county").get(f"/asset/{BARN}", query_string={"rate": typed})
    shown = BeautifulSoup(answer.data, "html.parser")
    assert "这里要写百分数" in shown.select_one("#rate-error").text
    assert shown.select_one("#rate")["value"] == typed


def test_the_agreements_that_use_it_stand_beside_their_floor(base, sign_in):
    shown = page(sign_in("county"), f"/asset/{BARN}")
    said = "".join(shown.select_one(".reading").text.split())
    assert "每年8,000.00元，少于租用资产一年的折旧费11,400.00元。" in said
    assert shown.select_one("a[href='/agreement/XY-1/overview']")


def test_what_the_money_formed_is_a_figure_and_no_verdict(base, sign_in):
    text = page(sign_in("county"), f"/asset/{BARN}").get_text(" ", strip=True)
    assert "登记的帮扶资金 400,000.00 元" in text
    assert "100%" in text
    assert "不是对错" in text


def test_htmx_gets_the_base_alone(base, sign_in):
    part = sign_in("county").get(f"/asset/{BARN}?rate=4", headers={"HX-Request": "true"}).text
    assert part.strip().startswith('<div id="base"')


def test_the_number_of_queries_does_not_grow_with_the_items(base, sign_in, statements):
    county = sign_in("county")
    county.get(f"/asset/{BARN}")
    statements.clear()
    county.get(f"/asset/{BARN}")
    few = len(statements)
    for number in range(20):
        asset(f"ZX-{number}", "greenhouse", 10_000_00, inside=True)
        farm.add(Lease, agreement="XY-1", asset=f"ZX-{number}")
    statements.clear()
    county.get(f"/asset/{BARN}")
    assert len(statements) == few <= 20
