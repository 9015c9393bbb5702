from dataclasses import replace
from datetime import date

import pytest

from rules.facts import Portion
from rules.watch.collective import (
    NAMED,
    Collectives,
    Holding,
    Labour,
    collectives,
    findings,
    own_labour,
    posted_days,
    priority_first,
)
from rules.watch.facts import CollectivePlan, Parameters

UNSET, WEEK = Parameters(), Parameters(posting_days=7)
PLAN = CollectivePlan(
    number="P",
    village="652301100200",
    year=2025,
    received=1000_00,
    use_posts=1,
    use_households=500_00,
    basis="shares",
    decided_on=date(2025, 12, 1),
    posted_from=date(2025, 12, 1),
    posted_to=date(2025, 12, 7),
)


def coded(plan, parameters=UNSET):
    return {each.code: each for each in findings(plan, parameters)}


def test_a_decided_plan_with_other_uses_has_no_finding():
    assert coded(PLAN, WEEK) == {}


def test_sharing_out_needs_the_members_decision():
    found = coded(replace(PLAN, decided_on=None))["collective.no_decision"]
    assert (found.subject, found.weight, found.article) == ("plan:P", "must", "11")
    assert dict(found.params)["amount"] == "500.00"
    nothing = replace(PLAN, decided_on=None, use_households=None)
    assert coded(nothing) == {}
    listed = replace(nothing, portions=(Portion("H"),))
    assert "collective.no_decision" in coded(listed)


@pytest.mark.parametrize(("year", "weight"), [(2023, "note"), (2024, "must")])
def test_a_plan_older_than_the_rules_is_a_note(year, weight):
    found = coded(replace(PLAN, decided_on=None, year=year))["collective.no_decision"]
    assert found.weight == weight


@pytest.mark.parametrize("use", NAMED)
def test_one_fen_for_a_named_use_is_no_plain_handout(use):
    plain = replace(PLAN, use_posts=0, use_reserve=5, use_other=5)
    found = coded(plain)["collective.handout"]
    assert (found.weight, found.actor) == ("advice", "village")
    assert dict(found.params)["plan_basis"] == "shares"
    assert coded(replace(plain, **{use: 1})) == {}


def test_what_is_kept_by_the_collective_is_no_handout():
    assert coded(replace(PLAN, use_posts=None, use_households=0, use_reserve=1000_00)) == {}


def test_posting_is_counted_with_both_its_days_against_the_county_s_number():
    assert posted_days(PLAN) == 7
    short = replace(PLAN, posted_to=date(2025, 12, 6))
    found = coded(short, WEEK)["collective.posted_short"]
    assert (found.weight, dict(found.params)) == ("advice", {"days": "6", "wanted": "7"})
    assert coded(short, UNSET) == {}


def test_a_posting_without_its_days_counts_none():
    assert posted_days(replace(PLAN, posted_to=None)) == 0
    assert posted_days(replace(PLAN, posted_to=date(2025, 1, 1))) == 0
    assert "collective.posted_short" in coded(replace(PLAN, posted_from=None), WEEK)


LABOUR = Labour("A", "652301100200", 2025, own=9, outside=1, priority=3)


def test_labour_from_elsewhere_needs_a_written_reason():
    found = own_labour(LABOUR, UNSET)
    assert (found.code, found.subject) == ("collective.own_labour", "agreement:A")
    assert (found.weight, found.article) == ("must", "11")
    assert own_labour(replace(LABOUR, reason=True), UNSET).weight == "reason"
    assert own_labour(replace(LABOUR, outside=0), UNSET) is None
    assert own_labour(replace(LABOUR, year=2023), UNSET).weight == "note"


def test_own_labour_without_any_assisted_household_is_advice():
    alone = replace(LABOUR, priority=0)
    found = priority_first(alone)
    assert (found.code, found.weight, found.article) == ("collective.no_priority", "advice", "11")
    assert dict(found.params) == {"year": "2025", "own": "9"}
    assert priority_first(replace(alone, priority=1)) is None
    assert priority_first(replace(alone, own=0)) is None


def test_who_is_of_unknown_category_may_be_an_assisted_household():
    assert priority_first(replace(LABOUR, priority=0, unknown=1)) is None


def test_collectives_are_figures():
    held = Holding("V1", members=12, quantified=100_00, shares=20_000)
    found = collectives([held, Holding("V2")])
    assert found == Collectives(
        villages=2, quantified_villages=1, members=12, quantified=100_00, shares=20_000
    )
    assert collectives([]) == Collectives()
