"""What happens to a case on its page: progress, closing by another, opening anew, refusals."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import caseload, place, remedy, session
from models.business import Business
from models.finding import Finding
from models.ids import random_id
from models.place import load_places
from models.remedy import Remedy, RemedyEntry
from tests.web.cases import COUNTY, PROGRESS, TODAY, TOWN, begin, found, opening, page, send
from web.access import COOKIE


@pytest.fixture(autouse=True)
def _places(app):
    load_places()
    Business.create(
        id=random_id(), batch=random_id(), number="NC-1", name="丰收合作社", kind="cooperative"
    )


@pytest.fixture
def town(colleague):
    return colleague("township", TOWN, name="阿依古丽")


@pytest.fixture
def county(colleague):
    return colleague("county", COUNTY, department="农业农村局", name="王建国")


@pytest.fixture
def finance(colleague):
    return colleague("county", COUNTY, department="财政局", name="李明")


def test_the_whole_walk(town, county, finance, clock):
    finding = found()
    asked = page(county.get(f"/remedy/new?finding={finding}"))
    options = {each["value"]: each.text for each in asked.select("#owner option")}
    assert options[f"office:{TOWN}"] == place.name_of(TOWN)
    assert {"office:农业农村局", "office:财政局", f"account:{town.account}"} <= set(options)
    case = begin(county, f"account:{town.account}", finding)
    assert county.get(f"/remedy/new?finding={finding}").location == case
    assert send(town, case, "proposed").status_code == 422
    assert send(town, case, **PROGRESS).status_code == 303
    assert send(town, case, "proposed").status_code == 303
    answer = send(town, case, "closed")
    assert answer.status_code == 403
    assert "不能自己销号" in answer.text
    assert send(county, case, "refused").status_code == 303
    assert send(county, case, "proposed").status_code == 303
    assert "申请销号的人不能自己销号" in send(county, case, "closed").text
    assert send(finance, case, "closed").status_code == 303
    Finding.update(ended_on=TODAY).execute()
    assert "台账里没有这个问题了" in town.get(case).text
    caseload.renew(TODAY)
    Finding.update(ended_on=None).execute()
    assert "这个问题又出现了" in town.get(case).text
    assert send(town, case, "reopened").status_code == 303
    trail = [each.b.text for each in page(town.get(case)).select(".trail__one")]
    assert trail == [
        *("开始整改", "进展", "申请销号", "没有同意销号", "申请销号", "销号", "重新整改"),
    ]


def test_the_entry_says_what_was_done_and_what_it_brought(town, county):
    case = begin(county)
    send(town, case, **PROGRESS)
    text = page(town.get(case)).select(".trail__one")[1].text
    for part in (
        "阿依古丽",
        "整改",
        "办完了",
        "发放凭证",
        "昌农发〔2026〕12号",
        "补发到户",
        "7 户",
        "8,400.00",
    ):
        assert part in text
    entry = RemedyEntry.get(RemedyEntry.kind == "progress")
    assert (entry.households, entry.amount, entry.day) == (7, 840_000, TODAY)


def test_a_case_and_its_entries_are_stored_once(town, county):
    data = opening(found(), f"office:{TOWN}")
    cases = {county.post("/remedy", data=data).location for _ in range(3)}
    assert len(cases) == 1
    entry = PROGRESS | {"id": str(uuid4())}
    for _ in range(2):
        assert town.post(cases.copy().pop(), data=entry).status_code == 303
    assert (Remedy.select().count(), RemedyEntry.select().count()) == (1, 2)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"measure": "lease"}, "请选一项办法"),
        ({"progress": ""}, "请选办到哪一步"),
        ({"evidence_number": ""}, "请写文号或凭证号"),
        ({"evidence": ""}, "请选这是什么凭据"),
        ({"evidence_number": "身份证 650102199001011234"}, "不写人名、证件号和账号"),
        ({"evidence_number": "6222020200112233446"}, "不写人名、证件号和账号"),
        ({"evidence_number": "这户不配合"}, "不写人名、证件号和账号"),
        ({"evidence_number": "王家三口人住得偏不太配合工作第2次"}, "不写人名、证件号和账号"),
        ({"evidence_number": "2号，要重点看"}, "不写人名、证件号和账号"),
        ({"households": ""}, "请写有多少户"),
        ({"households": "0"}, "户数只写数字"),
        ({"households": "三户"}, "户数只写数字"),
        ({"effect": ""}, "请选给农户带来什么"),
        ({"effect": "well"}, "请从列表里选"),
        ({"amount": "很多"}, "金额只写数字"),
        ({"kind": "opened"}, "请按页面上的按钮"),
        ({"kind": "raised"}, "请按页面上的按钮"),
        ({"id": ""}, "请再提交一次"),
    ],
)
def test_progress_says_what_is_wrong_and_keeps_the_rest(town, county, change, error):
    case = begin(county)
    answer = town.post(case, data={"id": str(uuid4())} | PROGRESS | change)
    assert answer.status_code == 422
    shown = page(answer)
    assert error in shown.main.text
    if "households" not in change:
        assert shown.select_one("#households")["value"] == "7"
    assert RemedyEntry.select().count() == 1


def test_there_is_no_place_for_prose(town, county):
    case = begin(county)
    for address in (case, f"/remedy/new?finding={found()}"):
        assert not page(town.get(address)).select("textarea")


def test_a_case_that_has_risen_is_closed_by_the_county(colleague, town, county, clock):
    case = begin(county, f"account:{town.account}", due_on="2026-11-23")
    send(town, case, **PROGRESS)
    send(town, case, "proposed")
    clock.forward(days=1)
    neighbour = colleague("township", TOWN)
    answer = send(neighbour, case, "closed")
    assert answer.status_code == 403
    assert "升到县里" in answer.text
    county.set_cookie(COOKIE, session.start_account(county.account, clock.moment))
    assert send(county, case, "closed").status_code == 303
    assert remedy.of_finding(Finding.get().id).state == "closed"
