"""Numbers of people that stand where they must not: identity cards and bank cards."""

from __future__ import annotations

import re
from datetime import date

MASK = "******"
DIGITS = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){14,18}(?:[ -]?[Xx])?(?![0-9])")
IDENTITY = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}"  # where it was given
    r"(?P<born>(?:19|20)\d{6})\d{3}[\dXx]",
    re.ASCII,
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
# What cards begin with in China; a voucher that begins with its year or its region is none.
CARD = re.compile(r"(?=(?:62|60|81|9558|4|5[1-5]|35))\d{16,19}", re.ASCII)
# The ledger's own numbers may hold a region and a day, but no day before it began.
LEDGER_FROM = date(2014, 1, 1)


def is_identity(number: str) -> bool:
    """Say whether 18 characters are an identity-card number with a valid check character."""
    match = IDENTITY.fullmatch(number)
    try:
        born = date.fromisoformat(match["born"]) if match else LEDGER_FROM
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=False))
    return born < LEDGER_FROM and CHECKS[total % 11] == number[17].upper()


def is_bank_card(number: str) -> bool:
    """Say whether 16 to 19 digits are a bank card's, by their beginning and the Luhn check."""
    if not CARD.fullmatch(number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return sum(sum(divmod(d * 2, 10)) if i % 2 else d for i, d in enumerate(digits)) % 10 == 0


def kind(text: str) -> str:
    """Return the code of the problem with a text that holds such a number, or ""."""
    for match in DIGITS.finditer(text):
        number = re.sub("[ -]", "", match[0])
        if is_identity(number):
            return "identity"
        if is_bank_card(number):
            return "bank_number"
    return ""


def masked(text: str) -> str:
    """Return `text` with every long number in it masked, whatever it is."""
    return DIGITS.sub(MASK, text)
