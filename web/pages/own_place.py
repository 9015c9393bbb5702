"""Where a household could join if it asks: the nearest businesses, never who is with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from rules.article import Citation
from rules.watch.household import FELL, Opening, places, reach

ANY = "any"
MODES = ("order", "custody", "share", "land", "work", "training", "service", "chain")
CHOICES = (ANY, *MODES)
SHOWN = 20  # the nearest; a page is to stay short on a cheap phone
REACH = ("village", "township", "county")


@dataclass(frozen=True, slots=True)
class Place:
    """A business with the modes in which it links households, and all its posts if some are open.

    How many are open is not said: with few posts it would tell who works there.
    """

    name: str
    village: str
    modes: tuple[str, ...]
    posts: int | None


Groups = tuple[tuple[str, tuple[Place, ...]], ...]


@dataclass(frozen=True, slots=True)
class Show:
    """The question, and what was found once it is asked; `more`: how many are not listed.

    `phone` is the village's, `county_phone` the one that the county has published.
    """

    phone: str | None
    county_phone: str | None
    mode: str = ""
    wrong: bool = False
    groups: Groups = ()
    more: int = 0
    villages: Mapping[str, str] = field(default_factory=dict[str, str])
    choices: tuple[str, ...] = CHOICES
    citation: Citation = FELL


def near(
    openings: Iterable[Opening], names: Mapping[str, str], village: str, mode: str
) -> tuple[Groups, int]:
    """Return the nearest places by reach, and how many more there are."""
    found = places(openings, village, None if mode == ANY else mode)
    groups = tuple(
        (REACH[at], tuple(_place(each, names) for each in group))
        for at, group in groupby(found[:SHOWN], key=lambda each: reach(each, village))
    )
    return groups, max(0, len(found) - SHOWN)


def _place(opening: Opening, names: Mapping[str, str]) -> Place:
    work = opening.open_posts > 0
    offered = opening.modes - {"work"} | ({"work"} if work else set())
    modes = tuple(mode for mode in MODES if mode in offered)
    return Place(
        name=names[opening.business],
        village=opening.village or "",
        modes=modes,
        posts=opening.posts if work else None,
    )
