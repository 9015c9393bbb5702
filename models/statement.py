"""Statements: the lines of a household or an agreement in a year, and what was said of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.agreement import Agreement
from models.answer import Answer
from models.bulk import columns, pairs, tuples, values
from models.business import Business
from models.calendar import is_working_day
from models.due import Due
from models.household import Delivery, Household, Settlement, Share
from models.ids import household_id
from models.payment import Plan, Portion
from models.rebuild import agreement_rows, rebuild, stated_rows
from models.visit import Check
from rules import state
from rules.line import Step


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored line with its state on a day and the other three witnesses."""

    row: Any
    business: str
    state: str
    days: int
    checked: str | None
    answer: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """All entries of one party or agreement, and the totals of one year (fen and counts)."""

    year: int
    entries: tuple[Entry, ...]
    totals: state.Totals
    earlier_open: int


def of_household(
    number: str, year: int, on: date | None = None, *, today: date
) -> Statement | None:
    """Return what a household has in `year`, or None for an unknown one.

    With `on`, everything is computed anew from the facts dated up to that day.
    """
    household = household_id(number)
    if not Household.select().where(Household.id == household).exists():
        return None
    if on is None:
        rows = _fresh(Due.household == household, today)
    else:
        computed = agreement_rows(agreements_of(household), on) + stated_rows([household])
        rows = [row for row in map(_named, computed) if row.household == household]
    return _statement(rows, year, on or today)


def of_agreement(
    number: str, year: int, on: date | None = None, *, today: date
) -> Statement | None:
    """Return what is due under an agreement (or plan) to everybody in `year`, or None."""
    known = Agreement.select().where(Agreement.number == number).exists()
    if not known and not Plan.select().where(Plan.number == number).exists():
        return None
    if on is None:
        rows = _fresh(Due.agreement == number, today)
    else:
        rows = list(map(_named, agreement_rows([number], on)))
    return _statement(rows, year, on or today)


def agreements_of(household: UUID) -> list[str]:
    """Return the numbers of all agreements and plans that this household has a part in."""
    found: set[str] = set()
    for table in (Share, Delivery, Settlement):
        query = table.select(table.agreement).where(table.household == household).distinct()
        found.update(values(query))
    plans = (
        Plan.select(Plan.number, Plan.agreement)
        .join(Portion, on=Portion.plan == Plan.number)
        .where(Portion.household == household)
    )
    found.update(agreement or number for number, agreement in tuples(plans))
    return sorted(found)


def _fresh(where: Any, today: date) -> list[Any]:
    """Return the stored rows, rebuilt first where the calendar alone has changed them."""
    rows = list(Due.select().where(where).namedtuples())
    stale = {row.agreement for row in rows if row.stale_on and row.stale_on <= today}
    if stale:
        rebuild(stale, (), today)
        rows = list(Due.select().where(where).namedtuples())
    return [row for row in rows if not row.withdrawn]


class _Row:
    """A computed row with the names of the stored one."""

    __slots__ = tuple(columns(Due))


def _named(values: tuple[Any, ...]) -> Any:
    row = _Row()
    for name, value in zip(_Row.__slots__, values, strict=True):
        setattr(row, name, value)
    return row


def _statement(rows: list[Any], year: int, day: date) -> Statement:
    shown = [row for row in rows if row.shown_from is None or row.shown_from <= day]
    entries = _entries([row for row in shown if row.year == year], day)
    earlier = _entries([row for row in shown if row.year < year], day, bare=True)
    return Statement(
        year=year,
        entries=tuple(entries),
        totals=_totals(entries),
        earlier_open=_totals(earlier).open,
    )


def _totals(entries: Iterable[Entry]) -> state.Totals:
    return state.totals(
        (entry.row.due, entry.row.paid, entry.state, entry.row.saved) for entry in entries
    )


def _entries(rows: list[Any], day: date, *, bare: bool = False) -> list[Entry]:
    names = {} if bare else _business_names({row.business for row in rows})
    checked = {} if bare else _checked(rows)
    answers = {} if bare else _answers(rows)
    entries = []
    for row in rows:
        what, days = state_of(row, day)
        entries.append(
            Entry(
                row,
                names.get(row.business) or row.business,
                what,
                days,
                checked.get(row.id),
                answers.get(row.id, "none"),
                () if bare else steps_of(row.steps),
            )
        )
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[Any, ...]:
    row = entry.row
    return (
        row.listed_on or row.due_on or date(row.year, 12, 31),
        row.agreement,
        row.clause,
        row.kind,
        row.ref,
        row.instalment or 0,
        row.party,
        row.party_number,
        row.id,
    )


def state_of(row: Any, day: date) -> tuple[str, int]:
    """Return the state of a stored line on `day` and the days that it is or was late."""
    return state.state(
        due=row.due,
        due_on=row.due_on,
        paid=row.paid,
        completed_on=row.completed_on,
        unit=row.unit,
        reason=row.reason,
        day=day,
        working_day=is_working_day,
    )


def steps_of(text: str) -> tuple[Step, ...]:
    """Read the steps of a stored line."""
    return tuple(
        Step(code, formula, value, unit, article, tuple(params.items()))
        for code, formula, value, unit, article, params in json.loads(text)
    )


def _business_names(numbers: set[str]) -> dict[str, str]:
    query = Business.select(Business.number, Business.name).where(Business.number.in_(numbers))
    return pairs(query)


def _checked(rows: list[Any]) -> dict[UUID, str]:
    query = (
        Check.select(Check.due, Check.result)
        .where(Check.household.in_({row.household for row in rows}) & Check.due.is_null(False))
        .order_by(Check.day, Check.id)
    )
    return pairs(query)


def _answers(rows: list[Any]) -> dict[UUID, str]:
    query = (
        Answer.select(Answer.due, Answer.answer)
        .where(Answer.household.in_({row.household for row in rows}) & Answer.due.is_null(False))
        .order_by(Answer.turn)
    )
    return pairs(query)
