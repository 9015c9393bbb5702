"""How the named numbers, days and codes of a sentence are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from markupsafe import Markup

Day = Callable[[date], str]
Isolate = Callable[[str], str]
DECIMAL = re.compile(r"−?\d+(\.\d+)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SEVERAL = ";"  # between the codes of one param
COMMA = _("、")


@dataclass(frozen=True, slots=True)
class Names:
    """What a param's name says of its value: a code of a list, a percentage, or no quantity."""

    lists: Mapping[str, Mapping[str, Any]]
    percent: frozenset[str]
    plain: frozenset[str]


def filled(
    message: Any, params: Iterable[tuple[str, str]], names: Names, day: Day, isolate: Isolate
) -> str:
    """Return the message with its params.

    `day` writes a day; `isolate` keeps a number in its own direction. Where they return markup,
    the sentence is markup: the messages themselves hold none.
    """
    numbers = {name: written(name, value, names, day, isolate) for name, value in params}
    text = str(message)
    return Markup(text) % numbers if isinstance(isolate("0"), Markup) else text % numbers  # noqa: S704 — our own message


def written(name: str, value: str, names: Names, day: Day, isolate: Isolate) -> str:
    """Return one param as it stands in a sentence."""
    if name in names.lists:
        words = names.lists[name]
        return str(COMMA).join(str(words.get(code, code)) for code in value.split(SEVERAL))
    if DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    return isolate(_number(name, value, names))


def _number(name: str, value: str, names: Names) -> str:
    if name in names.percent:
        return f"{value}%"
    if name not in names.plain and DECIMAL.fullmatch(value):
        whole, dot, rest = value.partition(".")
        sign = "−" if whole.startswith("−") else ""
        return f"{sign}{int(whole.lstrip('−')):,}{dot}{rest}"
    return value
