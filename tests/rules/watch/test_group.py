from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.watch.facts import Parameters
from rules.watch.group import Pair, growth, income_growth, operating_income

UNSET = Parameters()
PAIR = Pair("652301", 2025, households=5, before=100_00, after=110_00)


def test_growth_equal_to_the_farmers_is_not_higher_and_one_fen_more_is():
    found = income_growth(PAIR, 1000, 1100, UNSET)
    assert (found.code, found.subject, found.weight) == (
        "group.income_growth",
        "group:652301",
        "must",
    )
    assert dict(found.params) == {
        "year": "2025",
        "households": "5",
        "growth": "10.00",
        "farmers_growth": "10.00",
    }
    assert income_growth(replace(PAIR, after=110_01), 1000, 1100, UNSET) is None


def test_a_group_under_five_gives_nothing():
    four = replace(PAIR, households=4)
    assert income_growth(four, 1000, 2000, UNSET) is None
    assert operating_income(replace(four, after=0), UNSET) is None


def test_without_a_figure_to_compare_with_nothing_is_judged():
    assert income_growth(PAIR, None, 1100, UNSET) is None
    assert income_growth(PAIR, 1000, None, UNSET) is None
    assert income_growth(PAIR, 0, 1100, UNSET) is None
    assert income_growth(replace(PAIR, before=0), 1000, 1100, UNSET) is None


@pytest.mark.parametrize(("year", "judged"), [(2023, False), (2024, True)])
def test_only_years_under_the_rules_are_judged(year, judged):
    pair = replace(PAIR, year=year, after=1)
    assert (income_growth(pair, 1000, 1100, UNSET) is not None) is judged
    assert (operating_income(pair, UNSET) is not None) is judged
    early = Parameters(issued_on=date(2023, 1, 1))
    assert operating_income(replace(pair, year=2023), early) is not None


def test_operating_income_must_rise():
    assert operating_income(PAIR, UNSET) is None
    same = operating_income(replace(PAIR, after=100_00), UNSET)
    assert (same.code, same.subject) == ("group.operating_income", "group:652301")
    assert dict(same.params)["growth"] == "0.00"
    assert operating_income(replace(PAIR, after=100_01), UNSET) is None


def test_a_fall_is_written_with_a_minus():
    assert growth(300, 200) == "−33.33"


def test_no_finding_names_a_household():
    for found in (
        income_growth(PAIR, 1, 2, UNSET),
        operating_income(replace(PAIR, after=1), UNSET),
    ):
        assert found.subject.startswith("group:")
        assert not {"household", "village"} & {name for name, _ in found.params}


@given(*[st.integers(1, 10**9)] * 4)
def test_the_comparison_is_exact(before, after, farmers_before, farmers_after):
    pair = replace(PAIR, before=before, after=after)
    found = income_growth(pair, farmers_before, farmers_after, UNSET)
    assert (found is None) == (after * farmers_before > farmers_after * before)
