"""What is looked at: the places under a code as of a day, and the agreements that bear on them.

One row for each agreement of the ledger is kept in memory, and never one for a household.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from models import parameter
from models.agreement import Agreement
from models.scope import COUNTY_DIGITS
from models.watch import place
from rules.watch.facts import Parameters

YEAR = 12  # months after which a clause should have left a trace
AWAITED = {"order": "delivery", "work": "work", "training": "training"}
COLUMNS = (
    *("number", "clause", "in_force_from", "signed_on", "starts_on", "ends_on", "business"),
    *("project", "party", "party_number", "mode", "profit_share", "upstream", "written_reason"),
)


@dataclass(frozen=True, slots=True)
class Brief:
    """An agreement in short: the terms that run on the day, clause by clause.

    `first` and `last` are the first and last day of its term (None: without an end).
    """

    number: str
    business: str
    project: str | None
    party: str
    party_number: str | None
    modes: frozenset[str]
    first: date
    last: date | None
    known: date
    upstream: frozenset[str]
    written: bool
    clauses: tuple[Any, ...] = field(compare=False)  # rows of COLUMNS

    def stands(self, day: date) -> bool:
        """Say whether it is in force on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Extent:
    """Places under `code` (all under ""), as of `day`.

    `stored`: dues and what the arithmetic met are read as they are stored, which is right for
    today; otherwise they are computed anew from the facts dated up to the day.
    """

    code: str
    day: date
    stored: bool = False
    _parameters: dict[str, Parameters] = field(default_factory=dict, compare=False)

    def holds(self, code: str) -> bool:
        """Say whether a place is looked at."""
        return code.startswith(self.code)

    def parameters(self, code: str) -> Parameters:
        """Return the parameters of the county in which a place lies."""
        county = code[:COUNTY_DIGITS]
        if county not in self._parameters:
            self._parameters[county] = parameter.on(county, self.day)
        return self._parameters[county]

    @cached_property
    def agreements(self) -> dict[str, Brief]:
        """Every agreement that is known on the day, by number."""
        return {each.number: each for each in _briefs(self.day)}

    @cached_property
    def rosters(self) -> dict[str, dict[str, int]]:
        """How many households of each village hold a share today, by agreement."""
        return place.rosters(self.day)

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each agreement lies."""
        return place.of_agreements(self.agreements.values(), self.rosters)

    @cached_property
    def own(self) -> list[str]:
        """The numbers of the agreements that are looked at, in order."""
        return sorted(number for number, code in self.places.items() if self.holds(code))


def _briefs(day: date) -> list[Brief]:
    chosen = [getattr(Agreement, name) for name in COLUMNS]
    order = (Agreement.number, Agreement.clause, Agreement.in_force_from)
    rows = Agreement.select(*chosen).order_by(*order).namedtuples().iterator()
    known = (row for row in rows if min(row.signed_on, row.in_force_from) <= day)
    return [_brief(list(own), day) for _, own in groupby(known, key=attrgetter("number"))]


def _brief(rows: list[Any], day: date) -> Brief:
    running = [_running(list(own), day) for _, own in groupby(rows, key=attrgetter("clause"))]
    head = running[0]
    ends = [row.ends_on for row in running]
    return Brief(
        *(head.number, head.business, head.project, head.party, head.party_number),
        modes=frozenset(row.mode for row in running),
        first=min(row.starts_on for row in running),
        last=None if None in ends else max(ends),
        known=min(min(row.signed_on, row.in_force_from) for row in rows),
        upstream=frozenset(row.upstream for row in running if row.upstream),
        written=any(row.written_reason for row in running),
        clauses=tuple(running),
    )


def _running(rows: list[Any], day: date) -> Any:
    """Return the row of a clause that holds on a day, or its first one before that."""
    return next((row for row in reversed(rows) if row.in_force_from <= day), rows[0])
