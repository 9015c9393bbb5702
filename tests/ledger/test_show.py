"""Stored values as a person reads them in a report."""

import datetime as dt

import pytest

from ledger.column import COLUMNS
from ledger.fault import DAY, MARK
from ledger.show import raw, shown


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("payment.amount", 425_806, "4258.06"),
        ("payment.amount", -5, "-0.05"),
        ("payment.amount", 0, "0.00"),
        ("delivery.kg", 125_000, "12.5"),
        ("delivery.kg", 1_000_000, "100"),
        ("delivery.price", 51_234, "5.1234"),
        ("lpr.rate", 3450, "3.45"),
        ("household.workers", 0, "0"),
        ("household.low_income", False, "否"),
        ("household.category", "lifted", "脱贫户"),
        ("payment.paid_on", dt.date(2024, 12, 20), "2024-12-20"),
        ("household.head", None, ""),
        ("agreement.duties", "甲\n乙", "甲 乙"),
        ("household.head", "长" * 99, "长" * 59 + "…"),
    ],
)
def test_a_value_is_shown(field, value, text):
    assert shown(COLUMNS[field], value) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("张\u202e三\u200b", "张\ufffd三\ufffd"),
        (DAY + "2024-12-20T00:00:00", "2024-12-20"),
        (12.5, "12.5"),
        (100000.0, "100000"),
        (6.5e17, "******"),
        (MARK + "identity", "******"),
        (MARK + "bank_number", "******"),
        (MARK + "formula", ""),
    ],
)
def test_a_cell_is_shown_as_it_stood_there(cell, text):
    assert raw(cell) == text
