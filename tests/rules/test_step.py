import pytest

from rules import figure, step
from rules.step import KINDS, REASONS, UNITS


def test_a_step_ends_in_its_value_with_the_decimals_of_the_unit():
    pot = figure.money(100_00) * figure.percent(6000)
    named = {"year": 2024, "round": 1, "profit": "100.00", "share": "6"}
    for unit, value in ((1, "6.00"), (10, "6.0"), (100, "6")):
        found = step.in_money("dividend.profit", pot, 600, unit, **named)
        assert (found.value, found.unit) == (value, "yuan")
        assert found.formula == f"100.00×6÷100={value}"


def test_a_step_carries_its_article_and_its_params_as_strings():
    found = step.in_money("stated", figure.money(500), 500, 1, year=2024, amount="5.00")
    assert found.article == "12"
    assert found.params == (("year", "2024"), ("amount", "5.00"))


def test_a_param_that_its_kind_does_not_name_is_left_out_and_a_missing_one_is_a_mistake():
    found = step.in_money("stated", figure.money(5), 5, 1, year=2024, amount="0.05", more=1)
    assert len(found.params) == 2
    with pytest.raises(KeyError):
        step.in_money("stated", figure.money(5), 5, 1, year=2024)


def test_an_amount_finer_than_the_unit_keeps_its_fen():
    amount = figure.money_in(1234, 100)
    assert step.in_money("stated", amount, 1234, 100, year=1, amount=1).formula == "12.34=12.34"


def test_a_value_that_never_ends_is_shown_with_four_decimals():
    found = step.exactly(
        "plan.weight", figure.whole(10) / figure.whole(3), "mu", basis="area", whole=1
    )
    assert found.formula == "10÷3=3.3333"


def test_yuan_always_show_two_decimals():
    found = step.exactly("plan.weight", figure.whole(10), "yuan", basis="amount", whole=1)
    assert found.value == "10.00"


def test_codes_and_units_and_reasons_are_plain_names():
    for code in KINDS:
        assert code.replace(".", "").replace("_", "").isalpha()
    assert len(set(UNITS)) == len(UNITS)
    assert all(reason.replace("_", "").isalpha() for reason in REASONS)
