"""Projects: who sees which, applying, reviewing, approving, and what is refused on the way."""

from __future__ import annotations

from urllib.parse import quote
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from ledger.gate import take
from models import session
from models.batch import Batch
from models.place import load_places
from models.project import Project
from models.project_step import ProjectStep
from tests.ledger.county import VILLAGE
from tests.ledger.gate import (
    APPROVER,
    CELLS,
    FINANCE,
    NAMED,
    NUMBER,
    OURS,
    REVIEWER,
    TOWN,
    YES,
    apply,
    enter,
    now,
    order,
)
from web.access import COOKIE

ADDRESS = "/project/" + quote(NUMBER)
OTHER_TOWN, OTHER_COUNTY = "652301002", "652302"
TYPED = {
    "number": NUMBER,
    "name": "北门村冷库",
    "village": VILLAGE,
    "year": "2026",
    "kind": "operating",
    "legacy": "",
    "industry": "yes",
    "fund_central": "100 万元",
    "department": OURS,
    "implementer": "三工镇政府",
    "mechanism": "保底收益加按股分红，签订协议",
    "expected_households": "20",
    "expected_gain": "800.00",
}
VERDICTS = {
    name: value
    for each in ("scientific", "reasonable", "feasible")
    for name, value in ((each, "yes"), (f"{each}_reason", "有依据，可以做"))
}


@pytest.fixture(autouse=True)
def _places(app):
    load_places()


@pytest.fixture
def people(app, staff, clock):
    """A function: people("county", scope, department) returns somebody signed in."""

    def make(role, scope=None, department=None):
        client = app.test_client()
        made = staff(role, scope or {"township": VILLAGE[:9]}.get(role, VILLAGE[:6]))
        type(made).update(department=department).where(type(made).id == made.id).execute()
        client.set_cookie(COOKIE, session.start_account(made.id, clock.moment))
        client.account = made.id
        return client

    return make


@pytest.fixture
def town(people):
    return people("township")


@pytest.fixture
def reviewer(people):
    return people("county", department=OURS)


@pytest.fixture
def approver(people, reviewer):
    return people("county", department=FINANCE)


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def sent(**change):
    return {"id": str(uuid4())} | change


def test_the_whole_walk(town, reviewer, approver):
    typed = TYPED | {"mechanism": ""}
    answer = town.post("/project", data=sent(**typed))
    assert (answer.status_code, answer.location) == (303, ADDRESS)
    assert now() == "pending"
    back = VERDICTS | {"feasible": "no", "feasible_reason": "没有写怎么带动"}
    assert (
        reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS)).status_code == 422
    )
    answer = reviewer.post(f"{ADDRESS}/review", data=sent(step="returned", **back))
    assert (answer.status_code, now()) == (303, "returned")
    shown = town.get(ADDRESS).text
    assert "没有写怎么带动" in shown
    form = page(town.get(f"{ADDRESS}/correct"))
    kept = {each["name"]: each.get("value", "") for each in form.select("main input[name]")}
    kept |= {each["name"]: each.text for each in form.select("main textarea[name]")}
    kept |= {
        each["name"]: (each.select_one("option[selected]") or {"value": ""})["value"]
        for each in form.select("main select[name]")
    }
    assert kept["fund_central"] == "1000000.00"
    assert town.post(f"{ADDRESS}/correct", data=kept | {"mechanism": "按股分红"}).status_code == 303
    assert now("expected_gain") == 80_000
    answer = reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS))
    assert (answer.status_code, now()) == (303, "library")
    people = {"approver": "王建国", "user_in_charge": "李明"}
    assert (
        reviewer.post(f"{ADDRESS}/approve", data=sent(step="approved", **people)).status_code == 403
    )
    answer = approver.post(f"{ADDRESS}/approve", data=sent(step="approved", **people))
    assert (answer.status_code, now()) == (303, "approved")
    trail = [each.b.text for each in page(town.get(ADDRESS)).select(".trail__one")]
    assert trail == ["申报", "退回", "申报", "审核通过，入库", "批准实施"]


def test_applying_twice_stores_once(town, reviewer):
    data = sent(**TYPED)
    for _ in range(2):
        assert town.post("/project", data=data).status_code == 303
    assert (Project.select().count(), ProjectStep.select().count()) == (1, 1)
    again = town.post("/project", data=sent(**TYPED))
    assert again.status_code == 409
    assert "这个项目编号已经有了" in again.text
    assert page(again).select_one("#name")["value"] == TYPED["name"]


