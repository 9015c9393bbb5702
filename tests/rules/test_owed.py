from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.due_day import Instalment
from rules.owed import Owed, split
from tests.rules.oracle import evaluated, rounded

DAYS = [date(2024, month, 1) for month in range(1, 13)]


def instalments(*ratios):
    return [
        Instalment(number, day, ratio)
        for number, (day, ratio) in enumerate(zip(DAYS, ratios, strict=False), 1)
    ]


def owed(fen, **more):
    return Owed("household", "H", fen, (), DAYS[0], DAYS[-1], **more)


@pytest.mark.parametrize(
    ("fen", "ratios", "unit", "wanted"),
    [
        (10000, (1, 1, 1), 1, [3334, 3333, 3333]),
        (10000, (2, 1), 1, [6667, 3333]),
        (10000, (1, 2), 1, [3333, 6667]),
        (10000, (1, 1), 100, [5000, 5000]),
        (10100, (1, 1), 100, [5100, 5000]),
        (1, (1, 1), 1, [1, 0]),
        (0, (1, 1), 1, [0, 0]),
        (10000, (0, 1), 1, [0, 10000]),
        (10000, (0, 0), 1, [5000, 5000]),
    ],
)
def test_a_year_is_split_by_its_ratios_ties_to_the_earlier_day(fen, ratios, unit, wanted):
    assert [each.fen for each in split(owed(fen), instalments(*ratios), unit)] == wanted


def test_one_instalment_needs_no_step_of_its_own():
    (only,) = split(owed(500), instalments(3), 1)
    assert (only.fen, only.steps) == (500, ())


def test_an_unknown_year_has_unknown_instalments():
    found = split(owed(None, reason="no_price"), instalments(1, 1), 1)
    assert [each.fen for each in found] == [None, None]


def test_nothing_is_due_before_its_price_day():
    found = split(owed(500, not_before=date(2024, 1, 20)), instalments(1, 1), 1)
    assert [each.day for each in found] == [date(2024, 1, 20), date(2024, 2, 1)]
    (undated,) = split(owed(500, not_before=date(2024, 1, 20)), [Instalment(1, None)], 1)
    assert undated.day is None


@given(
    st.integers(0, 10**8),
    st.lists(st.integers(0, 9), min_size=2, max_size=6),
    st.sampled_from([1, 10, 100]),
)
def test_instalments_add_up_and_each_formula_recomputes(units, ratios, unit):
    found = split(owed(units * unit), instalments(*ratios), unit)
    assert sum(each.fen or 0 for each in found) == units * unit
    for each in found:
        step = each.steps[-1]
        decimals = {1: 2, 10: 1, 100: 0}[unit]
        assert rounded(evaluated(step.formula), decimals) * 100 == each.fen
