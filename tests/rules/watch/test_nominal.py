from dataclasses import fields, replace
from datetime import date

import pytest

from rules.watch.facts import Parameters, Project
from rules.watch.nominal import AWAITED, STRONG, WEAK, Round, Trace, evidence, nominal

UNSET = Parameters()
PROJECT = Project(
    *("P", "大棚", 2024, "operating", True, "农业农村局", "甲公司"),
    fund_central=1,
    mechanism="保底分红",
    expected_households=10,
    capacity=10,
)
TRACE = Trace(date(2024, 3, 1), agreements=1, households=10, late_lines=10)
A_YEAR, A_DAY_LESS = date(2025, 2, 28), date(2025, 2, 27)
SAME = Round(2024, households=5, least=500_00, most=500_00, bases=2)


def codes(trace=TRACE, day=A_YEAR, project=PROJECT):
    return evidence(project, trace, day)


def test_a_named_project_that_never_paid_and_left_nothing_in_a_year_is_a_must():
    found = nominal(PROJECT, TRACE, UNSET, A_YEAR)
    assert (found.code, found.subject, found.weight) == ("project.nominal", "project:P", "must")
    assert dict(found.params) == {
        "evidence": "no_payment",
        "households": "10",
        "since": "2024-03-01",
    }


def test_before_a_year_has_passed_what_has_not_happened_says_nothing():
    assert nominal(PROJECT, TRACE, UNSET, A_DAY_LESS) is None


@pytest.mark.parametrize("trace", ["results", "deliveries", "settlements", "trainings"])
def test_any_trace_at_all_keeps_it_from_being_a_must(trace):
    found = nominal(PROJECT, replace(TRACE, **{trace: 1}), UNSET, A_YEAR)
    assert found.weight == "note"


def test_one_fen_paid_is_no_longer_nothing():
    assert nominal(PROJECT, replace(TRACE, paid=1), UNSET, A_YEAR) is None
    assert nominal(PROJECT, replace(TRACE, paid=0), UNSET, A_YEAR).weight == "must"


def test_a_year_before_the_rules_is_not_judged():
    old = replace(TRACE, since=date(2020, 1, 1))
    assert nominal(PROJECT, old, UNSET, date(2024, 12, 30)).weight == "note"
    assert nominal(PROJECT, old, UNSET, date(2024, 12, 31)).weight == "must"
    issued = Parameters(issued_on=date(2023, 5, 12))
    assert nominal(PROJECT, old, issued, date(2024, 5, 10)).weight == "note"
    assert nominal(PROJECT, old, issued, date(2024, 5, 11)).weight == "must"


def test_only_a_project_that_must_link_can_be_red():
    other = replace(PROJECT, fund_central=None, fund_other=1)
    assert nominal(other, TRACE, UNSET, A_YEAR).weight == "note"
    assert nominal(replace(PROJECT, kind="public"), TRACE, UNSET, A_YEAR) is None
    assert nominal(replace(PROJECT, review="returned"), TRACE, UNSET, A_YEAR) is None


@pytest.mark.parametrize("awaited", AWAITED)
def test_what_was_agreed_and_never_recorded_is_evidence(awaited):
    trace = replace(TRACE, late_lines=0, paid=1, awaits=frozenset({awaited}))
    assert codes(trace) == (AWAITED[awaited],)
    assert codes(replace(trace, awaits=frozenset())) == ()
    assert nominal(PROJECT, trace, UNSET, A_YEAR).weight == "note"


def test_a_mechanism_on_paper_without_any_agreement():
    bare = Trace(date(2024, 12, 31))
    assert codes(bare, date(2025, 12, 30)) == ("no_agreement",)
    assert codes(bare, date(2025, 12, 29)) == ()
    nothing = replace(PROJECT, mechanism=None, expected_households=None)
    assert codes(bare, date(2025, 12, 30), nothing) == ()
    assert nominal(PROJECT, bare, UNSET, date(2025, 12, 30)).weight == "note"


@pytest.mark.parametrize(
    ("changed", "there"),
    [
        ({}, True),
        ({"households": 4}, False),
        ({"most": 500_01}, False),
        ({"least": 550_00, "most": 550_00}, False),
        ({"least": 0, "most": 0}, False),
        ({"bases": 1}, False),
        ({"bases": 0}, True),
    ],
)
def test_the_same_round_sum_for_those_who_hold_different_parts(changed, there):
    trace = replace(TRACE, paid=1, rounds=(replace(SAME, **changed),))
    assert ("equal_round" in codes(trace)) == there


def test_a_head_count_above_the_capacity():
    assert codes(replace(TRACE, paid=1, households=10)) == ()
    assert codes(replace(TRACE, paid=1, households=11)) == ("over_capacity",)
    open_ended = replace(PROJECT, capacity=None)
    assert codes(replace(TRACE, paid=1, households=11), project=open_ended) == ()


def test_one_weak_sign_is_not_enough_and_two_are():
    over = replace(TRACE, paid=1, households=11)
    assert nominal(PROJECT, over, UNSET, A_YEAR) is None
    both = nominal(PROJECT, replace(over, rounds=(SAME,)), UNSET, A_YEAR)
    assert (both.weight, dict(both.params)["evidence"]) == ("note", "equal_round;over_capacity")


def test_agreements_without_a_roster():
    assert codes(replace(TRACE, households=0, paid=1)) == ("no_roster",)


def test_evidence_stands_in_one_order_the_strong_signs_first():
    trace = replace(TRACE, households=11, awaits=frozenset(AWAITED), rounds=(SAME,))
    order = (*STRONG, *WEAK)
    found = codes(trace)
    assert list(found) == sorted(found, key=order.index)
    assert len(found) == 7


def test_what_households_answered_is_no_fact_here():
    words = ("answer", "confirm", "check", "visit", "dispute")
    for kind in (Trace, Round):
        assert not [f.name for f in fields(kind) if any(word in f.name for word in words)]