def test_an_application_is_an_import_that_the_county_sees(town, reviewer):
    town.post("/project", data=sent(**TYPED))
    batch = Batch.get()
    assert (batch.scope, batch.account) == (VILLAGE[:6], town.account)
    assert NUMBER in reviewer.get("/ledger").text
    assert reviewer.get(f"/ledger/{batch.id}").status_code == 200
    assert reviewer.post(f"/ledger/{batch.id}/undo").status_code == 303
    assert town.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("number", "", "不能空着"),
        ("year", "今年", "年份"),
        ("fund_central", "很多", "数字"),
        ("village", "652302001001", "请选一个村"),
        ("village", "", "请选一个村"),
        ("department", "水利局", "请选一个主管部门"),
        ("department", "", "不能空着"),
        ("mechanism", "优先带动维吾尔族农户", "维吾尔族"),
        ("content", "联系人电话 13812345678", "电话、证件号"),
        ("user_in_charge", "身份证 650102199001011234", "删掉"),
        ("expected_households", "1.5", "整数"),
        ("kind", "别的", "只能写"),
        ("id", "", "请再提交一次"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(town, reviewer, name, text, error):
    answer = town.post("/project", data=sent(**TYPED) | {name: text})
    assert answer.status_code == 422
    assert error in page(answer).main.text
    assert not Project.select().exists()
    for field in ("name", "mechanism", "expected_gain"):
        found = page(answer).select_one(f"#{field}")
        assert (found.get("value") or found.text) == (text if field == name else TYPED[field])


def test_a_project_without_a_village_is_the_countys(town, people, reviewer):
    data = TYPED | {"village": ""}
    assert (
        people("county", department=FINANCE).post("/project", data=sent(**data)).status_code == 303
    )
    assert reviewer.get(ADDRESS).status_code == 200
    assert town.get(ADDRESS).status_code == 404


def test_out_of_scope_is_not_there(people, town, reviewer):
    town.post("/project", data=sent(**TYPED))
    for client in (people("township", OTHER_TOWN), people("county", OTHER_COUNTY, OURS)):
        assert NUMBER not in client.get("/project").text
        for ending in ("", "/correct", "/review", "/approve"):
            assert client.get(ADDRESS + ending).status_code == 404
        for ending in ("/correct", "/review", "/approve"):
            assert client.post(ADDRESS + ending, data=sent(**TYPED)).status_code == 404
    for ending in ("", "/correct", "/review", "/approve"):
        assert reviewer.get("/project/XM-0" + ending).status_code == 404
    assert now() == "pending"


@pytest.mark.parametrize("role", ["cadre", "prefecture"])
def test_others_have_no_projects(sign_in, role):
    client = sign_in(role)
    for address in ("/project", "/project/new", ADDRESS, f"{ADDRESS}/correct"):
        assert client.get(address).status_code == 404
    assert client.post("/project", data=sent(**TYPED)).status_code == 404


def test_households_and_strangers_have_none_either(as_household, client):
    assert as_household.get("/project").status_code == 404
    assert client.get("/project").location.startswith("/signin")


def test_a_township_does_not_review(town):
    apply()
    for ending in ("/review", "/approve"):
        assert town.get(ADDRESS + ending).status_code == 404
        assert town.post(ADDRESS + ending, data=sent(step="library", **VERDICTS)).status_code == 404


def test_only_the_projects_own_department_reviews(reviewer, approver):
    apply()
    assert approver.get(f"{ADDRESS}/review").location == ADDRESS
    assert f"等{OURS}的县级账号审核" in page(approver.get(ADDRESS)).text
    answer = approver.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS))
    assert answer.status_code == 403
    assert "由项目主管部门的县级账号审核" in answer.text
    assert reviewer.get(f"{ADDRESS}/review").status_code == 200


def test_what_keeps_it_out_of_the_library_is_named(reviewer):
    apply(mechanism=None)
    shown = page(reviewer.get(ADDRESS))
    missing = shown.select(".asks__one_must")
    assert [each.b.text for each in missing] == ["还没有"]
    assert "写明具体的联农带农方式" in missing[0].text
    assert len(shown.select(".asks__one_later")) == 2  # who answers for it is named at the approval
    answer = reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS))
    assert answer.status_code == 422
    assert "还缺下面这些" in answer.text
    assert page(answer).select_one("#scientific_reason").text == "有依据，可以做"
    assert now() == "pending"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"feasible": ""}, "请选“是”或“否”"),
        ({"feasible_reason": ""}, "请写理由"),
        ({"feasible_reason": "负责人是党员"}, "党员"),
        ({"feasible_reason": "可" * 201}, "最多"),
        ({"step": "approved"}, "请按下面的按钮"),
        ({"id": "17"}, "请再提交一次"),
        ({"feasible": "no"}, "三项都是“是”，才能入库"),
        ({"step": "returned"}, "先写明哪一项不行"),
    ],
)
def test_a_review_says_what_is_wrong_and_keeps_what_was_typed(reviewer, change, error):
    apply()
    answer = reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS) | change)
    assert answer.status_code == 422
    assert error in page(answer).main.text
    assert page(answer).select_one("#reasonable_reason").text == "有依据，可以做"
    assert page(answer).select_one("[name=scientific][value=yes]").has_attr("checked")
    assert now() == "pending"


