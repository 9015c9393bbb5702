"""Every code that the watch gives has a word, and no word pushes a household."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from rules.watch import family as families
from rules.watch import gate as gates
from rules.watch import nominal, scope, term
from rules.watch.facts import Project
from web.words.watch import (
    agreement,
    asset,
    business,
    chain,
    collective,
    county,
    family,
    gate,
    group,
    household,
    payment,
    project,
    village,
    workshop,
)

ROOT = Path(__file__).parents[3]
MODULES = [
    *(agreement, asset, business, chain, collective, county, group, household, payment),
    *(project, village, workshop),
]
BARE = Project("P", "冷库", 2025, "operating", True, "农业农村局", "甲公司")


def choices(field: str) -> set[str]:
    with (ROOT / "ledger" / "choices.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file) if row["field"] == field}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (project.LISTS["review"], "project.review"),
        (project.LISTS["revival"], "business.revival"),
        (business.LISTS["condition"], "business.condition"),
        (business.LISTS["trouble"], "business.trouble"),
        (collective.LISTS["plan_basis"], "plan.basis"),
        (payment.LISTS["payee"], "agreement.party"),
        (asset.LISTS["asset_kind"], "asset.kind"),
    ],
)
def test_a_closed_list_of_the_ledger_has_a_word_for_each_choice(words, field):
    assert choices(field)
    assert set(words) - {""} == choices(field)


def test_the_grades_with_a_word_are_those_that_article_6_puts_first():
    assert set(business.LISTS["grade"]) <= choices("business.grade")
    assert set(business.LISTS["grade"]) == {"region", "nation"}


def test_every_stake_with_a_floor_has_the_ledger_s_word():
    assert set(agreement.LISTS["stake"]) == scope.STAKES
    assert choices("agreement.stake") >= scope.STAKES


def test_every_fault_of_a_link_has_a_word():
    faults = {"unnamed", "unknown", "loop", "ended"}
    assert set(chain.LISTS["broken"]) == faults | {each.code for each in term.MODES["chain"]}


def test_all_evidence_has_a_word():
    assert set(project.LISTS["evidence"]) == {*nominal.STRONG, *nominal.WEAK}


def test_every_condition_of_the_gate_and_every_column_it_misses_has_a_word():
    found = gates.gate(replace(BARE, expected_households=2, capacity=1))
    assert {each.name for each in found} == set(gate.CONDITIONS)
    columns = {column for each in gates.gate(BARE) for column in each.missing}
    assert columns | {"expected_households", "capacity"} == set(gate.COLUMNS)
    assert set(project.LISTS["unnamed"]) == set(gates.unnamed(BARE))
    assert set(project.LISTS["lacking"]) == set(gates.missing_effect(BARE))


def test_every_scope_and_reason_has_a_word():
    assert set(gate.VERDICTS) == {gates.MUST, gates.ENCOURAGED, gates.OUT}
    reasons = {"not_operating", "legacy", "fund_other", "no_fund", *gates.BINDING}
    assert set(gate.REASONS) == reasons


def test_every_family_figure_and_base_has_a_word():
    found = families.families(families.Counts())
    figures = [figure for each in found for figure in each.figures]
    assert {each.name for each in found} == set(family.FAMILIES)
    assert {each.name for each in figures} == set(family.FIGURES)
    assert {each.base for each in figures} == set(family.BASES)


def test_a_param_has_the_same_words_wherever_it_stands():
    """Lists of all modules are gathered by the param's name, so no two may differ."""
    lists = [
        (name, words) for module in MODULES for name, words in getattr(module, "LISTS", {}).items()
    ]
    assert len(lists) == len({name for name, _ in lists})


def said(*tables) -> list[str]:
    return [text._args[0] for table in tables for text in table.values()]


def test_no_word_about_a_household_says_that_somebody_could_or_should_work():
    for text in said(household.TITLES, household.SENTENCES, household.NEXT):
        assert not [word for word in ("务工", "就业", "劳动", "上班", "工作") if word in text]
    for text in said(household.NEXT):
        assert "自己" in text


def test_who_is_left_out_decides_for_itself():
    assert "自己决定" in project.NEXT["project.others_before_eligible"]._args[0]
