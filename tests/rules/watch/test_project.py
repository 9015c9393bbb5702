from dataclasses import replace
from datetime import date

import pytest

from rules.watch.facts import Parameters, Project
from rules.watch.project import Course, Joined, Seen, Use, entered, findings

UNSET = Parameters()
WHOLE = Project(
    "P",
    "冷库",
    2024,
    "operating",
    industry=True,
    department="农业农村局",
    implementer="甲公司",
    fund_central=1,
    mechanism="保底分红",
    expected_households=1,
    expected_jobs=1,
    approver="张三",
    user_in_charge="李四",
    review="approved",
)


def seen(course=None, joined=(), uses=(), **changed) -> Seen:
    return Seen(replace(WHOLE, **changed), course or Course(), joined, uses)


def only(found: Seen, parameters=UNSET):
    (finding,) = findings(found, parameters)
    return finding


def test_a_whole_project_has_no_finding():
    assert findings(seen(), UNSET) == ()


def test_no_mechanism_is_a_must_once_the_project_is_past_the_gate():
    found = only(seen(mechanism=None))
    assert (found.code, found.subject, found.weight, found.article) == (
        "project.no_mechanism",
        "project:P",
        "must",
        "16",
    )
    assert found.actor == "department"
    assert only(seen(mechanism="", review="library")).weight == "must"
    assert only(seen(mechanism=None, review="pending")).weight == "note"


def test_a_project_that_was_sent_back_is_what_the_article_wants():
    assert findings(seen(mechanism=None, approver=None, review="returned"), UNSET) == ()


@pytest.mark.parametrize(
    ("year", "weight", "article"), [(2023, "reason", "4"), (2024, "must", "16")]
)
def test_a_project_older_than_the_rules_is_asked_for_its_reason(year, weight, article):
    found = only(seen(mechanism=None, year=year))
    assert (found.weight, found.article) == (weight, article)


def test_the_day_of_issue_decides_which_year_is_older():
    first = Parameters(issued_on=date(2023, 1, 1))
    assert only(seen(mechanism=None, year=2023), first).weight == "must"
    assert only(seen(mechanism=None, year=2022), first).weight == "reason"


def test_an_agreement_is_a_mechanism_that_the_ledger_does_not_name():
    found = only(seen(Course(agreements=1), mechanism=None))
    assert found.weight == "note"


def test_an_empty_review_is_past_the_gate_if_something_runs():
    assert not entered(seen(review=None))
    assert entered(seen(Course(assets=1), review=None))
    assert entered(seen(Course(agreements=1), review=None))
    assert not entered(seen(Course(agreements=1), review="pending"))
    assert only(seen(mechanism=None, review=None)).weight == "note"
    assert only(seen(Course(assets=1), mechanism=None, review=None)).weight == "must"


def test_where_linkage_is_encouraged_it_is_advice_and_never_red():
    project = seen(fund_central=None, fund_other=1, mechanism=None, expected_jobs=0, approver=None)
    assert {each.weight for each in findings(project, UNSET)} == {"advice"}


@pytest.mark.parametrize("kind", ["public", "household"])
def test_what_is_not_operating_has_no_finding(kind):
    assert findings(seen(mechanism=None, approver=None, kind=kind), UNSET) == ()


def test_no_effect_names_what_is_missing():
    found = only(seen(expected_households=None, expected_jobs=None))
    assert (found.code, found.weight) == ("project.no_effect", "must")
    assert dict(found.params)["lacking"] == "households;effect"
    assert only(seen(expected_jobs=0, year=2023)).weight == "note"


def test_no_approver_names_who_is_missing():
    found = only(seen(approver=None, user_in_charge=" "))
    assert (found.code, found.article, found.weight) == ("project.no_approver", "20", "must")
    assert dict(found.params)["unnamed"] == "approver;user"
    assert only(seen(user_in_charge=None, review="pending")).weight == "note"


def test_idle_assets_are_a_must_until_they_are_revived():
    idle = Course(assets=2, idle_assets=1, idle_cost=500_00)
    found = only(seen(idle))
    assert (found.code, found.weight) == ("project.idle", "must")
    assert dict(found.params) == {"assets": "1", "cost": "500.00", "revival": "none"}
    revived = only(seen(replace(idle, revival="lease")))
    assert (revived.weight, dict(revived.params)["revival"]) == ("note", "lease")


def test_underused_assets_are_advice():
    found = only(seen(Course(assets=1, underused_assets=1, underused_cost=1)))
    assert (found.code, found.weight, found.article) == ("project.underused", "advice", "17")


def test_a_loss_of_one_fen_is_a_loss_and_nothing_is_none():
    found = only(seen(Course(agreements=1, loss_year=2025, loss=1)))
    assert (found.code, found.weight) == ("project.loss", "must")
    assert dict(found.params) == {"year": "2025", "loss": "0.01"}
    assert findings(seen(Course(agreements=1, loss_year=2025, loss=0)), UNSET) == ()


@pytest.mark.parametrize(("others", "waiting", "count"), [(1, 1, 1), (0, 1, 0), (1, 0, 0)])
def test_others_before_eligible_households_of_the_same_village(others, waiting, count):
    found = findings(seen(joined=(Joined("652301100200", others, waiting),)), UNSET)
    assert len(found) == count
    for each in found:
        assert (each.code, each.weight) == ("project.others_before_eligible", "advice")
        assert dict(each.params)["village"] == "652301100200"


def test_an_asset_whose_income_reaches_nobody_is_a_question():
    use = Use("Z", "A", "business", 0)
    found = only(seen(uses=(use,)))
    assert (found.code, found.weight) == ("project.unrelated", "note")
    assert dict(found.params) == {"asset": "Z", "agreement": "A"}
    assert findings(seen(uses=(replace(use, links=1),)), UNSET) == ()
    assert findings(seen(uses=(replace(use, party="village"),)), UNSET) == ()
