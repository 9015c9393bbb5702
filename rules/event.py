"""Events 变动 of a household: a new head, another village code, splitting 分户, inheriting 继承.

A part that goes to somebody else ends on the day before and begins with the day (退出日期 is the
last day held), so what was due before stays with whoever held it and every pot still adds up.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

# What an office enters, with the papers that prove it.
EVIDENCE = {
    "head": ("register", "village"),
    "recoded": ("approval",),
    "split": ("register", "deed", "judgment"),
    "inherited": ("notary", "judgment", "village"),
}
KINDS = tuple(EVIDENCE)
# The same, in the record of the other household, or of the others of the village.
OTHER = {"split": "split_off", "inherited": "heir"}
MIRRORED = {**OTHER, "recoded": "recoded_with"}
PAPERS = tuple(dict.fromkeys(paper for papers in EVIDENCE.values() for paper in papers))
STATES = ("entered", "confirmed", "refused")
GROUNDS = ("papers", "different", "none")
LEAVES = {"split": "split", "inherited": "inheritance"}  # 退出原因
MEASURES = ("shares", "amount", "area")


class Holding(NamedTuple):
    """What a row of a roster holds: units as in `rules.facts.Share`, None where it has none."""

    shares: int | None = None
    amount: int | None = None
    area: int | None = None
    persons: int | None = None

    @property
    def measured(self) -> tuple[str, ...]:
        """Return what can be divided: its measures, else its people, else nothing."""
        found = tuple(name for name in MEASURES if getattr(self, name) is not None)
        return found or (("persons",) if (self.persons or 1) > 1 else ())

    @property
    def empty(self) -> bool:
        """Say whether nothing is held."""
        return not any(self)


def kept(held: Holding, given: Holding) -> Holding:
    """Return what stays of a row of which `given` goes to another household."""
    pairs = zip(held, given, strict=True)
    return Holding(*(None if had is None else had - (gone or 0) for had, gone in pairs))


def obstacle(held: Holding, given: Holding) -> str:
    """Return why a row cannot be divided so: "more" than there is, or only as a "whole"."""
    if given == held:
        return ""
    if not held.measured:
        return "whole"
    pairs = zip(held, given, strict=True)
    over = any((gone or 0) > (had or 0) or (gone or 0) < 0 for had, gone in pairs)
    return "more" if over else ""


def first_day(today: date) -> date:
    """Return the earliest day on which an event can hold: earlier years stay as they were."""
    return date(today.year, 1, 1)
