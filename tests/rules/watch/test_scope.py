"""By which day and by whose money the rules judge; what weighs how."""

from datetime import date

import pytest

from rules.watch import scope
from rules.watch.facts import Parameters
from tests.rules.made import fen
from tests.rules.watch.made import deal, debt, project


@pytest.mark.parametrize(
    ("day", "issued", "age"),
    [
        ("2022-12-31", None, "before_rule"),
        ("2023-01-01", None, "year_of_issue"),
        ("2023-12-31", None, "year_of_issue"),
        ("2024-01-01", None, ""),
        ("2023-04-30", "2023-05-01", "before_rule"),
        ("2023-05-01", "2023-05-01", ""),
    ],
)
def test_an_age_is_counted_from_the_day_of_issue(day, issued, age):
    parameters = Parameters(issued_on=date.fromisoformat(issued) if issued else None)
    assert scope.age(date.fromisoformat(day), parameters) == age


@pytest.mark.parametrize(
    ("usual", "old", "reason", "weight"),
    [
        ("must", "", None, "must"),
        ("must", "", "新品种", "must"),
        ("reason", "", None, "must"),
        ("reason", "", "新品种", "reason"),
        ("advice", "", None, "advice"),
        ("note", "", None, "note"),
        ("must", "before_rule", None, "note"),
        ("reason", "year_of_issue", None, "note"),
        ("advice", "before_rule", None, "advice"),
    ],
)
def test_a_weight_is_never_red_before_the_rules_or_with_a_reason(usual, old, reason, weight):
    assert scope.weight(usual, old, reason) == weight


@pytest.mark.parametrize("fund", ["fund_central", "fund_region", "fund_prefecture", "fund_county"])
def test_an_empty_source_is_filled_only_by_linkage_money(fund):
    made = project(**{"fund_central": None, fund: fen(1)})
    assert scope.source(debt(source=None), made) == "linkage_fund"
    assert scope.source(debt(source="none"), made) == "none"
    assert scope.source(debt(source=None), project(fund_central=None)) == "none"


@pytest.mark.parametrize(
    ("source", "stake", "counted"),
    [
        ("quantified_aid", "own", "equity"),
        ("own", "own", "own"),
        ("linkage_fund", None, "none"),
        ("linkage_fund", "lease", "lease"),
    ],
)
def test_quantified_aid_is_not_the_household_s_own(source, stake, counted):
    assert scope.stake(debt(source=source, stake=stake), None) == counted


def test_a_clause_runs_through_its_last_day():
    made = deal(debt())
    assert scope.running(made, date(2026, 12, 31))
    assert scope.running(made, date(2027, 1, 1)) == []
    assert scope.known(made, date(2027, 1, 1))
    assert scope.known(made, date(2024, 2, 29)) == []
