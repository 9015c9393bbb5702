"""The gate on the page: review by the department, approval by other hands, or sent back."""

from __future__ import annotations

import pytest

from models.place import load_places
from models.project_step import ProjectStep
from tests.ledger.county import VILLAGE
from tests.ledger.gate import (
    FINANCE,
    OURS,
    apply,
    enter,
    now,
)
from tests.web.projects import (
    ADDRESS,
    TYPED,
    VERDICTS,
    page,
    sent,
    typed_in,
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
    kept = typed_in(page(town.get(f"{ADDRESS}/correct")))
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
