"""The base of returns item by item, what must be in it, what the money became, valuations."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.watch.asset import base, findings, fixed, valuations
from rules.watch.facts import Parameters
from tests.rules.made import fen
from tests.rules.watch.made import ON, asset, by_code, deal, debt, holds, params, project

OPEN = Parameters()


def find(made, beside=(), on=ON, **values):
    return findings(made, OPEN, on, project(**values), beside or (made,))


@pytest.mark.parametrize(
    ("kind", "in_base", "code", "weight"),
    [
        ("farm_building", False, "asset.must_be_in_base", "must"),
        ("farm_passage", False, "asset.must_be_in_base", "must"),
        ("farm_building", True, None, None),
        ("water", True, "asset.may_stay_out", "note"),
        ("power", True, "asset.may_stay_out", "note"),
        ("road", True, "asset.may_stay_out", "note"),
        ("road", False, None, None),
        ("plant", False, None, None),
        ("plant", True, None, None),
    ],
)
def test_what_must_be_in_the_base_and_what_may_stay_out(kind, in_base, code, weight):
    found = find(asset(kind=kind, in_base=in_base, public_money=60_000))
    assert [(each.code, each.weight) for each in found] == ([(code, weight)] if code else [])
    for each in found:
        assert (each.article, each.subject) == ("14", "asset:Z-1")
        assert params(each)["public"] == "60000.00"


@pytest.mark.parametrize(
    ("used", "weight", "age"),
    [
        ("2022-12-31", "note", "before_rule"),
        ("2023-12-31", "note", "year_of_issue"),
        ("2024-01-01", "must", ""),
    ],
)
def test_an_asset_older_than_the_rules_is_never_red(used, weight, age):
    (found,) = find(asset(kind="farm_building", in_base=False, used=used))
    assert (found.weight, params(found)["age"]) == (weight, age)


def test_what_is_not_in_use_or_disposed_of_has_no_finding():
    out = {"kind": "farm_building", "in_base": False}
    assert find(asset(**out, used="2026-06-01"))
    assert find(asset(**out, used="2026-06-02")) == []
    assert find(asset(**out, state="disposed")) == []


@pytest.mark.parametrize(
    ("is_fixed", "values", "there"),
    [
        (False, {}, True),
        (True, {}, False),
        (None, {}, False),
        (False, {"fund_central": None, "fund_county": fen(5)}, True),
        (False, {"fund_central": None, "fund_donation": fen(5)}, False),
    ],
)
def test_money_that_formed_no_fixed_asset_is_a_note(is_fixed, values, there):
    found = by_code(find(asset(fixed=is_fixed, kind="livestock"), **values))
    assert set(found) == ({"asset.not_fixed"} if there else set())
    assert {each.weight for each in found.values()} <= {"note"}


def test_only_public_money_is_looked_at():
    assert find(asset(fixed=False, public_money=0)) == []
    assert findings(asset(fixed=False), OPEN, ON) == []


def test_the_note_tells_which_share_of_the_project_s_money_is_fixed():
    cows = asset("Z-1", fixed=False, kind="livestock", public_money=40_000)
    barn = asset("Z-2", fixed=True, public_money=35_000)
    (found,) = find(cows, (cows, barn))
    assert params(found) == {"asset_kind": "livestock", "public": "40000.00", "percent": "35"}


def test_the_share_of_fixed_assets_is_cut_off_and_unknown_without_money():
    parts = (
        asset("Z-1", fixed=True, public_money=20_000),
        asset("Z-2", fixed=False, public_money=5_000),
        asset("Z-3", public_money=1_000),
    )
    found = fixed(project(fund_central=fen(20_000), fund_bond=fen(10_000)), parts)
    assert (found.money, found.fixed, found.other, found.unknown) == (
        *(fen(30_000), fen(20_000)),
        *(fen(5_000), fen(1_000)),
    )
    assert found.percent == 66_666
    assert [made.value for made in found.steps] == ["66.666"]
    assert all(map(holds, found.steps))
    bare = fixed(project(fund_central=None, fund_other=fen(5)), parts)
    assert (bare.money, bare.percent, bare.steps) == (0, None, ())
    assert fixed(None, parts).percent is None


@pytest.mark.parametrize(
    ("values", "unsaid"),
    [
        ({}, "value;day;department"),
        ({"appraised": 5, "appraised_on": date(2024, 1, 2)}, "department"),
        ({"appraised": 5, "appraisal_department": "农业农村局"}, "day"),
        ({"appraised_on": date(2024, 1, 2), "appraisal_department": "农业农村局"}, "value"),
    ],
)
def test_a_valuation_has_a_value_a_day_and_a_department(values, unsaid):
    row = debt(stake="equity", source="collective")
    (found,) = valuations(deal(row, assets=(asset(**values),)), ON)
    assert (found.code, found.subject) == ("asset.no_valuation", "asset:Z-1")
    assert (found.article, found.weight) == ("12", "must")
    assert (params(found)["unsaid"], params(found)["agreement"]) == (unsaid, "A")


def test_only_assets_that_a_collective_puts_in_as_shares_need_one():
    whole = {
        "appraised": 5,
        "appraised_on": date(2024, 1, 2),
        "appraisal_department": "农业农村局",
    }
    row = debt(stake="equity", source="collective")
    assert valuations(deal(row, assets=(asset(**whole),)), ON) == []
    assert valuations(deal(row, assets=(asset(state="disposed"),)), ON) == []
    assert valuations(deal(row), ON) == []
    for other in ({"stake": "lease"}, {"source": "linkage_fund"}):
        made = debt(**{"stake": "equity", "source": "collective", **other})
        assert valuations(deal(made, assets=(asset(),)), ON) == []
    old = debt("2022-03-01", stake="equity", source="collective")
    (found,) = valuations(deal(old, assets=(asset(),)), ON)
    assert found.weight == "note"


@pytest.mark.parametrize(
    ("values", "inside", "why"),
    [
        ({}, True, "in"),
        ({"in_base": False}, False, "without_reason"),
        ({"in_base": False, "exclusion_reason": "自有"}, False, "with_reason"),
        ({"kind": "road"}, True, "may_stay_out"),
        ({"kind": "road", "in_base": False}, False, "may_stay_out"),
        ({"kind": "farm_passage"}, True, "must_be_in"),
        ({"kind": "farm_passage", "in_base": False}, False, "must_be_in"),
        ({"kind": "farm_passage", "state": "disposed"}, False, "disposed"),
    ],
)
def test_each_asset_is_in_or_out_and_why(values, inside, why):
    (item,) = base((asset(**values),), OPEN, 2025).items
    assert (item.inside, item.why) == (inside, why)


def test_a_base_adds_up_what_is_inside():
    assets = (
        asset("Z-2", public_money=50_000),
        asset("Z-1"),
        asset("Z-3", kind="farm_building", in_base=False, public_money=30_000),
        asset("Z-4", in_base=False),
        asset("Z-5", used="2026-01-01"),
    )
    found = base(assets, OPEN, 2025, 3000)
    assert [each.number for each in found.items] == ["Z-1", "Z-2", "Z-3", "Z-4"]
    assert (found.cost, found.public) == (fen(200_000), fen(150_000))
    assert (found.depreciation, found.book) == (fen(14_250), fen(121_500))
    assert (found.left_out, found.as_if) == (fen(30_000), fen(4_500))
    assert (found.day, found.as_if_rate) == (date(2025, 12, 31), 3000)
    steps = [*found.steps, *(made for each in found.items for made in each.steps)]
    assert all(map(holds, steps))
    assert {made.code for made in found.steps} == {
        *("base.cost", "base.public", "base.depreciation", "base.book", "base.as_if")
    }


def test_without_a_rate_there_is_no_as_if_and_one_item_needs_no_sum():
    found = base((asset(),), OPEN, 2025)
    assert (found.as_if, found.as_if_rate, found.steps) == (None, None, ())
    assert base((), OPEN, 2025, 0).as_if == 0


def test_what_was_disposed_of_has_no_value():
    (item,) = base((asset(state="disposed"),), OPEN, 2025).items
    assert (item.depreciation, item.book, item.steps) == (0, 0, ())


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 10**9), st.integers(1, 40)), min_size=1, max_size=6
    )
)
def test_sums_are_those_of_the_items_inside(rows):
    assets = [
        asset(f"Z-{number}", in_base=inside, cost=1 + cost // 100, years=years)
        for number, (inside, cost, years) in enumerate(rows)
    ]
    found = base(assets, OPEN, 2030)
    inside = [each for each in found.items if each.inside]
    for name in ("cost", "public", "depreciation", "book"):
        assert getattr(found, name) == sum(getattr(each, name) for each in inside)
