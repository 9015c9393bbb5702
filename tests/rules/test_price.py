from datetime import date

import pytest

from rules import price as prices
from tests.rules.made import day, price

LIST = prices.by_crop(
    [price("瓜", "2024-06-01", 2), price("瓜", "2024-03-01", 1), price("麦", "2024-01-01", 9)],
    {"瓜"},
)


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        ("2024-02-29", None),
        ("2024-03-01", 10000),
        ("2024-05-31", 10000),
        ("2024-06-01", 20000),
        ("2030-01-01", 20000),
    ],
)
def test_a_price_is_in_force_until_the_next(on, wanted):
    found = prices.in_force(LIST, "瓜", day(on))
    assert (found and found.price) == wanted


def test_other_crops_have_no_price():
    assert prices.in_force(LIST, "麦", date(2024, 6, 1)) is None
    assert prices.in_force(LIST, None, date(2024, 6, 1)) is None


@pytest.mark.parametrize(
    ("of", "on", "wanted"),
    [
        ("2023-06-01", "2024-06-01", False),
        ("2023-05-31", "2024-06-01", True),
        ("2023-02-28", "2024-02-29", False),
        ("2024-02-29", "2025-02-28", False),
    ],
)
def test_a_price_is_old_after_more_than_a_year(of, on, wanted):
    assert prices.old(price("瓜", of, 1), day(on)) is wanted
