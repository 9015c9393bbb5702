from dataclasses import replace
from datetime import date

import pytest

from rules.watch.facts import Household, Parameters
from rules.watch.household import Income, Opening, income_fell, no_measure, places, reach

LIFTED = Household("H", "652301100200", "lifted", low_income=True, eligible=True)
THIRD = Parameters(income_fall=30_000)  # 30 %
FELL = Income(LIFTED, 2025, before=1000_00, after=700_00)


def test_an_eligible_household_in_nothing_is_the_county_s_duty():
    found = no_measure(LIFTED, 0)
    assert (found.code, found.subject, found.weight) == (
        "household.no_measure",
        "household:H",
        "must",
    )
    assert found.params == ()
    assert no_measure(LIFTED, 1) is None


@pytest.mark.parametrize(
    "changed",
    [{"eligible": None}, {"eligible": False}, {"category": "watched"}, {"category": None}],
)
def test_whoever_is_not_an_eligible_lifted_household_is_not_meant(changed):
    assert no_measure(replace(LIFTED, **changed), 0) is None


def test_exactly_the_parameter_s_fall_is_a_fall_and_one_fen_less_is_none():
    found = income_fell(FELL, THIRD)
    assert (found.code, found.weight, found.article) == ("household.income_fell", "must", "20")
    assert dict(found.params) == {"year": "2025", "fall": "30", "linked": "0"}
    assert income_fell(replace(FELL, after=700_01), THIRD) is None


def test_while_the_parameter_is_unset_nobody_is_judged():
    assert income_fell(replace(FELL, after=0), Parameters()) is None


@pytest.mark.parametrize(
    ("category", "low_income", "called"),
    [
        ("lifted", True, True),
        ("lifted", None, False),
        ("lifted", False, False),
        ("watched", None, True),
        ("other", True, False),
        (None, True, False),
    ],
)
def test_article_20_calls_for_low_income_lifted_and_watched_households_alone(
    category, low_income, called
):
    household = replace(LIFTED, category=category, low_income=low_income)
    assert (income_fell(replace(FELL, household=household), THIRD) is not None) is called


def test_one_that_is_linked_already_and_a_year_before_the_rules_are_notes():
    assert income_fell(replace(FELL, linked=1), THIRD).weight == "note"
    assert income_fell(replace(FELL, year=2023), THIRD).weight == "note"
    issued = replace(THIRD, issued_on=date(2023, 1, 1))
    assert income_fell(replace(FELL, year=2023), issued).weight == "must"


def test_no_income_before_and_no_fall_are_no_finding():
    assert income_fell(replace(FELL, before=0, after=0), THIRD) is None
    none = replace(THIRD, income_fall=0)
    assert income_fell(replace(FELL, after=1000_00), none) is None


SHOP = Opening("NC-1", "652301100201", frozenset({"work"}), posts=5, filled=4)
FARM = Opening("NC-0", "652301100200", frozenset({"order", "land"}))


def test_places_are_the_nearest_first_and_none_beyond_the_county():
    county = replace(FARM, business="NC-00", village="652301101200")
    beyond = replace(FARM, business="NC-01", village="652302101200")
    home = "652301100201"
    assert places([county, beyond, FARM, SHOP], home) == (SHOP, FARM, county)
    assert [reach(each, home) for each in (SHOP, FARM, county, beyond)] == [0, 1, 2, 3]
    assert places([replace(FARM, business="NC-2"), FARM], home)[0] == FARM
    assert places([replace(SHOP, village=None)], home) == ()


def test_work_needs_an_open_post_and_another_mode_a_business_that_links_by_it():
    assert places([SHOP, FARM], "652301100200", "work") == (SHOP,)
    assert places([replace(SHOP, filled=5)], "652301100200", "work") == ()
    assert places([replace(SHOP, posts=None, filled=0)], "652301100200") == ()
    assert places([SHOP, FARM], "652301100200", "land") == (FARM,)
    assert places([SHOP, FARM], "652301100200", "training") == ()


@pytest.mark.parametrize("condition", ["idle", "closed"])
def test_a_business_that_does_not_run_has_no_place(condition):
    assert places([replace(FARM, condition=condition)], "652301100200") == ()
