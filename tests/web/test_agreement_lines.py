"""An agreement's lines for staff: by number, in scope, each opening noted, the very line found."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup

from models import access
from models.answer import Answer
from models.due import Due
from models.ids import derive, household_id, random_id
from models.place import Place
from tests.web import farm
from tests.web.findings import ELSEWHERE, found
from tests.web.lines import add_due, add_household
from web.pages.line import address

LINES = f"/agreement/{address(farm.SHARES)}/lines"
OUTSIDE = "652301101200-001"


@pytest.fixture
def ledger(app):
    """The farm, and under the same agreement a household of another township."""
    farm.farm()
    home = add_household(OUTSIDE, OUTSIDE[:12], "谢依达")
    return add_due(
        home, village=OUTSIDE[:12], agreement=farm.SHARES, party_number=OUTSIDE, year=2026
    )


def page(client, at, status=200):
    response = client.get(at)
    assert response.status_code == status, at
    return BeautifulSoup(response.data, "html.parser")


def numbers(client, at):
    return {cell.get_text(strip=True) for cell in page(client, at).select("td.table__place")}


def test_a_county_sees_all_lines_and_a_township_its_villages_alone(ledger, sign_in):
    assert numbers(sign_in("county"), LINES) == {farm.OURS, farm.THEIRS, OUTSIDE}
    assert numbers(sign_in("township"), LINES) == {farm.OURS, farm.THEIRS}
    assert numbers(sign_in("township", OUTSIDE[:9]), LINES) == {OUTSIDE}


def test_who_has_no_part_in_it_is_told_that_it_is_not_there(ledger, sign_in, as_household):
    assert sign_in("county", ELSEWHERE[:6]).get(LINES).status_code == 404
    assert sign_in("county").get("/agreement/none/lines").status_code == 404
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get(LINES).status_code == 404
    assert as_household.get(LINES).status_code == 404


def test_each_household_that_is_shown_can_read_who_looked(ledger, sign_in):
    sign_in("township").get(LINES)
    for number in (farm.OURS, farm.THEIRS):
        (opening,) = access.of_household(household_id(number))
        assert (opening.purpose, opening.role, opening.day) == ("finding", "township", farm.TODAY)
    assert access.of_household(household_id(OUTSIDE)) == []


def test_looking_twice_on_a_day_is_one_opening(ledger, sign_in):
    county = sign_in("county")
    county.get(LINES)
    county.get(LINES)
    assert len(access.of_household(household_id(farm.OURS))) == 1


def test_only_those_on_the_page_are_opened(ledger, sign_in):
    sign_in("county").post(f"{LINES}/find", data={"q": farm.THEIRS})
    assert access.of_household(household_id(farm.OURS)) == []
    assert len(access.of_household(household_id(farm.THEIRS))) == 1


def test_no_name_no_check_and_no_answer_is_shown(ledger, sign_in):
    line = farm.line_of(household_id(farm.OURS), "guaranteed", 2026, 1)
    Answer.create(
        household=line.household,
        id=random_id(),
        due=line.id,
        turn=1,
        answer="disputed",
        reason="less",
        day=farm.TODAY,
    )
    text = page(sign_in("county"), LINES).get_text()
    for word in ("古丽娜尔", "王建国", "异议", "认账", "核对", "少了"):
        assert word not in text.replace("核对记录", "")


def test_the_lines_are_narrowed_and_summed_up(ledger, sign_in):
    county = sign_in("county")
    late = page(county, f"{LINES}?show=late")
    states = {row.select("td")[-1].get_text(strip=True)[:2] for row in late.select("tbody tr")}
    assert states <= {"逾期", "没给"}
    assert states
    lines = Due.select().where((Due.agreement == farm.SHARES) & (Due.year == 2026))
    total = sum(row.due for row in lines if row.due)
    foot = page(county, LINES).select_one("tfoot").get_text(" ", strip=True)
    assert f"{total // 100:,}.{total % 100:02d}" in foot
    assert "没有这样的款项" in county.post(f"{LINES}/find", data={"q": "999"}).text


def test_a_line_leads_to_its_own_place_among_many(ledger, sign_in):
    for number in range(60):
        key = f"652301100200-{number + 100}"
        add_due(add_household(key), agreement=farm.SHARES, party_number=key, year=2026, clause=1)
    county = sign_in("county")
    last = farm.Due.select().where(Due.party_number == "652301100200-159").get().id
    shown = page(county, f"{LINES}?line={last}")
    (chosen,) = shown.select("tr.table__chosen")
    assert chosen["id"] == f"line-{last}"
    assert len(shown.select("tbody tr")) <= 50


def test_a_late_payment_leads_from_its_finding_to_the_very_lines(ledger, sign_in):
    Place.create(code=OUTSIDE[:12], level="village", name="六工村", parent=OUTSIDE[:9])
    named = {
        "clause": "1",
        "due_kind": "guaranteed",
        "year": "2026",
        "due_on": "2026-11-11",
        "village": OUTSIDE[:12],
        "households": "1",
        "due": "1200.00",
        "paid": "0.00",
        "days": "12",
        "payee": "household",
    }
    key = found(
        "payment.overdue",
        f"agreement:{farm.SHARES}",
        place=OUTSIDE[:12],
        params=named,
        gap=1_200_00,
    )
    county = sign_in("county")
    shown = page(county, f"/finding/{key}")
    (row,) = shown.select("#lines ~ .table-frame tbody tr")
    assert row["id"] == f"line-{ledger}"
    assert OUTSIDE in row.text
    assert access.of_household(household_id(farm.OURS)) == []
    assert len(access.of_household(household_id(OUTSIDE))) == 1
    goal = page(county, row.a["href"].partition("#")[0])
    assert goal.select_one("tr.table__chosen")["id"] == f"line-{ledger}"


def test_a_voucher_used_twice_lists_its_payments(ledger, sign_in):
    for day in (date(2026, 6, 1), date(2026, 7, 1)):
        farm.pay(farm.SHARES, 2026, 5_00, day, voucher="PZ-9")
    named = {
        "payee": "household",
        "voucher": "PZ-9",
        "twice": "days",
        "first_on": "2026-06-01",
        "last_on": "2026-07-01",
        "households": "1",
        "amount": "5.00",
    }
    key = found(
        "payment.voucher_twice",
        f"agreement:{farm.SHARES}",
        params=named,
        business=farm.COOPERATIVE,
    )
    rows = page(sign_in("county"), f"/finding/{key}").select("#lines ~ .table-frame tbody tr")
    assert [row.select("td")[2].get_text(strip=True) for row in rows] == [
        "2026-06-01",
        "2026-07-01",
    ]
    to = rows[0].a["href"]
    assert to.endswith(f"lines?year=2026&household={household_id(farm.OURS)}")
    numbers = {each.get_text() for each in page(sign_in("county"), to).select(".table__place bdi")}
    assert numbers == {farm.OURS}


def test_the_number_of_queries_does_not_grow_with_the_lines(ledger, sign_in, statements):
    county = sign_in("county")
    county.get(LINES)
    statements.clear()
    county.get(LINES)
    few = len(statements)
    for number in range(30):
        key = f"652301100200-{number + 100}"
        home = derive("household", key)
        add_due(home, agreement=farm.SHARES, party_number=key, year=2026)
    statements.clear()
    county.get(LINES)
    # The audit asks for its head and sets it, once for all households that were opened anew.
    assert len(statements) == few + 2 <= 14
