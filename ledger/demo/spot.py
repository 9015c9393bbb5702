"""The real villages that the demo may use, with the names of their townships and counties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.place import Place

COMMITTEES = ("民委员会", "委会")  # 依尔哈巴克村委会 is the committee of 依尔哈巴克村
SHORT = {"木垒哈萨克自治县": "木垒县"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A village: its code, and the names as people say them."""

    code: str
    name: str
    township: str
    county: str


def villages() -> list[Spot]:
    """Return the villages (no communities of towns) that are not switched off, by code."""
    places = {row.code: row for row in Place.select().where(Place.active).namedtuples()}
    return [
        Spot(code, short, name(places, code[:9]), name(places, code[:6]))
        for code, row in sorted(places.items())
        if row.level == "village" and (short := village_name(row.name)).endswith("村")
    ]


def village_name(committee: str) -> str:
    """Return the village's name from its committee's."""
    for ending in COMMITTEES:
        committee = committee.removesuffix(ending)
    return committee


def name(places: Mapping[str, Any], code: str) -> str:
    """Return the short name of a place."""
    full = getattr(places.get(code), "name", "")
    return SHORT.get(full, full)
