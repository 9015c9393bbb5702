"""Remedy cases on the page: who sees which, the worklist, and opening one from a finding."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import session
from models.business import Business
from models.ids import random_id
from models.parameter import put
from models.place import load_places
from models.remedy import Remedy
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


def test_out_of_scope_is_not_there(colleague, town, county):
    finding = found()
    case = begin(county, finding=finding)
    for client in (colleague("township", "652301101"), colleague("county", "652302")):
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


def test_the_pages_are_there_in_uyghur(town, county):
    case = begin(county)
    send(town, case, **PROGRESS)
    town.set_cookie("lang", "ug")
    for address in ("/remedy", case, f"/remedy/new?finding={found()}"):
        assert 'dir="rtl"' in town.get(address).text
