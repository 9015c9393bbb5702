"""The list taken out as a workbook: the same findings, and of households only counts."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from models import access
from models.ids import household_id
from tests.web import farm
from tests.web.findings import NEIGHBOUR, found, places, surveyed

CLAUSE = {"clause": "1"}
LATE = {
    **CLAUSE,
    "due_kind": "guaranteed",
    "year": "2026",
    "due_on": "2026-06-30",
    "village": "652301100200",
    "payee": "household",
    "due": "1200.00",
    "paid": "0.00",
    "days": "146",
}


@pytest.fixture
def findings(app):
    places()
    surveyed()
    found("agreement.no_wage", "agreement:=1+1", params=CLAUSE, since=date(2026, 11, 13))
    found("payment.overdue", "agreement:XY-2", params=LATE | {"households": "7"}, gap=1_200_00)
    found("payment.overdue", "agreement:XY-3", params=LATE | {"households": "2"}, gap=77_00)
    for number in range(6):
        found("household.no_measure", f"household:H-{number}")
    for number in range(8):
        found("household.no_measure", f"household:N-{number}", place=NEIGHBOUR)
    found("share.no_area", f"household:{farm.OURS}", params=CLAUSE | {"household": farm.OURS})


def sheets(client, query=""):
    answer = client.get(f"/finding/export{query}")
    assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    return [
        [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for page in book.worksheets
    ]


def test_the_county_alone_takes_findings_out(findings, sign_in, as_household):
    for role in ("cadre", "township", "prefecture"):
        assert sign_in(role).get("/finding/export").status_code == 404
    assert as_household.get("/finding/export").status_code == 404


def test_a_row_says_what_the_page_says(findings, sign_in):
    listed, _ = sheets(sign_in("county"))
    row = next(row for row in listed if row[6] == "=1+1")
    assert row[0] == "有务工结算，没有写工资标准"
    assert row[1] == "第 1 条款有务工结算，没有写工资标准，工资算不出来。"
    assert row[2:6] == ["必须", "第十条（五）", "榆树沟村", "协议"]
    assert (row[11].date(), row[12], row[13]) == (date(2026, 11, 13), 10, "乡镇")


def test_money_of_few_households_is_not_taken_out(findings, sign_in):
    listed, _ = sheets(sign_in("county"), "?code=payment.overdue")
    many, few = sorted(listed, key=lambda row: row[6])
    assert many[10] == 1200
    assert "1,200.00 元" in many[1]
    assert few[1] == few[10] == "不足 5 户，或能推算出不足 5 户的数，不显示"


def test_households_are_counts_by_place_and_few_are_not_shown(findings, sign_in):
    listed, counted = sheets(sign_in("county"))
    assert counted == [
        ["符合条件，还没有享受产业帮扶", "六工村", 8],
        ["符合条件，还没有享受产业帮扶", "榆树沟村", 6],
        ["受益名单里缺面积", "榆树沟村", "不足 5 户，或能推算出不足 5 户的数，不显示"],
    ]
    text = repr((listed, counted))
    assert not [number for number in ("H-1", "N-1", farm.OURS) if number in text]
    assert access.of_household(household_id(farm.OURS)) == []


def test_the_filter_holds_for_what_is_taken_out(findings, sign_in):
    listed, counted = sheets(sign_in("county"), "?weight=note")
    assert listed == []
    assert [row[0] for row in counted] == ["受益名单里缺面积"]


def test_no_cell_is_a_formula(findings, sign_in):
    answer = sign_in("county").get("/finding/export")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert "f" not in kinds


def test_in_uyghur_the_sheets_read_from_right_to_left_and_numbers_stay_whole(findings, sign_in):
    county = sign_in("county")
    county.set_cookie("lang", "ug")
    answer = county.get("/finding/export?code=agreement.no_wage")
    page = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert page.sheet_view.rightToLeft
    assert "\u20661\u2069" in page.cell(2, 2).value
