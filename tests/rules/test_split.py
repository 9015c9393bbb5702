from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import split
from tests.rules.oracle import shared

WEIGHTS = st.lists(st.integers(0, 10_000), min_size=1, max_size=12).filter(any)


@pytest.mark.parametrize(
    ("amount", "weights", "ranks", "wanted"),
    [
        (100, [1, 1, 1], [0, 1, 2], [34, 33, 33]),
        (100, [1, 1, 1], [2, 0, 1], [33, 34, 33]),
        (10, [5, 3, 2], [0, 1, 2], [5, 3, 2]),
        (1, [1, 2], [0, 1], [0, 1]),
        (0, [1, 2], [0, 1], [0, 0]),
        (7, [0, 1, 0], [0, 1, 2], [0, 7, 0]),
        (138500, [1] * 29, list(range(29)), [4776] * 25 + [4775] * 4),
    ],
)
def test_what_is_left_over_goes_to_the_largest_remainders(amount, weights, ranks, wanted):
    assert split.largest_remainder(amount, weights, ranks) == wanted


@given(st.integers(0, 10**9), WEIGHTS, st.integers(2014, 2040))
def test_parts_add_up_and_are_those_of_handing_out_one_by_one(amount, weights, year):
    names = [f"H{index:02d}" for index in range(len(weights))]
    turns = iter(split.turns(sum(1 for each in weights if each), year))
    ranks = [next(turns) if weight else 99 for weight in weights]
    parts = split.largest_remainder(amount, weights, ranks)
    assert sum(parts) == amount
    assert parts == shared(amount, [Fraction(each) for each in weights], names, year)


@given(st.integers(0, 10**9), WEIGHTS)
def test_no_part_is_a_whole_unit_away_from_its_exact_share(amount, weights):
    parts = split.largest_remainder(amount, weights, range(len(weights)))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1


def test_nobody_gets_nothing():
    assert split.largest_remainder(5, [], []) == []


@pytest.mark.parametrize(
    ("count", "year", "wanted"),
    [(3, 2023, [2, 0, 1]), (3, 2022, [0, 1, 2]), (4, 2023, [1, 2, 3, 0]), (1, 2023, [0])],
)
def test_turns_begin_at_the_year_modulo_the_number_of_households(count, year, wanted):
    assert year % 3 in {0, 1}
    assert split.turns(count, year) == wanted


def test_cut_parts_never_exceed_the_share():
    assert split.floors(100, [1, 2], 3) == [(33, 1), (66, 2)]
