"""The businesses of a scope: those that lie in it, and those that owe somebody there.

What they owe is read from the stored totals (`models/finding.py`), so a list costs a few queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import fn

from models import past_total, territory
from models.agreement import Agreement
from models.bulk import chunks, pairs, tuples, values
from models.business import Business
from models.due import Due
from models.finding import Total
from models.scope import under

SUMS = ("households", "due", "received", "overdue", "to_come", "unknown")


@dataclass(frozen=True, slots=True)
class Entry:
    """A business and the totals of one year in a scope, in fen and counts.

    One that only 简表 names has that name for a number and nothing else.
    """

    number: str
    name: str
    kind: str = ""
    grade: str | None = None
    condition: str | None = None
    households: int = 0
    due: int = 0
    received: int = 0
    overdue: int = 0
    to_come: int = 0
    unknown: int = 0

    @property
    def is_stated(self) -> bool:
        """Say whether only 简表 names it."""
        return not self.kind


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement of a business as a list shows it."""

    number: str
    modes: tuple[str, ...]
    party: str
    households: int | None
    signed_on: date
    ends_on: date | None


def by_number(number: str) -> Any | None:
    """Return a business's row, or None."""
    return Business.select().where(Business.number == number).namedtuples().first()


def names(numbers: Collection[str]) -> dict[str, str]:
    """Return the names of these businesses by number."""
    found: dict[str, str] = {}
    for part in chunks(sorted(numbers)):
        query = Business.select(Business.number, Business.name)
        found.update(pairs(query.where(Business.number.in_(part))))
    return found


def of_scope(scope: str, year: int, on: date | None = None) -> list[Entry]:
    """Return every business of a scope with what it owes there for a year, by name.

    With `on`, the sums are those of that day, a past one.
    """
    sums = _totals(scope, year) if on is None else _of_day(scope, year, on)
    rows = {row.number: row for row in _rows()}
    homes = territory.places("business", rows)
    here = {number for number, place in homes.items() if place.startswith(scope)} | _owing(scope)
    found = [_entry(number, rows.get(number), sums.get(number, {})) for number in here]
    return sorted(found, key=lambda each: (each.name, each.number))


def _rows() -> list[Any]:
    columns = (Business.number, Business.name, Business.kind, Business.grade, Business.condition)
    return list(Business.select(*columns).namedtuples())


def _entry(number: str, row: Any, sums: dict[str, int]) -> Entry:
    if row is None:
        return replace(Entry(number, number), **sums)
    return replace(Entry(number, row.name, row.kind, row.grade, row.condition), **sums)


def _totals(scope: str, year: int) -> dict[str, dict[str, int]]:
    columns = [fn.SUM(getattr(Total, name)) for name in SUMS]
    here = under(Total.village, scope) & (Total.year == year)
    query = Total.select(Total.business, *columns).where(here).group_by(Total.business)
    return {
        business: dict(zip(SUMS, map(int, sums), strict=True)) for business, *sums in tuples(query)
    }


def _of_day(scope: str, year: int, on: date) -> dict[str, dict[str, int]]:
    found = past_total.by_business(scope, year, on)
    return {number: {name: sums[name] for name in SUMS} for number, sums in found.items()}


def _owing(scope: str) -> set[str]:
    here = under(Total.village, scope) & (Total.business != "")
    return set(values(Total.select(Total.business).where(here).distinct()))


def years(scope: str) -> list[int]:
    """Return the years for which somebody in a scope is owed something."""
    here = under(Total.village, scope)
    return sorted(values(Total.select(Total.year).where(here).distinct()))


def home(number: str) -> str:
    """Return the code of the place that a business lies in, or nothing where none is known."""
    return territory.places("business", [number]).get(number, "")


def is_seen(number: str, scope: str) -> bool:
    """Say whether a business lies in a scope or has agreements there."""
    place = home(number)
    return bool(scope) and (place.startswith(scope) or bool(_numbers([number], scope)))


def deals(number: str, scope: str) -> list[Deal]:
    """Return the agreements of a business that concern a scope, by number."""
    wanted = _numbers([number], scope).get(number, set())
    rows: dict[str, list[Any]] = defaultdict(list)
    for part in chunks(sorted(wanted)):
        query = Agreement.select().where(Agreement.number.in_(part))
        for row in query.order_by(Agreement.clause, Agreement.in_force_from).namedtuples():
            rows[row.number].append(row)
    return [_deal(found) for _, found in sorted(rows.items())]


def _deal(rows: list[Any]) -> Deal:
    ends = [row.ends_on for row in rows]
    return Deal(
        number=rows[0].number,
        modes=tuple(dict.fromkeys(row.mode for row in rows)),
        party=rows[0].party,
        households=max(
            (row.households for row in rows if row.households is not None), default=None
        ),
        signed_on=min(row.signed_on for row in rows),
        ends_on=None if None in ends else max(ends),
    )


def counts(businesses: Collection[str], scope: str) -> dict[str, int]:
    """Return how many agreements each of these businesses has that concern a scope."""
    return {number: len(found) for number, found in _numbers(businesses, scope).items()}


def _numbers(businesses: Collection[str], scope: str) -> dict[str, set[str]]:
    """Return the agreements that owe somebody in a scope, or that belong to it anyway."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in chunks(sorted(businesses)):
        own = Agreement.select(Agreement.business, Agreement.number).where(
            Agreement.business.in_(part)
        )
        mine = set(tuples(own.distinct()))
        places = territory.places("agreement", {number for _, number in mine})
        owed = _owed({number for _, number in mine}, scope)
        for business, number in mine:
            if number in owed or places.get(number, "").startswith(scope):
                found[business].add(number)
    return found


def _owed(numbers: set[str], scope: str) -> set[str]:
    """Return those of these agreements that owe somebody in a scope: one line is enough to tell."""
    found: set[str] = set()
    for part in chunks(sorted(numbers)):
        line = Due.select(Due.id).where(
            (Due.agreement == Agreement.number) & under(Due.village, scope)
        )
        query = Agreement.select(Agreement.number).where(
            Agreement.number.in_(part) & fn.EXISTS(line)
        )
        found.update(values(query.distinct()))
    return found
