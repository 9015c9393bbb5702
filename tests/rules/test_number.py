from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import number
from tests.rules.oracle import rounded


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0.00"), (5, "0.05"), (123456, "1234.56"), (-250, "−2.50")]
)
def test_money_has_two_decimals_and_no_separators(fen, text):
    assert number.money(fen) == text


@pytest.mark.parametrize(
    ("fen", "unit", "text"),
    [
        (1230, 1, "12.30"),
        (1230, 10, "12.3"),
        (1200, 100, "12"),
        (1234, 100, "12.34"),
        (0, 100, "0"),
    ],
)
def test_money_in_its_unit_has_the_unit_s_decimals(fen, unit, text):
    assert number.money_in(fen, unit) == text


@pytest.mark.parametrize(
    ("scaled", "text"),
    [(125000, "12.5"), (10000, "1"), (1, "0.0001"), (0, "0"), (383_1500, "383.15")],
)
def test_quantities_have_no_needless_zeros(scaled, text):
    assert number.quantity(scaled) == text


@pytest.mark.parametrize(
    ("rate", "text"), [(3450, "3.45"), (6000, "6"), (100000, "100"), (1, "0.001")]
)
def test_rates_are_written_as_percent(rate, text):
    assert number.percent(rate) == text


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [(10, 4, "2.5"), (7, 1, "7"), (1, 3, None), (1, 2**9, None), (-5, 2, "−2.5")],
)
def test_a_value_is_exact_where_its_decimals_end_soon(above, below, text):
    assert number.exact(above, below) == text


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.sampled_from([0, 1, 2, 4]))
def test_rounding_is_half_up(above, below, decimals):
    assert Fraction(number.fixed(above, below, decimals)) == rounded(
        Fraction(above, below), decimals
    )


@pytest.mark.parametrize(
    ("above", "unit", "below", "wanted"),
    [(15, 10, 1, 20), (14, 10, 1, 10), (1, 1, 2, 1), (0, 100, 1, 0)],
)
def test_half_a_unit_goes_up(above, unit, below, wanted):
    assert number.half_up(above, unit, below) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("5", "5.00"), ("5.2", "5.20"), ("5.25", "5.25"), ("5.1234", "5.1234")]
)
def test_yuan_have_at_least_two_decimals(text, wanted):
    assert number.least_two(text) == wanted
