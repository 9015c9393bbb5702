"""Findings in words: a title, what is wrong, what comes next, how heavy it is and who acts."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _

from rules import number
from web.words import watch
from web.words.number import Day, Isolate, Names, filled
from web.words.step import NAMES

WEIGHTS = {
    "must": _("必须"),
    "reason": _("原则上"),
    "advice": _("鼓励"),
    "note": _("提示"),
}

# What a weight asks for.
DEMANDS = {
    "must": _("规定写的是必须做到，要改正。"),
    "reason": _("规定写的是原则上要做到。没有做到的，要有书面理由。"),
    "advice": _("规定写的是鼓励，不算违反。"),
    "note": _("这里只列出情况，不判断对错。"),
}

ACTORS = {
    "business": _("经营主体"),
    "village": _("村集体"),
    "township": _("乡镇"),
    "department": _("项目主管部门"),
    "county": _("县"),
}

SUBJECTS = {
    "agreement": _("协议"),
    "asset": _("资产"),
    "project": _("项目"),
    "business": _("经营主体"),
    "workshop": _("就业帮扶车间"),
    "village": _("村"),
    "township": _("乡镇"),
    "county": _("县"),
    "group": _("群体"),
    "household": _("农户"),
    "plan": _("分配方案"),
}

# Names that mean the same in every finding.
PERCENT = frozenset({"lpr", "percent"})
PLAIN = frozenset(
    {
        *("clause", "household", "voucher", "agreement", "asset", "project", "business", "village"),
        *("place", "county", "township", "workshop", "group"),
    }
)


def _gathered(name: str) -> dict[str, Any]:
    """Return what the modules under web/words/watch have by this name, as one dictionary."""
    found: dict[str, Any] = {}
    for module in MODULES:
        found.update(getattr(module, name, {}))
    return found


def _all(name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(module, name, ()) for module in MODULES))


MODULES = [
    importlib.import_module(f"{watch.__name__}.{found.name}")
    for found in pkgutil.iter_modules(watch.__path__)
]
TITLES: Mapping[str, Any] = _gathered("TITLES")
SENTENCES: Mapping[str, Any] = _gathered("SENTENCES")
NEXT: Mapping[str, Any] = _gathered("NEXT")
NUMBERS = Names(
    {**NAMES.lists, **_gathered("LISTS")},
    NAMES.percent | PERCENT | _all("PERCENT"),
    NAMES.plain | PLAIN | _all("PLAIN"),
)


def title(code: str) -> str:
    """Return a short label; a code that has no words any more stands for itself."""
    return str(TITLES.get(code, code))


def sentence(
    code: str, params: Iterable[tuple[str, str]], gap: int | None, day: Day, isolate: Isolate
) -> str:
    """Say what is wrong. `gap` is fen; `day` and `isolate` as in `web.words.number.filled`.

    A finding that was stored before its sentence asked for another number has its title alone.
    """
    numbers = dict(params)
    if gap is not None:
        numbers["gap"] = number.money(gap)
    try:
        return filled(SENTENCES[code], numbers.items(), NUMBERS, day, isolate)
    except KeyError:
        return title(code)


def next_step(code: str) -> str:
    """Say who does what next."""
    return str(NEXT.get(code, ""))


def weight(code: str) -> str:
    """Return how heavy a finding is: a duty, 原则上, 鼓励, or a note."""
    return str(WEIGHTS[code])


def actor(code: str) -> str:
    """Return who has to act."""
    return str(ACTORS[code])
