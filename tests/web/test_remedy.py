"""Remedy cases on the page: who sees which, opening, progress, closing by another, and refusals."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import caseload, place, remedy, session
from models.business import Business
from models.finding import Finding
from models.ids import random_id
from models.parameter import put
from models.place import load_places
from models.remedy import Remedy, RemedyEntry
from web.access import COOKIE

VILLAGE = "652301100200"
TOWN, COUNTY = VILLAGE[:9], VILLAGE[:6]
TODAY = date(2026, 11, 23)
PROGRESS = {
    "kind": "progress",
    "measure": "rectify",
    "progress": "done",
    "evidence": "voucher",
    "evidence_number": "昌农发〔2026〕12号",
    "effect": "paid",
    "households": "7",
    "amount": "8,400.00",
}


@pytest.fixture(autouse=True)
def _places(app):
    load_places()
    Business.create(
        id=random_id(), batch=random_id(), number="NC-1", name="丰收合作社", kind="cooperative"
    )


@pytest.fixture
def people(app, staff, clock):
    """A function: people("county", department="财政局") returns somebody signed in."""

    def make(role, scope=None, **columns):
        client = app.test_client()
        own = scope or {"township": TOWN, "county": COUNTY}.get(role)
        made = staff(role, own, **columns)
        client.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
        client.account = made.id
        return client

    return make


@pytest.fixture
def town(people):
    return people("township", name="阿依古丽")


@pytest.fixture
def county(people):
    return people("county", department="农业农村局", name="王建国")


@pytest.fixture
def finance(people):
    return people("county", department="财政局", name="李明")


def found(code="payment.overdue", **columns):
    given = {
        "county": COUNTY,
        "place": VILLAGE,
        "article": "12",
        "weight": "must",
        "actor": "business",
        "subject_kind": "agreement",
        "subject_number": "XY-1",
        "business": "NC-1",
        "params": "[]",
        "since": TODAY,
    }
    return Finding.create(id=random_id(), code=code, **(given | columns)).id


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def opening(finding, owner, **change):
    typed = {"id": str(uuid4()), "finding": str(finding), "measure": ["rectify"]}
    return typed | {"owner": owner, "due_on": "2026-12-20"} | change


def begin(client, owner=f"office:{TOWN}", finding=None, **change):
    answer = client.post("/remedy", data=opening(finding or found(), owner, **change))
    assert answer.status_code == 303, page(answer).main.text
    return answer.location


def send(client, case, kind, **change):
    return client.post(case, data={"id": str(uuid4()), "kind": kind} | change)


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


def test_a_finding_has_one_case(town, county):
    finding = found()
    case = begin(county, finding=finding)
    answer = town.post("/remedy", data=opening(finding, f"office:{TOWN}"))
    assert answer.status_code == 409
    assert "已经有人开始整改" in answer.text
    assert page(answer).select_one("main a.button")["href"] == case


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"measure": []}, "请至少选一项办法"),
        ({"measure": ["mortgage"]}, "请至少选一项办法"),
        ({"owner": ""}, "请选谁来负责"),
        ({"owner": "office:水利局"}, "请选谁来负责"),
        ({"due_on": "2026-11-22"}, "期限不能早于今天"),
        ({"due_on": "2028-01-01"}, "期限最长一年"),
        ({"due_on": "明天"}, "请选一个日期"),
        ({"id": "x"}, "请再提交一次"),
    ],
)
def test_an_opening_says_what_is_wrong_and_keeps_the_rest(town, county, change, error):
    answer = county.post("/remedy", data=opening(found(), f"office:{TOWN}") | change)
    assert answer.status_code == 422
    shown = page(answer)
    assert error in shown.main.text
    if "owner" not in change:
        assert shown.select_one("#owner option[selected]")["value"] == f"office:{TOWN}"
    if "due_on" not in change:
        assert shown.select_one("#due_on")["value"] == "2026-12-20"
    assert not Remedy.select().exists()


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


def test_the_due_day_comes_from_the_countys_parameter(county):
    finding = found()
    assert page(county.get(f"/remedy/new?finding={finding}")).select_one("#due_on")["value"] == ""
    day = {"in_force_from": TODAY, "set_on": TODAY}
    put(random_id(), COUNTY, "remedy_days", "30", **day)
    asked = page(county.get(f"/remedy/new?finding={finding}"))
    assert asked.select_one("#due_on")["value"] == "2026-12-23"
    assert "30 天" in asked.main.text


@pytest.mark.parametrize("code", ["household.no_measure", "share.no_area"])
def test_a_household_never_has_a_case(county, code):
    finding = found(code)
    assert county.get(f"/remedy/new?finding={finding}").status_code == 404
    answer = county.post("/remedy", data=opening(finding, f"office:{TOWN}"))
    assert answer.status_code == 404
    assert not Remedy.select().exists()


def test_a_finding_that_has_ended_is_not_opened(county):
    finding = found(ended_on=TODAY)
    answer = county.get(f"/remedy/new?finding={finding}")
    assert answer.status_code == 409
    assert "已经没有这个问题" in answer.text
    assert not page(answer).select("main form")


def test_out_of_scope_is_not_there(people, town, county):
    finding = found()
    case = begin(county, finding=finding)
    for client in (people("township", "652301101"), people("county", "652302")):
        assert client.get(case).status_code == 404
        assert send(client, case, **PROGRESS).status_code == 404
        assert client.get(f"/remedy/new?finding={finding}").status_code == 404
        answer = client.post("/remedy", data=opening(finding, f"office:{TOWN}"))
        assert answer.status_code == 404
        assert "XY-1" not in client.get("/remedy?show=all").text
    for wrong in (uuid4(), "x", ""):
        assert town.get(f"/remedy/new?finding={wrong}").status_code == 404
    assert town.get(f"/remedy/{uuid4()}").status_code == 404


@pytest.mark.parametrize("role", ["cadre", "prefecture"])
def test_others_see_no_case(sign_in, county, role):
    case = begin(county)
    client = sign_in(role)
    for address in (case, f"/remedy/new?finding={found()}"):
        assert client.get(address).status_code == 404
    assert send(client, case, **PROGRESS).status_code == 404
    assert client.get("/remedy").status_code == (200 if role == "prefecture" else 404)


def test_households_and_strangers_see_none(as_household, client):
    assert as_household.get("/remedy").status_code == 404
    assert client.get("/remedy").location.startswith("/signin")


def test_the_prefecture_sees_counts_only(sign_in, town, county, clock):
    late = begin(county, due_on="2026-11-24")
    begin(county)
    clock.forward(days=32)
    prefecture = sign_in("prefecture")
    shown = page(prefecture.get("/remedy"))
    cells = [each.text for each in shown.select("tbody tr:first-child > *")]
    assert cells == ["昌吉市", "2", "2", "1", "0"]
    assert "XY-1" not in shown.text
    assert "丰收合作社" not in shown.text
    assert not shown.select(f"a[href='{late}']")


def test_the_worklist_is_mine_or_all_and_late_by_days(town, county, finance, clock):
    first = begin(county, f"account:{town.account}", due_on="2026-11-24")
    second = begin(county, "office:财政局", found("project.idle", business=""), measure=["lease"])

    def cases(client, query=""):
        return [each["href"] for each in page(client.get(f"/remedy?{query}")).select("td a")]

    assert cases(county) == [first, second]
    assert cases(town, "mine=1") == [first]
    assert cases(finance, "mine=1") == [second]
    assert cases(county, "mine=1") == []
    assert "没有这样的整改" in county.get("/remedy?mine=1").text
    assert cases(county, "q=丰收") == [first]
    assert cases(county, "q=XY-1") == [first, second]
    clock.forward(days=6)
    clock.moment = clock.moment.replace(hour=10)
    county.set_cookie(COOKIE, session.start_account(county.account, clock.moment))
    assert cases(county, "late=4") == [first]
    assert cases(county, "late=5") == []
    shown = page(county.get("/remedy"))
    assert "逾期 5 天" in shown.text
    assert "县里在管" in shown.text
    assert "正在整改" in shown.text


def test_the_worklist_is_paged_and_an_empty_one_says_what_to_do(town, county):
    assert "现在没有要整改的" in town.get("/remedy").text
    for _ in range(31):
        begin(county)
    first = page(county.get("/remedy"))
    assert len(first.select("tbody tr")) == 30
    after = page(county.get(first.find("a", rel="next")["href"]))
    assert len(after.select("tbody tr")) == 1
    assert after.find("a", rel="prev")["href"] == "/remedy"


def test_a_case_that_has_risen_is_closed_by_the_county(people, town, county, clock):
    case = begin(county, f"account:{town.account}", due_on="2026-11-23")
    send(town, case, **PROGRESS)
    send(town, case, "proposed")
    clock.forward(days=1)
    neighbour = people("township")
    answer = send(neighbour, case, "closed")
    assert answer.status_code == 403
    assert "升到县里" in answer.text
    county.set_cookie(COOKIE, session.start_account(county.account, clock.moment))
    assert send(county, case, "closed").status_code == 303
    assert remedy.of_finding(Finding.get().id).state == "closed"


def test_the_pages_are_there_in_uyghur(town, county):
    case = begin(county)
    send(town, case, **PROGRESS)
    town.set_cookie("lang", "ug")
    for address in ("/remedy", case, f"/remedy/new?finding={found()}"):
        assert 'dir="rtl"' in town.get(address).text
