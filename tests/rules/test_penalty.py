"""The contract's penalty: the sum that is late, a rate a day, days."""

import pytest

from rules.penalty import penalty


@pytest.mark.parametrize(
    ("rest", "rate", "days", "value"),
    [
        (120_000, 50, 12, "7.20"),
        (120_000, 50, 1, "0.60"),
        (1, 50, 1, "0.00"),
        (100, 500, 1, "0.01"),  # half a fen is rounded up
        (33_333, 30, 7, "0.70"),
    ],
)
def test_it_is_rounded_half_up_to_a_fen(rest, rate, days, value):
    step = penalty(rest, rate, days)
    assert step.value == value
    assert step.article == "15"
    assert step.formula.endswith(f"={value}")