def test_a_review_sent_twice_is_stored_once(reviewer):
    apply()
    data = sent(step="library", **VERDICTS)
    for _ in range(2):
        assert reviewer.post(f"{ADDRESS}/review", data=data).status_code == 303
    assert ProjectStep.select().count() == 2
    late = reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS))
    assert late.status_code == 409
    assert "现在不在这一步" in late.text


def test_an_approval_names_both_people_and_can_send_back(approver):
    apply()
    enter()
    data = sent(step="approved", approver="王建国", user_in_charge="")
    answer = approver.post(f"{ADDRESS}/approve", data=data)
    assert answer.status_code == 422
    assert "写明使用责任人" in page(answer).main.text
    assert page(answer).select_one("#approver")["value"] == "王建国"
    assert approver.post(f"{ADDRESS}/approve", data=sent(step="returned")).status_code == 422
    reason = "资金安排有变，先补预算"
    answer = approver.post(f"{ADDRESS}/approve", data=sent(step="returned", reason=reason))
    assert (answer.status_code, now()) == (303, "returned")
    assert reason in approver.get(ADDRESS).text


def test_who_applied_at_the_county_neither_reviews_nor_approves(reviewer, approver):
    assert reviewer.post("/project", data=sent(**TYPED)).status_code == 303
    answer = reviewer.post(f"{ADDRESS}/review", data=sent(step="library", **VERDICTS))
    assert (answer.status_code, now()) == (403, "pending")
    assert "另一个人审核" in reviewer.get(ADDRESS).text
    enter()
    people = {"approver": "王建国", "user_in_charge": "李明"}
    answer = reviewer.post(f"{ADDRESS}/approve", data=sent(step="approved", **people))
    assert answer.status_code == 403
    assert "请换一个人" in answer.text


def test_the_list_is_filtered_sorted_and_summed(reviewer):
    apply()
    for number in range(35):
        cells = CELLS | {"project.name": f"项目{number:02}", "project.year": 2025}
        cells |= {"project.fund.central": (number + 1) * 100, "project.department": FINANCE}
        take(order("applied", TOWN, number=f"P-{number:02}", cells=cells, new=True))
    take(order("library", REVIEWER, review=YES))
    shown = page(reviewer.get("/project"))
    assert len(shown.select("tbody tr")) == 30
    assert "共 36 个项目，资金 1,000,630.00元，预期带动 720 户。" in shown.text
    rest = page(reviewer.get(shown.find("a", rel="next")["href"]))
    assert len(rest.select("tbody tr")) == 6

    def numbers(query):
        found = page(reviewer.get(f"/project?{query}"))
        return [each.text for each in found.select("td.table__place")]

    assert numbers("review=library") == [NUMBER]
    assert numbers("year=2026") == [NUMBER]
    assert numbers(f"department={OURS}") == [NUMBER]
    assert numbers("q=冷库") == [NUMBER]
    assert numbers("q=P-07") == ["P-07"]
    assert numbers("sort=-total")[:2] == [NUMBER, "P-34"]
    assert numbers("sort=total")[0] == "P-00"
    assert "没有找到项目" in reviewer.get("/project?q=没有").text
    assert numbers("review=none") == []


def test_an_empty_list_says_what_to_do(town):
    assert "还没有项目" in town.get("/project").text


def test_an_import_that_says_otherwise_is_shown(reviewer):
    apply()
    assert "不一样" not in reviewer.get(ADDRESS).text
    Project.update(review="approved").execute()
    assert "台账里的审核结论和下面的经过不一样" in reviewer.get(ADDRESS).text


def test_the_page_is_there_in_uyghur(town, reviewer):
    apply()
    enter()
    take(order("approved", APPROVER, cells=NAMED))
    town.set_cookie("lang", "ug")
    for address in ("/project", "/project/new", ADDRESS):
        assert 'dir="rtl"' in town.get(address).text
