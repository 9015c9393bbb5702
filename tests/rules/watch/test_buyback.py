"""A buy-back in two readings: beside the value of its day, and beside what was spent."""

from dataclasses import replace
from datetime import date

import pytest

from rules.watch.buyback import readings
from rules.watch.facts import Roster
from tests.rules.made import fen
from tests.rules.watch.made import ON, asset, deal, debt, holds

LAST = date(2026, 12, 31)
PRICE = {"buyback_price": fen(60_000), "buyback_on": LAST, "buyback_by": "甲公司"}
GREENHOUSE = (asset(),)


def read(*rows, assets=GREENHOUSE, on=ON):
    found = readings(deal(*rows, assets=assets), on)
    for each in found:
        assert all(map(holds, (*each.value.steps, *each.whole.steps)))
    return found


def test_only_clauses_with_a_buy_back_are_read():
    assert read(debt()) == ()
    (found,) = read(debt(), debt(clause=2, **PRICE))
    assert (found.clause, found.price, found.day, found.by) == (2, fen(60_000), LAST, "甲公司")


def test_both_readings_stand_side_by_side_without_a_verdict():
    (found,) = read(debt(**PRICE))
    assert (found.value.paid, found.value.against) == (fen(60_000), fen(71_500))
    # Two years at 5 % of 100,000, and the price.
    assert (found.whole.paid, found.whole.against) == (fen(70_000), fen(100_000))


@pytest.mark.parametrize(
    ("appraised_on", "value"),
    [
        ("2025-12-30", 71_500),
        ("2025-12-31", 80_000),
        ("2026-12-31", 80_000),
        ("2027-01-01", 71_500),
    ],
)
def test_an_appraisal_counts_for_a_year_else_the_book(appraised_on, value):
    made = asset(appraised=80_000, appraised_on=date.fromisoformat(appraised_on))
    (found,) = read(debt(**PRICE), assets=(made,))
    assert found.value.against == fen(value)


def test_several_assets_are_added_up():
    both = (asset(), asset("Z-2", cost=50_000))
    (found,) = read(debt(**PRICE), assets=both)
    assert (found.value.against, found.whole.against) == (fen(107_250), fen(150_000))


def test_without_assets_there_is_no_value_and_the_principal_is_the_cost():
    (found,) = read(debt(**PRICE), assets=())
    assert (found.value.against, found.whole.against) == (None, fen(100_000))
    (found,) = read(debt(**PRICE, principal=None, guaranteed_amount=5), assets=())
    assert found.whole.against is None


def test_what_households_hold_quantified_is_cost_and_principal_alike():
    row, roster = debt(**PRICE, principal=None), Roster(10, fen(50_000))
    (found,) = readings(deal(row, roster=roster), ON)
    assert (found.whole.paid, found.whole.against) == (fen(65_000), fen(50_000))


@pytest.mark.parametrize(
    ("year", "whole"), [(2025, 60_000), (2026, 65_000), (2027, 70_000), (None, 70_000)]
)
def test_a_guarantee_that_a_dividend_replaces_returns_nothing_from_then_on(year, whole):
    (found,) = read(debt(combination="switch", pays_from_year=year, **PRICE))
    assert found.whole.paid == fen(whole)


def test_without_a_day_the_last_of_the_term_is_taken():
    (found,) = read(debt(**{**PRICE, "buyback_on": None}))
    assert (found.day, found.value.against) == (None, fen(71_500))
    (endless,) = read(debt(**{**PRICE, "buyback_on": None}, end=None))
    assert (endless.value.against, endless.whole.paid) == (None, None)


def test_a_buy_back_before_the_end_has_the_returns_until_its_day():
    (found,) = read(debt(**{**PRICE, "buyback_on": date(2025, 12, 31)}))
    assert found.whole.paid == fen(65_000)


def test_returns_follow_the_terms_as_they_change():
    second = replace(debt("2026-01-01", guaranteed_rate=3, **PRICE), in_force_from=date(2026, 1, 1))
    (found,) = read(debt(**PRICE), second)
    assert found.whole.paid == fen(68_000)


def test_what_is_not_written_is_not_known():
    (found,) = read(debt(**{**PRICE, "buyback_price": None}))
    assert (found.price, found.value.paid, found.whole.paid) == (None, None, None)
    (found,) = read(debt(**PRICE, principal=None))
    assert found.whole.paid is None
    (found,) = read(debt(**PRICE, guaranteed_rate=None))
    assert found.whole.paid == fen(60_000)


def test_a_clause_that_has_ended_is_not_read():
    assert read(debt(**PRICE), on=LAST)
    assert read(debt(**PRICE), on=date(2027, 1, 1)) == ()
