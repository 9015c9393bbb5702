"""A guaranteed rate against the LPR: at the boundary, by its day, and by whose money it is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.watch import floor
from rules.watch.facts import Parameters, Rate, Roster
from tests.rules.made import fen
from tests.rules.watch.made import LPR, ON, asset, deal, debt, holds, project


def read(*rows, on=ON, **values):
    (only,) = floor.readings(deal(*rows, **values), on)
    assert all(map(holds, only.steps))
    return only


@pytest.mark.parametrize(
    ("signed", "rate", "verdict", "least"),
    [
        ("2024-07-21", 3.449, "below", 3450),
        ("2024-07-21", 3.450, "reaches", 3450),
        ("2024-07-21", 3.451, "reaches", 3450),
        ("2024-07-22", 3.349, "below", 3350),
        ("2024-07-22", 3.350, "reaches", 3350),
        ("2024-07-22", 3.449, "reaches", 3350),
        ("2024-01-01", 3.449, "below", 3450),
    ],
)
def test_a_rate_is_held_against_the_lpr_of_its_day(signed, rate, verdict, least):
    found = read(debt(signed, guaranteed_rate=rate))
    assert (found.verdict, found.why, found.floor) == (verdict, "", least)
    assert (found.figure, found.floor_day) == (round(rate * 1000), date.fromisoformat(signed))


@pytest.mark.parametrize(
    ("amount", "verdict", "shown"),
    [("3449.99", "below", 3449), ("3450.00", "reaches", 3450)],
)
def test_an_amount_is_held_against_the_lpr_to_the_fen(amount, verdict, shown):
    found = read(debt(guaranteed_amount=amount))
    assert (found.verdict, found.figure) == (verdict, shown)


def test_an_amount_that_makes_no_short_rate_is_cut_off_and_never_looks_higher():
    found = read(debt(guaranteed_amount="1034.99", principal=30_000))
    assert (found.verdict, found.figure) == ("below", 3449)
    assert [made.value for made in found.steps if made.code == "floor.amount_rate"] == ["3.449"]


def test_the_gap_is_the_shortfall_of_the_year_by_households_rounded_half_up():
    # 100,000 × 0.001 % is 1 yuan; a part of 12.5 fen is rounded up.
    assert read(debt(guaranteed_rate=3.449)).gap == 10
    assert read(debt(guaranteed_rate=3.449), roster=Roster(8)).gap == 13
    assert read(debt(guaranteed_rate=3.449), roster=Roster()).gap == 10
    assert read(debt(guaranteed_rate=3.449, households=None), roster=Roster()).gap is None
    assert read(debt(guaranteed_rate=3.45)).gap is None


def test_a_rate_without_a_principal_takes_what_households_hold_or_has_no_gap():
    row = debt(guaranteed_rate=3, principal=None)
    quantified = read(row, roster=Roster(10, fen(50_000)))
    assert (quantified.verdict, quantified.gap) == ("below", fen(22.5))
    bare = read(row)
    assert (bare.verdict, bare.gap) == ("below", None)


@pytest.mark.parametrize(
    ("signed", "issued", "why"),
    [
        ("2022-12-31", None, "before_rule"),
        ("2023-01-01", None, "year_of_issue"),
        ("2023-12-31", None, "year_of_issue"),
        ("2024-01-01", None, ""),
        ("2023-05-11", "2023-05-12", "before_rule"),
        ("2023-05-12", "2023-05-12", ""),
    ],
)
@pytest.mark.parametrize(("rate", "verdict"), [(9, "reaches"), (1, "below")])
def test_only_what_is_of_the_rules_own_time_is_judged(signed, issued, why, rate, verdict):
    parameters = Parameters(issued_on=date.fromisoformat(issued) if issued else None)
    found = read(debt(signed, guaranteed_rate=rate), parameters=parameters)
    assert (found.verdict, found.why) == (verdict, why)


@pytest.mark.parametrize(
    ("signed", "verdict", "why"),
    [("2019-08-19", "not_judged", "no_rate"), ("2019-08-20", "reaches", "before_rule")],
)
def test_before_the_first_rate_on_record_nothing_is_compared(signed, verdict, why):
    found = read(debt(signed))
    assert (found.verdict, found.why) == (verdict, why)


def test_a_county_may_take_the_day_of_the_start():
    row = debt("2024-07-21", start="2024-07-22", guaranteed_rate=3.4)
    assert read(row).verdict == "below"
    assert read(row, parameters=Parameters(lpr_day="start")).verdict == "reaches"


def test_a_start_that_is_still_to_come_has_the_rate_of_today():
    rates = (*LPR, Rate(date(2026, 7, 1), 9000))
    row = debt("2026-05-01", start="2026-09-01", end="2028-08-31", guaranteed_rate=3.35)
    assert read(row, rates=rates, parameters=Parameters(lpr_day="start")).verdict == "reaches"


@pytest.mark.parametrize(
    ("source", "stake", "why"),
    [
        ("own", "own", "own_money"),
        ("own", "debt", "own_money"),
        ("other_aid", "debt", "not_in_scope"),
        ("none", "debt", "not_in_scope"),
        ("linkage_fund", "equity", "no_figure"),
        ("quantified_aid", "own", "no_figure"),
        ("collective", "none", "no_figure"),
        (None, "debt", "not_in_scope"),
    ],
)
def test_what_has_no_floor_in_numbers_says_why(source, stake, why):
    found = read(debt(source=source, stake=stake, guaranteed_rate=1))
    assert (found.verdict, found.why) == ("not_judged", why)


@pytest.mark.parametrize("source", ["linkage_fund", "collective", "quantified_aid"])
def test_public_money_has_a_floor(source):
    assert read(debt(source=source, guaranteed_rate=1)).verdict == "below"


def test_an_empty_source_is_filled_by_the_project():
    found = read(debt(source=None, guaranteed_rate=1), project=project())
    assert found.verdict == "below"
    found = read(debt(source=None), project=project(fund_central=None, fund_bond=fen(5)))
    assert found.why == "not_in_scope"


def test_a_term_that_changes_is_read_as_it_stands_on_the_day():
    first = debt(guaranteed_rate=5)
    second = replace(debt("2026-03-01", guaranteed_rate=3), in_force_from=date(2026, 4, 1))
    assert read(first, second, on=date(2026, 3, 31)).verdict == "reaches"
    assert read(first, second, on=date(2026, 4, 1)).verdict == "below"


def test_a_guarantee_that_a_dividend_replaces_is_none_any_more():
    row = debt(combination="switch", pays_from_year=2026, profit_share=50)
    assert read(row, on=date(2025, 12, 31)).verdict == "reaches"
    assert read(row, on=date(2026, 1, 1)).figure == 0


@pytest.mark.parametrize(
    ("amount", "verdict", "gap"),
    [("9499.99", "below", 0), ("9499.90", "below", 1), ("9500.00", "reaches", None)],
)
def test_a_lease_pays_a_year_of_depreciation(amount, verdict, gap):
    row = debt(stake="lease", guaranteed_amount=amount)
    found = read(row, assets=(asset(),))
    assert (found.verdict, found.floor, found.gap) == (verdict, fen(9500), gap)


def test_only_the_public_part_of_what_is_leased_is_written_off():
    row = debt(stake="lease", guaranteed_amount=4750)
    both = (asset(public_money=40_000), asset("Z-2", public_money=10_000))
    assert read(row, assets=both).floor == fen(4750)
    assert read(row, assets=both).verdict == "reaches"
    gone = (*both, asset("Z-3", state="disposed"))
    assert read(row, assets=gone).floor == fen(4750)


@pytest.mark.parametrize(
    ("on", "floor_"), [("2025-12-31", fen(47_500)), ("2026-01-01", 0), ("2026-06-01", 0)]
)
def test_what_is_written_off_has_no_floor(on, floor_):
    row = debt(stake="lease", guaranteed_amount=1)
    found = read(row, assets=(asset(years=2),), on=date.fromisoformat(on))
    assert found.floor == floor_
    assert found.verdict == ("below" if floor_ else "reaches")


@pytest.mark.parametrize(
    ("price", "verdict"), [("949.99", "below"), ("950.00", "reaches"), (None, "below")]
)
def test_a_rent_is_what_a_lease_pays(price, verdict):
    row = debt(stake="lease", guaranteed_rate=None, land_area=10, rent_price=price)
    assert read(row, assets=(asset(),)).verdict == verdict


@pytest.mark.parametrize(
    "values",
    [
        {"rent_price": 100},
        {"rent_kind": "in_kind", "rent_crop_kg": 100, "rent_crop": "小麦", "land_area": 10},
    ],
)
def test_a_rent_without_a_figure_is_not_judged(values):
    row = debt(stake="lease", guaranteed_rate=None, **values)
    found = read(row, assets=(asset(),))
    assert (found.verdict, found.why, found.floor) == ("not_judged", "no_figure", fen(9500))


def test_a_lease_without_assets_on_record_is_not_judged():
    found = read(debt(stake="lease", guaranteed_rate=1))
    assert (found.verdict, found.why) == ("not_judged", "no_figure")


def test_clauses_that_lease_the_same_assets_are_measured_together():
    rows = [
        debt(stake="lease", guaranteed_amount=amount, clause=number)
        for number, amount in enumerate((4000, 5500), 1)
    ]
    found = floor.readings(deal(*rows, assets=(asset(),)), ON)
    assert [(each.clause, each.verdict, each.figure) for each in found] == [
        (1, "reaches", fen(9500)),
        (2, "reaches", fen(9500)),
    ]


@given(
    rate=st.integers(0, 9999),
    lpr=st.integers(1, 9999),
    principal=st.integers(1, 10**10),
    count=st.integers(1, 500),
)
def test_a_rate_is_below_exactly_where_it_is_smaller_and_lacks_what_it_lacks(
    rate, lpr, principal, count
):
    row = replace(debt(), guaranteed_rate=rate, principal=principal)
    rates = (Rate(date(2020, 1, 1), lpr),)
    found = read(row, rates=rates, roster=Roster(count))
    assert (found.verdict == "below") == (rate < lpr)
    if rate < lpr:
        exact = principal * (lpr - rate)
        assert found.gap == (2 * exact + 100_000 * count) // (2 * 100_000 * count)
    else:
        assert found.gap is None
