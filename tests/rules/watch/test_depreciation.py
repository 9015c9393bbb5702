"""Straight-line depreciation: its years add up to what the whole life takes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.watch import depreciation
from rules.watch.facts import Parameters
from tests.rules.made import fen
from tests.rules.watch.made import asset, holds

OPEN = Parameters()


@pytest.mark.parametrize(
    ("day", "loss"),
    [
        ("2023-12-31", 0),
        ("2024-01-01", fen(9_500)),
        ("2033-12-31", fen(9_500)),
        ("2034-01-01", 0),
    ],
)
def test_a_year_s_depreciation_runs_from_the_first_to_the_last_day_of_use(day, loss):
    found, made = depreciation.whole_year(fen(100_000), asset(), OPEN, date.fromisoformat(day))
    assert found == loss
    assert holds(made)


@pytest.mark.parametrize(
    ("own", "county", "loss"), [(None, 5000, 9_500), (0, 5000, 10_000), (None, 0, 10_000)]
)
def test_the_residual_value_is_the_ledger_s_else_the_county_s(own, county, loss):
    made = replace(asset(), residual=own)
    found, _ = depreciation.whole_year(
        fen(100_000), made, Parameters(residual=county), date(2025, 1, 1)
    )
    assert found == fen(loss)


@pytest.mark.parametrize(
    ("year", "loss"), [(2023, 0), (2024, 4_750), (2025, 9_500), (2034, 4_750), (2035, 0)]
)
def test_a_calendar_year_has_the_months_in_use(year, loss):
    found, made = depreciation.in_year(fen(100_000), asset(used="2024-07-01"), OPEN, year)
    assert found == fen(loss)
    assert holds(made)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2023-12-31", 100_000),
        ("2024-12-31", 90_500),
        ("2033-12-31", 5_000),
        ("2040-01-01", 5_000),
    ],
)
def test_the_book_value_falls_to_the_residual_value(day, value):
    found, made = depreciation.book(fen(100_000), asset(), OPEN, date.fromisoformat(day))
    assert found == fen(value)
    assert holds(made)


@pytest.mark.parametrize(("public", "part"), [(None, 100_000), (40_000, 40_000), (0, 0)])
def test_an_empty_public_part_is_all_of_the_cost(public, part):
    assert depreciation.public(asset(public_money=public)) == fen(part)


@given(
    cost=st.integers(1, 10**10),
    years=st.integers(5_000, 300_000),
    residual=st.integers(0, 100_000),
    used=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)
def test_the_years_add_up_to_the_whole_but_for_rounding(cost, years, residual, used):
    made = replace(asset(), in_use_from=used, life_years=years, residual=residual)
    span = range(used.year, used.year + years // 10_000 + 3)
    found = [depreciation.in_year(cost, made, OPEN, year)[0] for year in span]
    left, _ = depreciation.book(cost, made, OPEN, date(span[-1], 12, 31))
    assert abs(cost - sum(found) - left) <= len(found)
    assert all(each >= 0 for each in found)
