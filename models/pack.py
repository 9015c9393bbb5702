"""What a yearly pack holds: counts and sums of a county as of a day, never of one household."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from rules.duty import Line


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of a code: of a mode, a category, a kind."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Money:
    """The year's money of all households, fen and counts of lines; `earlier`: late from before."""

    due: int = 0
    received: int = 0
    overdue: int = 0
    to_come: int = 0
    tolerated: int = 0
    earlier: int = 0
    lines: int = 0
    confirmed: int = 0
    unknown: int = 0
    agreed: int = 0


@dataclass(frozen=True, slots=True)
class Late:
    """A business that is late with money of the year; `households` are all that it owes in it."""

    number: str
    name: str
    households: int
    due: int
    received: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Found:
    """Findings of an article and weight: open on the day, begun and ended in the year."""

    article: str
    weight: str
    open: int = 0
    begun: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Remedies:
    """The cases as of the day; `closed` in the year."""

    open: int = 0
    overdue: int = 0
    risen: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """What remedies brought to households in the year; fen."""

    code: str
    cases: int
    households: int
    amount: int


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter as it held on the day; `value` as it is stored, None where not settled."""

    name: str
    value: str | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Own:
    """One of the county's own rules that was in force on the day."""

    article: str
    number: str
    since: date


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of a meeting of the year."""

    met_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a pack says. `of_households`: the findings about households, as one count.

    `industries`: the tallies of articles 6 to 9 by their names, as the overview reads them; None
    in a pack that was stored before they were counted.
    """

    county: str
    name: str
    year: int
    day: date
    projects: tuple[Count, ...] = ()
    agreements: int = 0
    modes: tuple[Count, ...] = ()
    businesses: int = 0
    categories: tuple[Count, ...] = ()
    money: Money = Money()
    late: tuple[Late, ...] = ()
    findings: tuple[Found, ...] = ()
    of_households: Found = Found("", "")
    remedies: Remedies = Remedies()
    effects: tuple[Effect, ...] = ()
    replies: tuple[Count, ...] = ()
    unanswered: int = 0
    parameters: tuple[Setting, ...] = ()
    rules: tuple[Own, ...] = ()
    decisions: tuple[Decided, ...] = ()
    industries: tuple[Count, ...] | None = None
    sheet: tuple[Line, ...] = ()

    @property
    def households(self) -> int:
        """Return how many households the ledger has in the county."""
        return sum(each.number for each in self.categories)


PARTS: dict[str, type[Any]] = {
    "projects": Count,
    "modes": Count,
    "categories": Count,
    "money": Money,
    "late": Late,
    "findings": Found,
    "of_households": Found,
    "remedies": Remedies,
    "effects": Effect,
    "replies": Count,
    "parameters": Setting,
    "rules": Own,
    "decisions": Decided,
    "industries": Count,
    "sheet": Line,
}
DAYS = frozenset({"day", "since", "met_on"})


def written(figures: Figures) -> str:
    """Return the figures as JSON."""
    return json.dumps(asdict(figures), ensure_ascii=False, default=date.isoformat)


def read(text: str) -> Figures:
    """Return the figures that `written` made; what a later version has added is left out."""
    return _made(Figures, json.loads(text))


def _made(kind: type[Any], values: dict[str, Any]) -> Any:
    names = {field.name for field in fields(kind)}
    return kind(**{name: _value(name, values[name]) for name in values if name in names})


def _value(name: str, value: Any) -> Any:
    if name in PARTS and isinstance(value, list):
        return tuple(_made(PARTS[name], each) for each in value)
    if name in PARTS and isinstance(value, dict):
        return _made(PARTS[name], value)
    return date.fromisoformat(value) if name in DAYS and value else value
