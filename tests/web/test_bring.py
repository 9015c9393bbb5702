"""A workbook of terms on the signing table: all of it or nothing, once, none of it stored."""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import roster, signing
from models.agreement import Agreement
from models.database import write
from models.household import Household
from models.ids import household_id
from models.signing import Signing
from tests.ledger.build import book
from tests.web import desk, farm

HEADINGS = [
    "协议编号",
    "条款序号",
    "主体编号",
    "相对方",
    "带动方式",
    "签订日期",
    "开始日期",
    "本金（万元）",
    "退出机制",
]
FIRST = [
    "甲-1",
    1,
    farm.COOPERATIVE,
    "农户",
    "保底分红",
    "2026-12-01",
    "2027-01-01",
    4,
    "提前三十日",
]
SECOND = ["甲-1", 2, farm.COOPERATIVE, "农户", "土地流转", "2026-12-01", "2027-01-01", None, None]
THIRD = ["乙-2", 1, farm.FARM, "农户", "务工就业", "2026-12-01", "2027-01-01", None, None]
ROSTER = [
    ["协议编号", "户编码", "量化金额"],
    ["甲-1", farm.OURS, 20000],
    ["甲-1", farm.THEIRS, 20000],
]


@pytest.fixture(autouse=True)
def _county(app):
    desk.county()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def send(client, *rows, key=None, data=None, **sheets):
    made = data or book({"协议": [HEADINGS, *(rows or (FIRST, SECOND, THIRD))], **sheets})
    files = [(io.BytesIO(made), "条款.xlsx")]
    return client.post("/signing/bring", data={"id": str(key or uuid4()), "files": files})


def said(answer):
    assert answer.status_code == 422
    return BeautifulSoup(answer.text, "html.parser").select_one(".notice_wrong").get_text()


def drafts():
    return {row.number: signing.find(row.id) for row in Signing.select()}


def test_each_agreement_is_a_draft_of_its_own(township):
    answer = send(township, 受益=ROSTER)
    assert (answer.status_code, answer.location) == (303, "/signing")
    found = drafts()
    assert set(found) == {"甲-1", "乙-2"}
    first = found["甲-1"]
    assert [each["agreement.mode"] for each in first.clauses] == ["share", "land"]
    assert first.clauses[0]["agreement.principal"] == "40000.00"
    assert [row.amount for row in roster.of_draft(first.id)] == [2_000_000, 2_000_000]
    assert first.place == desk.PLACE
    assert not Agreement.select().exists()


def test_sent_twice_it_is_there_once(township):
    key = uuid4()
    for _ in range(2):
        assert send(township, key=key, 受益=ROSTER).status_code == 303
    assert Signing.select().count() == 2


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (5, "十二月", "签订日期"),
        (4, "送钱", "带动方式"),
        (8, "党员可以随时退", "个人信息"),
        (8, "身份证 11010519491231002X 的人可退", "身份证号"),
    ],
)
def test_one_bad_cell_stops_all_of_it_and_is_named(township, place, value, words):
    bad = [*FIRST]
    bad[place] = value
    assert words in said(send(township, bad, THIRD))
    assert not drafts()


def test_a_number_that_the_ledger_has_is_refused(township):
    farm.shares("甲-1")
    assert "甲-1" in said(send(township))
    assert not drafts()


def test_another_townships_household_is_refused(township):
    with write():
        farm.add(
            Household,
            id=household_id("X-1"),
            number="X-1",
            village=desk.OTHER_VILLAGE,
            head="邻镇人",
            category="other",
        )
    assert "X-1" in said(send(township, 受益=[*ROSTER, ["甲-1", "X-1", 1]]))
    assert not drafts()


def test_a_workbook_without_terms_says_so(township):
    said(send(township, data=book({"农户": [["户编码"], ["H"]]})))
    said(send(township, data=b"%PDF-1.7"))
    assert township.post("/signing/bring", data={"id": str(uuid4())}).status_code == 422


def test_what_is_too_large_is_refused(app, township):
    app.config["LEDGER_MAX_BYTES"] = 1000
    assert send(township).status_code == 413
    assert not drafts()


def test_only_a_township_brings_terms(client, sign_in):
    assert send(sign_in("county")).status_code == 404
    assert send(sign_in("cadre")).status_code == 404
    assert send(client).status_code == 303
    assert not drafts()
