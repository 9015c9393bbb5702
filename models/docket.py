"""The offices' list of disputes: what each reader may see, grouped where one answer fits all.

Households of one agreement whose same payment is late are one matter to the office.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, Case, fn

from models.account import Account
from models.agreement import Agreement
from models.bulk import pairs, tuples
from models.business import Business
from models.dispute import Dispute
from models.due import Due
from models.fold import holds
from models.household import Household
from models.project import Project
from models.scope import COUNTY_DIGITS, under
from rules import dispute as rules

ALIKE = (
    *(Dispute.origin, Dispute.reason, Dispute.agreement, Dispute.business, Dispute.about),
    *(Dispute.stage, Dispute.level, Dispute.state, Dispute.due_on),
    *(Due.kind, Due.year, Due.instalment, Due.due_on),
)
# What is about no payment is alike to none.
LONE = Case(None, ((Dispute.due.is_null(), Dispute.id),))
TURN, OWN, NOBODY = MINE = ("1", "own", "none")
# An account that is disabled looks after nothing.
HANDLES = (Account.id == Dispute.handler) & ~Account.disabled
HANDLER = (Account.id, Account.name)


class Line(NamedTuple):
    """Disputes that are alike, as a row of the list; `rest`: fen still open in all of them."""

    origin: str
    reason: str
    agreement: str
    business: str
    about: str
    stage: str
    level: str
    state: str
    due_on: date
    kind: str | None
    year: int | None
    instalment: int | None
    payable_on: date | None
    id: UUID
    households: int
    rest: int | None
    opened_on: date
    account: UUID | None  # which looks after them
    handler: str | None  # its name


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which disputes a reader asks for. `late`: of payments late by more than so many days.

    `mine`: what the own office must do, what `account` looks after, or what nobody does.
    """

    role: str
    scope: str
    states: Collection[str] = ("open", "told")
    mine: str = ""  # of MINE
    late: int | None = None
    business: str = ""
    account: UUID | None = None


def visible(role: str, scope: str) -> Any:
    """Return the condition of what staff may see: the one place that decides it.

    About staff: the county alone until it has answered (product rule 8); about a record no
    village, about income the county alone (rule 11).
    """
    found: Any = under(Dispute.village, scope)
    if role not in {"cadre", "township", "county"}:
        return found & (Dispute.state == "")
    if role == "county":
        return found
    seen = [about for about, roles in rules.SEEN_BY.items() if role in roles]
    answered = (Dispute.about == "staff") & Dispute.answered
    return found & (Dispute.about.in_(seen) | answered)


def listed(wanted: Wanted, day: date, limit: int, offset: int = 0) -> list[Line]:
    """Return a page of the list: what the office must do first, by its last day."""
    first = fn.MIN(Dispute.id.cast("text"))  # PostgreSQL has no least UUID
    open_sum = (~Due.withdrawn & (Due.due > Due.paid), Due.due - Due.paid)
    rest = fn.SUM(Case(None, ((Due.due.is_null(), None), open_sum), 0))
    found = _joined(
        Dispute.select(
            *(*ALIKE, first, fn.COUNT(Dispute.id), rest, fn.MIN(Dispute.opened_on), *HANDLER)
        )
    ).where(_filter(wanted, day))
    waits = Case(None, ((Dispute.state == "open", 0), (Dispute.state == "told", 1)), 2)
    order = (waits, Dispute.due_on, first)
    query = found.group_by(*ALIKE, *HANDLER, LONE).order_by(*order).limit(limit).offset(offset)
    return [Line._make(row) for row in tuples(query)]


def names(numbers: Collection[str]) -> dict[str, str]:
    """Return businesses' names by number; one that the ledger lacks keeps its number."""
    known = pairs(
        Business.select(Business.number, Business.name).where(Business.number.in_(numbers))
    )
    return {number: known.get(number, number) for number in numbers}


def count(wanted: Wanted, day: date) -> int:
    """Return how many rows the list has."""
    found = _joined(Dispute.select(*ALIKE)).where(_filter(wanted, day))
    return found.group_by(*ALIKE, *HANDLER, LONE).count()


def _joined(query: Any) -> Any:
    mine = (Due.household == Dispute.household) & (Due.id == Dispute.due)
    lines = query.join(Due, JOIN.LEFT_OUTER, on=mine)
    return lines.switch(Dispute).join(Account, JOIN.LEFT_OUTER, on=HANDLES)


