"""What an office's place has of articles 6 to 9: graded farms, workshops, collectives, parks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules.article import Citation
from rules.watch import business, collective, workshop


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: a count, or fen where `money`. `address`: the list behind it, where one is."""

    name: str
    value: int
    address: str = ""
    money: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """The figures of one article; `kind` names what is counted."""

    kind: str
    citation: Citation
    lines: tuple[Line, ...]


LISTED = "/business?kind="
WORKSHOPS = (
    *("workshop_workshops", "workshop_running", "workshop_idle", "workshop_posts"),
    *("workshop_priority_posts", "workshop_unsafe", "workshop_safety_unknown"),
)
COLLECTIVES = (
    *("collective_villages", "collective_quantified_villages", "collective_members"),
    "collective_quantified",
)
PARKS = ("park_parks", "park_running", "park_posts", "park_priority_posts")
KINDS = (
    ("graded", business.GRADED, ("graded_first",)),
    ("workshop", workshop.JOBS, WORKSHOPS),
    ("collective", collective.MEMBERS, COLLECTIVES),
    ("park", business.PARKS, PARKS),
)
MONEY = frozenset({"collective_quantified"})
ADDRESSES = {
    "workshop_workshops": LISTED + "workshop",
    "workshop_idle": LISTED + "workshop&condition=idle",
    "park_parks": LISTED + "park",
}


def blocks(tallies: Mapping[str, int]) -> tuple[Block, ...]:
    """Return the blocks in the order of the articles, without those of which a place has none."""
    return tuple(
        Block(kind, citation, tuple(_line(name, tallies) for name in names))
        for kind, citation, names in KINDS
        if tallies.get(names[0])
    )


def _line(name: str, tallies: Mapping[str, int]) -> Line:
    value = tallies.get(name, 0)
    return Line(name, value, ADDRESSES.get(name, "") if value else "", name in MONEY)
