"""A slip's code and a new PIN, typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask_babel import gettext as _

from models.card import PIN_DIGITS, digits, trivial
from models.slip import CODE_DIGITS


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and what is wrong with it by field."""

    code: str = ""
    pin: str = field(default="", repr=False)
    errors: Mapping[str, str] = field(default_factory=dict)

    def refused(self, name: str, error: str) -> Typed:
        """Return the same with one more error."""
        return replace(self, errors={**self.errors, name: error})


def is_pin(text: str) -> bool:
    """Say whether `text` is six digits."""
    return len(text) == PIN_DIGITS and text.isascii() and text.isdecimal()


def read(sent: Mapping[str, str]) -> Typed:
    """Read the form."""
    code, pin, again = (digits(sent.get(name, "")[:40]) for name in ("code", "pin", "again"))
    errors: dict[str, str] = {}
    if len(code) != CODE_DIGITS or not code.isascii() or not code.isdecimal():
        errors["code"] = _("信封里的代码是8位数字。")
    if not is_pin(pin):
        errors["pin"] = _("密码是6位数字。")
    elif trivial(pin) or pin in code:
        errors["pin"] = _("这个密码太好猜了。不要用连号、重复的数字或生日。")
    elif pin != again:
        errors["again"] = _("两次输入的密码不一样。")
    return Typed(code[:20], pin, errors)
