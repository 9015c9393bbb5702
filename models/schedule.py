"""What a business pays on which days, as groups of households: for papers that are hung up.

Sums and counts leave the database, and no household does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from models.bulk import tuples
from models.checklist import renew
from models.due import Due
from models.owing import payable
from models.scope import under

FIELDS = (
    *(Due.agreement, Due.clause, Due.kind, Due.mode, Due.year, Due.due_on),
    *(Due.village, Due.party, Due.reason),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one clause, kind, day and village; money in fen.

    `parties`: how many households (or collectives, offices, businesses) they are for; `fen` is
    None where no figure is known, with the reason; `least`: what was agreed as a minimum.
    """

    agreement: str
    clause: int
    kind: str
    mode: str
    year: int
    due_on: date | None
    village: str
    party: str
    reason: str
    parties: int
    fen: int | None
    least: int | None


def of_business(number: str, years: Iterable[int], today: date) -> list[Group]:
    """Return everything that a business pays for these years, by day."""
    return _groups((Due.business == number) & Due.year.in_(list(years)), today)


def of_village(code: str, year: int, today: date) -> dict[str, list[Group]]:
    """Return what each business pays the households of a village for a year, by its number."""
    where = under(Due.village, code) & (Due.year == year) & (Due.party == "household")
    query = Due.select(Due.business).where(where & payable(today)).distinct()
    return {number: _groups(where & (Due.business == number), today) for (number,) in tuples(query)}


def _groups(where: Any, today: date) -> list[Group]:
    renew(where, today)
    count = fn.COUNT(Due.household.distinct())
    query = Due.select(*FIELDS, count, fn.SUM(Due.due), fn.SUM(Due.at_least))
    found = (
        Group(*row[:-2], *(None if sum_ is None else int(sum_) for sum_ in row[-2:]))
        for row in tuples(query.where(where & payable(today)).group_by(*FIELDS))
    )
    return sorted(found, key=_order)


def _order(group: Group) -> tuple[Any, ...]:
    day = group.due_on or date(group.year, 12, 31)
    return day, group.agreement, group.clause, group.kind, group.reason, group.village
