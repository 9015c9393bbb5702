"""The remedy cases of a place: the list, its counts, and what a new day changes in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, Case, fn

from models.account import Account
from models.bulk import pairs, tuples
from models.business import Business
from models.database import write
from models.finding import Finding
from models.fold import holds
from models.ids import derive
from models.place import name_of
from models.remedy import Remedy, RemedyEntry, change, enter, reopen
from models.scope import COUNTY_DIGITS, TOWNSHIP_DIGITS, under
from rules import remedy as rules
from rules.remedy import Actor, Holder

NOT_CLOSED = ("open", "proposed")


class Line(NamedTuple):
    """A case in a list; `owner` is a name, and `office` stands where an office has it."""

    id: UUID
    code: str
    place: str
    subject_kind: str
    subject_number: str
    business: str
    owner: str
    office: str
    first: str
    state: str
    opened_on: date
    due_on: date
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases; `late` is more than so many days, `states` none means all."""

    scope: str
    states: Collection[str] = NOT_CLOSED
    mine: Actor | None = None
    late: int | None = None
    business: str = ""


def listed(wanted: Wanted, day: date, limit: int, offset: int = 0) -> list[Line]:
    """Return a page of the cases in a place, those that are due first before the others."""
    closed = Case(None, ((Remedy.state == "closed", 1),), 0)
    chosen = (
        *(Remedy.id, Remedy.code, Remedy.place, Remedy.subject_kind, Remedy.subject_number),
        *(fn.COALESCE(Business.name, Remedy.business), fn.COALESCE(Account.name, "")),
        *(Remedy.office, Remedy.first, Remedy.state, Remedy.opened_on, Remedy.due_on),
        Remedy.closed_on,
    )
    query = _joined(Remedy.select(*chosen)).where(_filter(wanted, day))
    order = (closed, Remedy.due_on, Remedy.id)
    return [Line(*row) for row in tuples(query.order_by(*order).limit(limit).offset(offset))]


def count(wanted: Wanted, day: date) -> int:
    """Return how many cases there are of those."""
    return _joined(Remedy.select()).where(_filter(wanted, day)).count()


def _joined(query: Any) -> Any:
    return query.join(Business, JOIN.LEFT_OUTER, on=Business.number == Remedy.business).join(
        Account, JOIN.LEFT_OUTER, on=Account.id == Remedy.owner
    )


def _filter(wanted: Wanted, day: date) -> Any:
    found: Any = under(Remedy.place, wanted.scope)
    if wanted.states:
        found &= Remedy.state.in_(wanted.states)
    if wanted.mine:
        found &= _of(wanted.mine)
    if wanted.late is not None:
        late = Remedy.due_on < day - timedelta(days=wanted.late)
        found &= late & (Remedy.state != "closed")
    if wanted.business:
        named = [number for number, name in _names().items() if holds(name, wanted.business)]
        typed = wanted.business
        numbered = (Remedy.business == typed) | (Remedy.subject_number == typed)
        found &= Remedy.business.in_(named) | numbered
    return found


def _names() -> dict[str, str]:
    cases = Remedy.select(Remedy.business)
    return pairs(Business.select(Business.number, Business.name).where(Business.number.in_(cases)))


def _of(actor: Actor) -> Any:
    office = actor.department if actor.role == "county" else actor.scope
    own: Any = Remedy.owner == actor.account
    return own | (Remedy.office == office) if office else own


class Owner(NamedTuple):
    """Somebody who can have a case: an account, or an office with an empty `account`."""

    account: UUID | None
    office: str
    name: str
    role: str


def owners(place: str) -> list[Owner]:
    """Return who can have a case in a place: its township, the county's departments, and people.

    The township stands there even where nobody of it has an account yet.
    """
    here = (Account.role == "township") & (Account.scope == place[:TOWNSHIP_DIGITS])
    above = (Account.role == "county") & (Account.scope == place[:COUNTY_DIGITS])
    query = Account.select(
        *(Account.id, Account.role, Account.scope, Account.department, Account.name)
    ).where((here | above) & ~Account.disabled)
    township = place[:TOWNSHIP_DIGITS] if len(place) >= TOWNSHIP_DIGITS else ""
    offices = {Owner(None, township, township, "township")} if township else set()
    people = []
    for account, role, scope, department, name in tuples(query.order_by(Account.name, Account.id)):
        office = scope if role == "township" else department or ""
        people.append(Owner(account, "", name, role))
        if office:
            offices.add(Owner(None, office, office, role))
    return [*sorted(offices, key=lambda each: (each.role != "township", each.office)), *people]


