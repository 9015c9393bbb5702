"""Numbers of people are found wherever they stand; the ledger's own numbers are not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.identity import CHECKS, MASK, WEIGHTS, is_bank_card, kind, masked
from ledger.text import is_business_number
from tests.ledger.sheets import CREDIT_CODE


def identity(born: str, region: str = "652301", order: str = "123") -> str:
    first = f"{region}{born}{order}"
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + CHECKS[total % 11]


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2013, 12, 31)), st.integers(0, 999)
)
def test_every_identity_number_is_found(born, order):
    number = identity(f"{born:%Y%m%d}", order=f"{order:03}")
    assert kind(number) == kind(f"张三{number}。") == kind(number.lower()) == "identity"
    assert number[6:14] not in masked(f"张三 {number}")


@pytest.mark.parametrize(
    "number",
    [
        identity("20241220"),  # region and day of an agreement
        identity("19900230"),  # no such day
        identity("19900101")[:-1] + ("0" if identity("19900101")[-1] != "0" else "1"),
        identity("19900101", region="992301"),
        CREDIT_CODE,
        "20241220000000000001",
        "652324100200",
        "13812345678",
    ],
)
def test_other_numbers_pass(number):
    assert kind(number) == ""


@pytest.mark.parametrize(
    "number", ["6222021234567890128", "4111111111111111", "4111-1111-1111-1111"]
)
def test_cards_are_found(number):
    assert kind(number) == "bank_number"


@pytest.mark.parametrize("number", ["6222021234567890127", "2024122000000008", "411111111111111"])
def test_vouchers_are_no_cards(number):
    assert not is_bank_card(number)
    assert kind(number) == ""


def test_two_numbers_beside_each_other_are_both_seen():
    assert kind(f"13812345678 {identity('19900101')}") == "identity"
    assert masked(f"{identity('19900101')} 13812345678") == f"{MASK} 13812345678"


@pytest.mark.parametrize(
    "number", ["91110000802100433B", "91440300708461136T", CREDIT_CODE, "NC-1"]
)
def test_business_numbers_are_known_by_their_check_character(number):
    assert is_business_number(number)


@pytest.mark.parametrize(
    "number", ["91110000802100433A", "9111000080210043", "NC-", "NC-张三", "", "652301199001011235"]
)
def test_others_are_none(number):
    assert not is_business_number(number)
