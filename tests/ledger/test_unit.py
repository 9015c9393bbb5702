"""Units beside figures: understood exactly, or not at all."""

from decimal import Decimal

import pytest

from ledger.column import COLUMNS
from ledger.unit import NUMERIC, factor, known


@pytest.mark.parametrize(
    ("field", "unit", "expected"),
    [
        ("agreement.principal", "元", 1),
        ("agreement.principal", "万元", 10_000),
        ("agreement.principal", "单位:万元", 10_000),
        ("agreement.principal", "人民币元", 1),
        ("agreement.principal", "亿元", 100_000_000),
        ("agreement.principal", "元/年", None),
        ("agreement.principal", "美元", None),
        ("agreement.guaranteed_amount", "元/年", 1),
        ("agreement.guaranteed_amount", "元/月", None),
        ("agreement.rent_price", "元/亩·年", 1),
        ("agreement.rent_price", "元每亩每年", 1),
        ("agreement.rent_price", "元/亩", 1),
        ("agreement.rent_price", "元/亩/亩", None),
        ("agreement.rent_price", "元/斤", None),
        ("agreement.rent_crop_kg", "斤/亩", "0.5"),
        ("agreement.floor_price", "元/斤", 2),
        ("agreement.floor_price", "元/吨", "0.001"),
        ("agreement.floor_price", "分/公斤", "0.01"),
        ("agreement.land_area", "公顷", 15),
        ("agreement.land_area", "平方米", None),
        ("agreement.guaranteed_rate", "%/年", 1),
        ("agreement.guaranteed_rate", "‰", "0.1"),
        ("agreement.penalty_rate", "%/日", 1),
        ("agreement.penalty_rate", "%/年", None),
        ("agreement.wage", "元/小时", 1),
        ("agreement.work_time", "每年", 1),
        ("household.workers", "人", 1),
        ("portion.basis", "元", 1),
        ("portion.basis", "万元", 10_000),
        ("portion.basis", "亩", None),
    ],
)
def test_a_unit_is_a_factor_or_no_unit(field, unit, expected):
    assert factor(COLUMNS[field], unit) == (expected if expected is None else Decimal(expected))


@pytest.mark.parametrize("column", [c for c in COLUMNS.values() if c.type in NUMERIC], ids=str)
def test_every_figure_has_units_that_it_understands(column):
    assert all(factor(column, unit) is not None for unit in known(column))
    assert factor(column, "光年") is None