def holder_names(holders: Collection[Holder]) -> dict[Holder, str]:
    """Return who has or had a case: an account's name, a township's, a department."""
    accounts = [owner for owner, _ in holders if owner]
    people = pairs(Account.select(Account.id, Account.name).where(Account.id.in_(accounts)))
    offices = {office: name_of(office) for _, office in holders if office.isdecimal()}
    return {
        (owner, office): people.get(owner, "") if owner else offices.get(office, office)
        for owner, office in holders
    }


class Counts(NamedTuple):
    """How a county's cases stand on a day; `risen`: late for so long that the prefecture hears."""

    open: int = 0
    overdue: int = 0
    risen: int = 0
    closed: int = 0  # in the day's year


def counts(scope: str, day: date) -> dict[str, Counts]:
    """Return the counts of each county in a place, by its code."""
    found: dict[str, list[int]] = {}
    query = Remedy.select(
        *(Remedy.county, Remedy.state, Remedy.first, Remedy.due_on, Remedy.closed_on)
    ).where(under(Remedy.place, scope))
    for county, state, first, due_on, closed_on in tuples(query):
        row = found.setdefault(county, [0, 0, 0, 0])
        if state == "closed":
            row[3] += closed_on.year == day.year
            continue
        row[0] += 1
        row[1] += rules.overdue(due_on, day) > 0
        row[2] += rules.level(first, due_on, day) == "prefecture"
    return {county: Counts(*row) for county, row in sorted(found.items())}


def closed_in(scope: str, year: int) -> int:
    """Return how many cases of a place were closed in a year and have stayed so."""
    within = Remedy.closed_on.between(date(year, 1, 1), date(year, 12, 31))
    return Remedy.select().where(under(Remedy.place, scope) & within).count()


class Effect(NamedTuple):
    """What cases brought to households in a year: households (each time counted) and fen."""

    effect: str
    cases: int
    households: int
    amount: int


def effects(scope: str, year: int) -> list[Effect]:
    """Return it by what was brought, as the entries of that year say."""
    within = RemedyEntry.day.between(date(year, 1, 1), date(year, 12, 31))
    query = (
        RemedyEntry.select(
            RemedyEntry.effect,
            fn.COUNT(RemedyEntry.remedy.distinct()),
            fn.SUM(RemedyEntry.households),
            fn.COALESCE(fn.SUM(RemedyEntry.amount), 0),
        )
        .join(Remedy, on=Remedy.id == RemedyEntry.remedy)
        .where(under(Remedy.place, scope) & RemedyEntry.effect.is_null(False) & within)
        .group_by(RemedyEntry.effect)
        .order_by(RemedyEntry.effect)
    )
    return [Effect(effect, *map(int, numbers)) for effect, *numbers in tuples(query)]


def renew(day: date) -> tuple[int, int]:
    """Raise what is late and open anew what has come back; return how many of each.

    The daily job does this after the survey; a second run of a day changes nothing.
    """
    with write():
        raised = sum(_raise(case, day) for case in Remedy.select().where(_late(day)))
        closed = Remedy.select().where(Remedy.state == "closed")
        return raised, sum(_follow(case, day) for case in closed)


def _late(day: date) -> Any:
    return (Remedy.state != "closed") & (Remedy.due_on < day) & (Remedy.level != "prefecture")


def _raise(case: Remedy, day: date) -> bool:
    level = rules.level(str(case.first), case.due_on, day)  # type: ignore[arg-type]
    if level == case.level:
        return False
    entry = derive("remedy", case.id, level, case.due_on)
    enter(case.id, entry, "raised", None, day, level=level)  # type: ignore[arg-type]
    change(Remedy.id == case.id, level=level)
    return True


def _follow(case: Remedy, day: date) -> bool:
    """Note the end of a closed case's finding, or open it anew where that has come back."""
    found = Finding.get_or_none(Finding.id == case.finding)
    if found is None:
        return False
    if found.ended_on is not None:
        seen = (Remedy.id == case.id) & Remedy.ended_on.is_null()
        change(seen, ended_on=found.ended_on)
        return False
    if not rules.came_back(str(case.state), case.ended_on, stands=True):  # type: ignore[arg-type]
        return False
    reopen(case, derive("remedy", case.id, "reopened", day), None, day)
    return True