def _filter(wanted: Wanted, day: date) -> Any:
    found = visible(wanted.role, wanted.scope)
    if wanted.states:
        found &= Dispute.state.in_(wanted.states)
    if wanted.mine:
        found &= _mine(wanted)
    if wanted.late is not None:
        owed = ~Due.withdrawn & (Due.due - Due.paid >= Due.unit)
        found &= owed & (Due.late_from < day - timedelta(days=wanted.late))
    if wanted.business:
        named = [number for number, name in _names().items() if holds(name, wanted.business)]
        found &= Dispute.business.in_([*named, wanted.business]) | (
            Dispute.agreement == wanted.business
        )
    return found


def _mine(wanted: Wanted) -> Any:
    if wanted.mine == OWN:
        return Account.id == wanted.account
    levels = [level for level, office in rules.OFFICE_OF.items() if office == wanted.role]
    turn = (Dispute.state == "open") & Dispute.level.in_(levels)
    return turn & Account.id.is_null() if wanted.mine == NOBODY else turn


def _names() -> dict[str, str]:
    mine = Dispute.select(Dispute.business)
    return pairs(Business.select(Business.number, Business.name).where(Business.number.in_(mine)))


def find(identity: UUID, role: str, scope: str) -> Dispute | None:
    """Return a dispute that this reader may see."""
    return Dispute.get_or_none((Dispute.id == identity) & visible(role, scope))


def alike(row: Dispute, role: str, scope: str) -> list[Dispute]:
    """Return the disputes that one answer may fit as well: the same payment, as far on, same day.

    One that is about no payment is alike to none.
    """
    if row.due is None:
        return []
    line = Due.get_or_none((Due.household == row.household) & (Due.id == row.due))
    if line is None:
        return []
    same = [column == getattr(row, column.name) for column in ALIKE[:9]]
    same += [column == getattr(line, column.name) for column in ALIKE[9:]]
    where = reduce(and_, same) & (Dispute.id != row.id) & visible(role, scope)
    return list(_joined(Dispute.select()).where(where).order_by(Dispute.id))


class Counts(NamedTuple):
    """How a county's disputes stand on a day; `risen`: those that the prefecture hears of."""

    open: int = 0
    late: int = 0
    risen: int = 0
    told: int = 0
    closed: int = 0  # in the day's year


def counts(scope: str, day: date) -> dict[str, Counts]:
    """Return the counts of each county in a place by its code: counts alone, no household."""
    county = fn.SUBSTR(Dispute.village, 1, COUNTY_DIGITS).alias("county")
    columns = (Dispute.state, Dispute.level, (Dispute.due_on < day).alias("late"))
    closed = Dispute.closed_on >= date(day.year, 1, 1)
    query = (
        Dispute.select(county, *columns, fn.COUNT(Dispute.id))
        .where(under(Dispute.village, scope) & (Dispute.closed_on.is_null() | closed))
        .group_by(county, *columns)
    )
    found: dict[str, list[int]] = {}
    for code, state, level, late, number in tuples(query):
        row = found.setdefault(code, [0, 0, 0, 0, 0])
        row[{"open": 0, "told": 3, "closed": 4}[state]] += number
        row[1] += number if state == "open" and late else 0
        row[2] += number if state == "open" and level == "prefecture" else 0
    return {code: Counts(*row) for code, row in sorted(found.items())}


class Payer(NamedTuple):
    """Who answers for a payment (article 20), and what the contract adds for a late day."""

    project: str = ""
    approver: str = ""
    user_in_charge: str = ""
    penalty_rate: int | None = None


def payer(agreement: str, clause: int | None, day: date) -> Payer:
    """Return it for a clause as it is in force on a day; empty where the ledger does not say."""
    rows = (
        Agreement.select(
            *(Project.name, Project.approver, Project.user_in_charge, Agreement.penalty_rate)
        )
        .join(Project, JOIN.LEFT_OUTER, on=Project.number == Agreement.project)
        .where((Agreement.number == agreement) & (Agreement.in_force_from <= day))
        .order_by((Agreement.clause == clause).desc(), Agreement.in_force_from.desc())
        .limit(1)
    )
    row = next(tuples(rows), None)
    return Payer._make((*(text or "" for text in row[:3]), row[3])) if row else Payer()


def number_of(household: UUID) -> str:
    """Return 户编码, by which an office calls a household."""
    row = Household.select(Household.number).where(Household.id == household).tuples().first()
    return row[0] if row else ""


def clause_of(row: Dispute) -> int | None:
    """Return the clause that a dispute's line rests on, or None."""
    mine = (Due.household == row.household) & (Due.id == row.due)
    line = Due.select(Due.clause).where(mine).tuples().first()
    return line[0] if line else None


def reads_words(row: Dispute, role: str) -> bool:
    """Say whether a role may read the household's own words: those who answer, and nobody else."""
    return role == "county" or (role == "township" and role in rules.SEEN_BY[str(row.about)])
