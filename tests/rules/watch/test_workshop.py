from dataclasses import replace

import pytest

from rules.watch.facts import Business, Project
from rules.watch.workshop import Jobs, builds, findings, jobs, new_beside_idle

SHOP = Business(
    "NC-7",
    "车间",
    "workshop",
    village="652301100200",
    condition="normal",
    posts=20,
    priority_posts=6,
    safe=True,
)
IDLE = replace(SHOP, condition="idle")
NEW = Project(
    *("P", "新建就业帮扶车间", 2026, "operating", True, "人社局", "乙公司"),
    village="652301100201",
    review="pending",
)


def coded(business):
    return {each.code: each for each in findings(business)}


def test_a_running_safe_workshop_has_no_finding():
    assert findings(SHOP) == ()


def test_an_idle_workshop_is_a_must_until_the_ledger_says_how_it_is_revived():
    (found,) = findings(IDLE)
    assert (found.code, found.subject, found.weight) == ("workshop.idle", "workshop:NC-7", "must")
    (revived,) = findings(replace(IDLE, revival="cooperative"))
    assert (revived.weight, dict(revived.params)["revival"]) == ("note", "cooperative")
    (found,) = findings(replace(IDLE, revival="none"))
    assert found.weight == "must"


def test_no_safety_is_advice_and_an_empty_cell_a_note():
    assert coded(replace(SHOP, safe=False))["workshop.unsafe"].weight == "advice"
    assert coded(replace(SHOP, safe=None))["workshop.safety_unknown"].weight == "note"
    assert set(coded(replace(IDLE, safe=False))) == {"workshop.idle"}
    assert findings(replace(SHOP, safe=None, condition="closed")) == ()
    assert findings(replace(SHOP, safe=False, condition="closed")) == ()


def test_another_business_has_no_finding_of_a_workshop():
    assert findings(replace(IDLE, kind="leading_firm", safe=None)) == ()


@pytest.mark.parametrize(("safe", "weight"), [(True, "must"), (None, "advice"), (False, "note")])
def test_a_new_one_beside_an_idle_one_weighs_by_whether_that_one_is_safe(safe, weight):
    (found,) = new_beside_idle(NEW, [replace(IDLE, safe=safe)])
    assert (found.code, found.subject) == ("workshop.new_beside_idle", "project:P")
    assert (found.weight, dict(found.params)["workshop"]) == (weight, "NC-7")


def test_beside_is_within_the_same_township():
    assert new_beside_idle(NEW, [replace(IDLE, village="652301100999")])
    assert not new_beside_idle(NEW, [replace(IDLE, village="652301101200")])
    assert not new_beside_idle(NEW, [replace(IDLE, village=None)])
    assert not new_beside_idle(replace(NEW, village=None), [replace(IDLE, village=None)])


def test_one_that_runs_or_is_being_revived_stands_in_nobody_s_way():
    assert not new_beside_idle(NEW, [SHOP, replace(IDLE, revival="lease")])
    assert not new_beside_idle(NEW, [replace(IDLE, kind="park")])


@pytest.mark.parametrize(
    ("review", "count"),
    [("pending", 1), ("library", 1), ("approved", 0), ("returned", 0), (None, 0)],
)
def test_only_what_is_still_proposed_is_asked(review, count):
    assert len(new_beside_idle(replace(NEW, review=review), [IDLE])) == count


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("新建车间", None, True),
        ("纺织项目", "建设标准化厂房1200平方米", True),
        ("纺织项目", "购买设备，放在原有车间", False),
        ("车间改造", "改造建设闲置车间", False),
        ("新建冷库", None, False),
    ],
)
def test_what_reads_as_a_new_workshop(name, content, wanted):
    assert builds(replace(NEW, name=name, content=content)) is wanted


def test_jobs_are_figures_and_an_empty_cell_adds_nothing():
    blank = replace(SHOP, posts=None, priority_posts=None, safe=None)
    found = jobs([SHOP, replace(IDLE, safe=False), blank, replace(SHOP, kind="park")])
    assert found == Jobs(
        workshops=3,
        running=2,
        idle=1,
        posts=40,
        priority_posts=12,
        unsafe=1,
        safety_unknown=1,
    )
