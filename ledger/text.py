"""Texts: composed, trimmed, and free of characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata

from ledger.column import Column
from ledger.fault import Fault, fault
from ledger.width import narrow

LIMIT = 200
LONG_LIMIT = 4000
# Terms and descriptions, in which somebody may have begun a new line.
LONG = frozenset(
    {
        "project.content",
        "project.mechanism",
        "asset.exclusion_reason",
        "agreement.written_reason",
        "agreement.service",
        "agreement.entry_terms",
        "agreement.exit_terms",
        "agreement.liability",
        "agreement.duties",
        "agreement.ownership",
        "village.reason",
    }
)
IDENTIFIERS = ("编号", "编码", "单号", "凭证号")
BUSINESS = re.compile(r"[0-9A-Z]{18}|NC-.+")
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
OWN_NUMBER = re.compile(r"NC-[0-9A-Z][0-9A-Z._-]{0,39}")
CREDIT_LENGTH = 18
NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
ARABIC = re.compile("[\u0600-\u06ff]{2}")
JOINERS = "\u200c\u200d"


def is_identifier(column: Column) -> bool:
    """Say whether the column holds numbers, which are the same in any width."""
    return bool(column.reference) or column.heading.endswith(IDENTIFIERS)


def read_text(text: str, column: Column) -> str | Fault:
    """Return a text as it is stored."""
    if is_identifier(column):
        text = _number(narrow(text))
    text = unicodedata.normalize("NFC", text).strip()
    long = column.field in LONG
    if not text.isprintable():
        text = re.sub("\r\n?|[\u2028\u2029]", "\n", text) if long else text
        hidden = invisible(text, long=long)
        if hidden:
            return fault("invisible", character=f"U+{ord(hidden):04X}")
    limit = LONG_LIMIT if long else LIMIT
    if len(text) > limit:
        return fault("too_long", limit=limit)
    if column.field == "business.number" and not is_business_number(text):
        return Fault("business_number")
    return text


def _number(text: str) -> str:
    """Return a number with capital letters where it is a business's."""
    return text.upper() if BUSINESS.fullmatch(text.upper()) else text


def invisible(text: str, *, long: bool) -> str:
    """Return the first character that nobody can see or that turns the line around, or ""."""
    for place, char in enumerate(text):
        if char in JOINERS and _between_arabic(text, place):
            continue
        if long and char in "\n\t":
            continue
        if _hidden(char):
            return char
    return ""


def _hidden(char: str) -> bool:
    category = unicodedata.category(char)
    # Rare names may use characters newer than this Python's table, or private ones.
    if category == "Cn":
        return NO_CHARACTER.match(char) is not None
    return category in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _between_arabic(text: str, place: int) -> bool:
    around = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    return ARABIC.fullmatch(around) is not None


def is_business_number(text: str) -> bool:
    """Say whether this is a unified social credit code (GB 32100) or an own number NC-…."""
    if OWN_NUMBER.fullmatch(text):
        return True
    if len(text) != CREDIT_LENGTH or any(char not in CREDIT for char in text):
        return False
    total = sum(CREDIT.index(char) * pow(3, i, 31) for i, char in enumerate(text[:17]))
    return CREDIT[-total % 31] == text[17]
