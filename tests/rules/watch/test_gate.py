from dataclasses import replace

import pytest

from rules.article import contains
from rules.watch.facts import Project
from rules.watch.gate import BINDING, gate, missing_effect, passes, scope, unnamed

BARE = Project("P", "冷库", 2025, "operating", True, "农业农村局", "甲公司")
WHOLE = replace(
    BARE,
    fund_central=1,
    mechanism="保底分红",
    expected_households=1,
    expected_gain=1,
    approver="张三",
    user_in_charge="李四",
)


@pytest.mark.parametrize("fund", BINDING)
def test_one_fen_of_binding_money_binds_and_none_does_not(fund):
    found = scope(replace(BARE, **{fund: 1}))
    assert (found.verdict, found.reasons) == ("must", (fund,))
    assert scope(replace(BARE, **{fund: 0})).verdict == "encouraged"


def test_an_operating_asset_of_the_former_programme_binds_without_any_money():
    found = scope(replace(BARE, legacy=True))
    assert (found.verdict, found.reasons) == ("must", ("legacy",))
    assert "扶贫项目资产管理" in found.citation.phrase
    assert scope(replace(BARE, legacy=False)).verdict == "encouraged"


def test_other_money_alone_encourages_and_an_empty_row_is_not_judged():
    assert scope(replace(BARE, fund_other=1)).reasons == ("fund_other",)
    assert scope(replace(BARE, fund_other=1, fund_bond=1)).verdict == "must"
    assert scope(BARE).reasons == ("no_fund",)


@pytest.mark.parametrize("kind", ["public", "household"])
def test_only_operating_projects_are_within(kind):
    project = replace(WHOLE, kind=kind)
    assert scope(project).verdict == "out"
    assert gate(project) == ()
    assert passes(project)


def test_a_whole_project_passes_and_every_condition_is_met():
    assert passes(WHOLE)
    assert all(each.met and not each.missing for each in gate(WHOLE))


@pytest.mark.parametrize(
    ("column", "empty", "name"),
    [
        ("mechanism", None, "mechanism"),
        ("mechanism", "  ", "mechanism"),
        ("expected_households", 0, "households"),
        ("expected_households", None, "households"),
        ("expected_gain", 0, "effect"),
        ("approver", None, "approver"),
        ("user_in_charge", "", "user"),
    ],
)
def test_each_thing_that_is_missing_closes_the_gate_and_is_named(column, empty, name):
    project = replace(WHOLE, **{column: empty})
    (found,) = [each for each in gate(project) if not each.met]
    assert (found.name, found.weight) == (name, "must")
    assert column in found.missing
    assert not passes(project)


@pytest.mark.parametrize("effect", ["expected_gain", "expected_jobs", "expected_purchase_kg"])
def test_one_measurable_yearly_effect_is_enough(effect):
    assert passes(replace(WHOLE, **{"expected_gain": None, effect: 1}))


def test_a_clear_effect_is_households_and_an_effect():
    assert missing_effect(WHOLE) == ()
    assert missing_effect(replace(WHOLE, expected_households=0)) == ("households",)
    assert missing_effect(replace(WHOLE, expected_gain=0)) == ("effect",)
    assert missing_effect(BARE) == ("households", "effect")


def test_more_households_than_the_project_can_carry_is_advice():
    full = replace(WHOLE, capacity=10, expected_households=10)
    assert all(each.met for each in gate(full))
    over = replace(full, expected_households=11)
    (found,) = [each for each in gate(over) if not each.met]
    assert (found.name, found.weight) == ("capacity", "advice")
    assert passes(over)


def test_where_linkage_is_encouraged_nothing_closes_the_gate():
    project = replace(BARE, fund_other=100)
    assert {each.weight for each in gate(project)} == {"advice"}
    assert passes(project)


def test_who_is_not_named():
    assert unnamed(WHOLE) == ()
    assert unnamed(replace(WHOLE, approver=None)) == ("approver",)
    assert unnamed(BARE) == ("approver", "user")


def test_every_condition_and_scope_cites_the_text():
    assert all(contains(each.citation) for each in gate(WHOLE))
    for project in (WHOLE, BARE, replace(BARE, legacy=True)):
        assert contains(scope(project).citation)
