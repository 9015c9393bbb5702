from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import figure
from rules.figure import Figure
from tests.rules.oracle import evaluated

SIX, TEN, PART = figure.whole(6), figure.money(1000), figure.fraction(Fraction(264, 31))


@pytest.mark.parametrize(
    ("found", "text", "value"),
    [
        (TEN * SIX / figure.YEAR, "10.00×6÷12", Fraction(5)),
        (TEN * PART, "10.00×(8+16÷31)", Fraction(2640, 31)),
        (TEN / (SIX * SIX), "10.00÷(6×6)", Fraction(10, 36)),
        (TEN * (SIX / TEN), "10.00×6÷10.00", Fraction(6)),
        (TEN - (SIX + SIX), "10.00−(6+6)", Fraction(-2)),
        (TEN - SIX * SIX, "10.00−6×6", Fraction(-26)),
        ((TEN + SIX) * SIX, "(10.00+6)×6", Fraction(96)),
        (TEN + (SIX - TEN), "10.00+6−10.00", Fraction(6)),
        (TEN / figure.fraction(Fraction(1, 3)), "10.00÷(1÷3)", Fraction(30)),
        (figure.factor(5000) * figure.factor(5000), "1.05×1.05", Fraction(441, 400)),
        (figure.percent(3450), "3.45÷100", Fraction(345, 10000)),
        (figure.total([]), "0", Fraction(0)),
    ],
)
def test_text_and_value_are_built_together(found, text, value):
    assert (found.text, found.value) == (text, value)
    assert evaluated(text) == value


ATOMS = st.one_of(
    st.integers(0, 10**6).map(figure.money),
    st.integers(0, 10**7).map(figure.quantity),
    st.integers(1, 20_000).map(figure.percent),
    st.integers(1, 20_000).map(figure.factor),
    st.fractions(0, 100, max_denominator=31).map(figure.fraction),
)


def joined(parts: st.SearchStrategy[Figure]) -> st.SearchStrategy[Figure]:
    def join(left: Figure, right: Figure, sign: str) -> Figure:
        if sign == "÷":
            return left / right if right.above else left
        return {"+": left + right, "−": left - right, "×": left * right}[sign]

    return st.builds(join, parts, parts, st.sampled_from("+−×÷"))


@given(st.recursive(ATOMS, joined, max_leaves=8))
def test_every_formula_recomputes_to_its_value(found):
    assert evaluated(found.text) == found.value
    assert evaluated(found.settled().text) == found.value if found.value >= 0 else True


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(12), "12"),
        (Fraction(1, 2), "1÷2"),
        (Fraction(264, 31), "8+16÷31"),
        (Fraction(0), "0"),
    ],
)
def test_months_are_written_whole_and_part(value, text):
    assert figure.fraction(value).text == text


def test_a_short_decimal_number_is_worked_out_and_a_long_one_is_not():
    assert (figure.whole(5) / figure.whole(4)).settled().text == "1.25"
    assert (figure.whole(1) / figure.whole(3)).settled().text == "1÷3"


@pytest.mark.parametrize(
    ("yuan", "unit", "fen"),
    [("0.005", 1, 1), ("0.0049", 1, 0), ("0.05", 10, 10), ("0.04", 10, 0), ("1.50", 100, 200)],
)
def test_a_figure_is_rounded_half_up_to_the_unit(yuan, unit, fen):
    value = Fraction(yuan)
    assert Figure(value.numerator, value.denominator, yuan).fen(unit) == fen
