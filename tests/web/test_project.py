"""Projects: who sees which, the list, applying, and what is refused on the way."""

from __future__ import annotations

import pytest

from ledger.gate import take
from models.batch import Batch
from models.business import Business
from models.database import write
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
from tests.web.farm import add
from tests.web.projects import (
    ADDRESS,
    OTHER_COUNTY,
    OTHER_TOWN,
    TYPED,
    page,
    sent,
)


@pytest.fixture(autouse=True)
def _places(app):
    load_places()


@pytest.fixture
def town(colleague):
    return colleague("township", VILLAGE[:9])


@pytest.fixture
def reviewer(colleague):
    return colleague("county", department=OURS)


@pytest.fixture
def approver(colleague, reviewer):
    return colleague("county", department=FINANCE)


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


def test_a_project_without_a_village_is_the_countys(town, colleague, reviewer):
    data = TYPED | {"village": ""}
    assert (
        colleague("county", department=FINANCE).post("/project", data=sent(**data)).status_code
        == 303
    )
    assert reviewer.get(ADDRESS).status_code == 200
    assert town.get(ADDRESS).status_code == 404


def test_out_of_scope_is_not_there(colleague, town, reviewer):
    town.post("/project", data=sent(**TYPED))
    for client in (
        colleague("township", OTHER_TOWN),
        colleague("county", OTHER_COUNTY, department=OURS),
    ):
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


def test_graded_applicants_stand_first_among_those_to_be_reviewed(reviewer):
    graded = {"kind": "cooperative", "grade": "region"}
    with write():
        for number, name, columns in (
            ("HZ-1", "示范社", graded),
            ("HZ-2", "停产社", graded | {"condition": "idle"}),
            ("HZ-3", "示范企业", graded | {"kind": "enterprise"}),
        ):
            add(Business, number=number, name=name, **columns)
    for number, name in enumerate(("停产社", "示范企业", "普通社", "示范社", "示范社")):
        cells = CELLS | {"project.implementer": name}
        take(order("applied", TOWN, number=f"P-{number}", cells=cells, new=True))

    def rows(query):
        found = page(reviewer.get(f"/project?{query}")).select("tbody tr")
        return [(row.td.text, "优先" in row.text) for row in found]

    first, rest = [("P-3", True), ("P-4", True)], [(f"P-{n}", False) for n in range(3)]
    assert rows("review=pending") == [*first, *rest]
    assert rows("") == [*rest, *first]
    assert rows("review=pending&sort=number") == [*rest, *first]


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
