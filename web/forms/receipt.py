"""A card's short code and a receipt, as they are typed on any phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask_babel import gettext as _

from models import card
from models.receipt import DIGITS

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was, and what is wrong with it by field."""

    code: str = ""
    receipt: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def digits(self) -> str:
        """Return the receipt's digits."""
        return card.digits(self.receipt)

    def refused(self, error: str) -> Typed:
        """Return the same, refused as a whole."""
        return replace(self, errors={"receipt": error})


def read(sent: Mapping[str, str], *, has_card: bool) -> Typed:
    """Read the form; with a card's own address no short code is asked for."""
    code = "" if has_card else sent.get("code", "")[:LONGEST].strip()
    typed = Typed(code, sent.get("receipt", "")[:LONGEST].strip())
    errors: dict[str, str] = {}
    if not has_card and not _is_code(card.digits(code)):
        errors["code"] = _("户卡上的短码是8位数字。请照着卡再抄一次。")
    if not _is_digits(typed.digits, DIGITS):
        errors["receipt"] = _("回执是4位数字。")
    return replace(typed, errors=errors)


def _is_code(code: str) -> bool:
    """Whether a digit was mistyped shows on the code itself; it says nothing of any card."""
    return _is_digits(code, card.CODE_DIGITS) and card.check_digit(code[:-1]) == code[-1]


def _is_digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdecimal()
