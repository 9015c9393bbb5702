from dataclasses import replace
from uuid import UUID

import pytest

from rules import admission, article
from rules.admission import Actor, Standing
from rules.watch.facts import Project

APPLICANT, REVIEWER, OTHER = (UUID(int=number) for number in (1, 2, 3))
OURS, FINANCE = "农业农村局", "财政局"
WHOLE = Project(
    *("XM-1", "温室", 2026, "operating", True, OURS, "三工镇政府"),
    fund_central=1_000_000_00,
    mechanism="保底收益加按股分红",
    expected_households=20,
    expected_gain=80_000,
    approver="王建国",
    user_in_charge="李明",
)
PENDING = Standing("pending", OURS, APPLICANT, frozenset({APPLICANT}))
ENTERED = Standing("library", OURS, APPLICANT, frozenset({APPLICANT, REVIEWER}))


def test_the_review_rests_on_the_text():
    assert article.contains(admission.REVIEWED_BY)


@pytest.mark.parametrize(
    ("change", "library", "approval"),
    [
        ({}, (), ()),
        ({"mechanism": None}, ("mechanism",), ("mechanism",)),
        ({"mechanism": "  "}, ("mechanism",), ("mechanism",)),
        ({"expected_households": 0}, ("households",), ("households",)),
        ({"expected_gain": None}, ("effect",), ("effect",)),
        ({"expected_gain": None, "expected_jobs": 1}, (), ()),
        ({"approver": None}, (), ("approver",)),
        ({"user_in_charge": None, "approver": None}, (), ("approver", "user")),
        ({"mechanism": None, "fund_central": None}, (), ()),  # encouraged only
        ({"mechanism": None, "fund_central": None, "legacy": True}, ("mechanism",), ("mechanism",)),
        ({"mechanism": None, "kind": "public"}, (), ()),
        ({"kind": "public", "approver": None}, (), ("approver",)),
    ],
)
def test_what_keeps_a_project_out(change, library, approval):
    project = replace(WHOLE, **change)
    assert admission.missing(project, "library") == library
    assert admission.missing(project, "approved") == approval
    assert admission.missing(project, "applied") == ()


@pytest.mark.parametrize(
    ("step", "verdicts", "lacking", "fault"),
    [
        ("library", (True, True, True), (), ""),
        ("library", (True, True, True), ("mechanism",), "missing"),
        ("library", (True, False, True), (), "verdict"),
        ("returned", (True, True, False), (), ""),
        ("returned", (True, True, True), ("effect",), ""),
        ("returned", (True, True, True), (), "nothing"),
    ],
)
def test_a_review_agrees_with_its_verdicts(step, verdicts, lacking, fault):
    assert admission.decision_fault(step, verdicts, lacking) == fault


@pytest.mark.parametrize(
    ("review", "allowed"),
    [
        ("", {"applied"}),
        ("pending", {"applied", "library", "returned"}),
        ("returned", {"applied"}),
        ("library", {"approved", "returned"}),
        ("approved", set()),
    ],
)
def test_each_step_has_its_place(review, allowed):
    standing = Standing(review, OURS)
    actor = Actor(OTHER, "county", OURS)
    steps = ("applied", "library", "returned", "approved")
    assert {step for step in steps if not admission.obstacle(standing, step, actor)} == allowed


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        (Actor(REVIEWER, "county", OURS), ""),
        (Actor(REVIEWER, "county", FINANCE), "department"),
        (Actor(REVIEWER, "county", ""), "department"),
        (Actor(REVIEWER, "township", OURS), "county"),
        (Actor(APPLICANT, "county", OURS), "applicant"),
    ],
)
def test_the_projects_own_department_reviews_what_another_applied_for(actor, wanted):
    for step in ("library", "returned"):
        assert admission.obstacle(PENDING, step, actor) == wanted


@pytest.mark.parametrize(
    ("account", "wanted"), [(APPLICANT, "hands"), (REVIEWER, "hands"), (OTHER, "")]
)
def test_nobody_approves_what_he_entered_or_reviewed(account, wanted):
    actor = Actor(account, "county", FINANCE)
    assert admission.obstacle(ENTERED, "approved", actor) == wanted
    assert admission.obstacle(ENTERED, "returned", actor) == ""
    assert admission.obstacle(ENTERED, "approved", replace(actor, role="township")) == "county"
