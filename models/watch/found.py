"""A finding with where it lies, whom it concerns and how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.ids import derive
from models.scope import COUNTY_DIGITS
from rules.line import Finding

# Params that say what a finding is about; the others are figures, which change from day to day.
NAMED = frozenset(
    {
        *("agreement", "asset", "clause", "crop", "day", "due_kind", "due_on", "from", "household"),
        *(
            "first_on",
            "item",
            "kind",
            "payee",
            "plan",
            "project",
            "round",
            "term",
            "upstream",
            "village",
        ),
        *("voucher", "workshop", "year"),
    }
)
# Params that are the day of the fact, from which the age of a finding counts.
DAYS = ("due_on", "first_on", "last_on", "since")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding about something in `place`, the code of a village or of what is larger.

    `agreement` and `business` are numbers or empty. `since` is the day of the fact, None where it
    has none: then the first survey that finds it counts.
    """

    finding: Finding
    place: str
    agreement: str = ""
    business: str = ""
    since: date | None = None

    @property
    def county(self) -> str:
        """The county in which it lies; "" where the ledger names none."""
        return self.place[:COUNTY_DIGITS] if len(self.place) >= COUNTY_DIGITS else ""

    @property
    def id(self) -> UUID:
        """What it is about, so that it is the same finding in every survey."""
        each = self.finding
        named = [(name, value) for name, value in each.params if name in NAMED]
        return derive("finding", self.county, each.code, each.subject, self.agreement, named)


def dated(found: Finding, otherwise: date | None = None) -> date | None:
    """Return the day of the fact that a finding speaks of, or another one."""
    params = dict(found.params)
    day = next((params[name] for name in DAYS if params.get(name)), None)
    return date.fromisoformat(day) if day else otherwise
