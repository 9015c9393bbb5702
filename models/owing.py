"""What a business owes: its lines as sums by agreement, kind, year and due day.

Sums and counts leave the database, and no household does; `people` is for refusing their names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Case, fn

from models.bulk import tuples
from models.calendar import is_working_day
from models.checklist import renew
from models.due import Due
from models.household import Household
from models.scope import under
from rules import state
from rules.state import Totals

# What a business pays. A portion is the collective's to pay, a saving is no money to come.
KINDS = ("guaranteed", "dividend", "rent", "order", "wage")
FIELDS = (Due.agreement, Due.kind, Due.year, Due.due_on, Due.party)


@dataclass(frozen=True, slots=True)
class Owing:
    """Lines of one agreement, kind, year, due day and kind of party; money in fen.

    `parties`: how many households (or collectives, offices, businesses), `waiting`: how many of
    them have not got everything. `unknown` and `agreed` count lines without a figure.
    """

    agreement: str
    kind: str
    year: int
    due_on: date | None
    party: str
    mode: str
    parties: int
    waiting: int
    due: int
    received: int
    rest: int
    unknown: int
    agreed: int

    @property
    def tolerated(self) -> int:
        """Return the differences of less than a unit, which count as paid."""
        return self.due - self.received - self.rest


def paid_up() -> Any:
    """Return the condition that a line lacks less than one 计发单位 (`rules.state.state`)."""
    return (Due.paid > 0) & (Due.due - Due.paid < Due.unit)


def payable(today: date) -> Any:
    """Return the condition that a line is there today and says what a business pays."""
    shown = Due.shown_from.is_null() | (Due.shown_from <= today)
    money = Due.kind.in_(KINDS) & (Due.due.is_null() | (Due.due > 0))
    # What no row of the roster holds is owed to nobody yet: a finding, not a payment.
    return money & shown & ~Due.withdrawn & (Due.party != "unassigned")


def of_business(number: str, today: date, scope: str = "") -> list[Owing]:
    """Return everything that a business owes or owed, by due day; in a scope, or in all."""
    where = Due.business == number
    if scope:
        where &= under(Due.village, scope)
    renew(where, today)
    query = Due.select(*FIELDS, *_sums()).where(where & payable(today)).group_by(*FIELDS)
    return sorted((_owing(row) for row in query.namedtuples()), key=_order)


def rest() -> Any:
    """Return what a line with a figure still lacks: nothing where it counts as paid."""
    return Case(None, [(paid_up(), 0), (Due.paid > 0, Due.due - Due.paid)], Due.due)


def _sums() -> tuple[Any, ...]:
    received = Case(None, [(Due.paid <= 0, 0), (Due.paid > Due.due, Due.due)], Due.paid)
    waits = Case(None, [(Due.due.is_null(), None), (paid_up(), None)], Due.household)
    agreed = Due.due.is_null() & (Due.reason == "agreed")
    return (
        fn.MAX(Due.mode).alias("mode"),
        fn.COUNT(Due.household.distinct()).alias("parties"),
        fn.COUNT(waits.distinct()).alias("waiting"),
        fn.COALESCE(fn.SUM(Due.due), 0).alias("due"),
        fn.SUM(Case(None, [(Due.due.is_null(), 0)], received)).alias("received"),
        fn.SUM(Case(None, [(Due.due.is_null(), 0)], rest())).alias("rest"),
        fn.SUM(Case(None, [(Due.due.is_null() & (Due.reason != "agreed"), 1)], 0)).alias("unknown"),
        fn.SUM(Case(None, [(agreed, 1)], 0)).alias("agreed"),
    )


def _owing(row: Any) -> Owing:
    figures = (row.parties, row.waiting, row.due, row.received, row.rest, row.unknown, row.agreed)
    return Owing(
        *(row.agreement, row.kind, row.year, row.due_on, row.party, row.mode),
        *map(int, figures),
    )


def _order(each: Owing) -> tuple[Any, ...]:
    day = each.due_on or date(each.year, 12, 31)
    return day, each.agreement, each.kind, each.party, each.year


def state_of(each: Owing, today: date) -> tuple[str, int]:
    """Return how the whole of it stands, and for how many days it is late."""
    if not each.due:
        return ("unknown" if each.unknown else "agreed"), 0
    if not each.rest:
        return "paid", 0
    return state.open_on(today, each.due_on, each.received, is_working_day)


def totals(found: Iterable[Owing], today: date) -> Totals:
    """Return the sums of these: due = received + overdue + to_come + tolerated."""
    rows = list(found)
    late = sum(each.rest for each in rows if state_of(each, today)[0] in state.LATE)
    return Totals(
        due=sum(each.due for each in rows),
        received=sum(each.received for each in rows),
        overdue=late,
        to_come=sum(each.rest for each in rows) - late,
        tolerated=sum(each.tolerated for each in rows),
        unknown=sum(each.unknown for each in rows),
        agreed=sum(each.agreed for each in rows),
    )


def people(number: str) -> list[str]:
    """Return the numbers and names of the households that a business owes or owed.

    For one thing only: what the business writes in its own words must name none of them.
    """
    whose = Household.id.in_(Due.select(Due.household).where(Due.business == number).distinct())
    rows = tuples(Household.select(Household.number, Household.head).where(whose))
    return [text for row in rows for text in row if text]
