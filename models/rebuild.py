"""Rebuild the stored dues of what a writer changed, inside the writer's own transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from models import outcome
from models.answer import Answer
from models.bulk import chunks, columns, delete, pairs, upsert, values, where_in
from models.calendar import first_working_day
from models.due import Due
from models.erasure import asked_through, erased_through
from models.facts import load
from models.household import Household, Share, Simple
from models.ids import derive, household_id
from models.payment import Plan
from models.stated import covered
from models.visit import Check
from rules import due, facts, stated
from rules.line import Line, Outcome

AT_ONCE = 100  # agreements; a whole prefecture's lines do not fit into memory
COLUMNS = columns(Due)
KEY = [COLUMNS.index("household"), COLUMNS.index("id")]
Row = tuple[Any, ...]


def rebuild(numbers: Collection[str], households: Collection[UUID], on: date) -> None:
    """Rebuild the lines of these agreements (or plans), and what 简表 states of these households.

    A line that has not changed is not written. One that the ledger no longer gives is deleted, or
    kept as withdrawn when somebody has checked or answered it.
    """
    for part in chunks(sorted(_owners(numbers))):
        found = outcomes(part, on)
        _store(rows_of(found), list(where_in(Due, "agreement", part)))
        outcome.store(part, found, erased_through())
    concerned = set(households) | _on_rosters(numbers)
    for part in chunks(sorted(concerned)):
        old = [row for row in where_in(Due, "household", part) if _is_stated(row)]
        _store(stated_rows(part), old)


def refresh(on: date) -> int:
    """Rebuild what the calendar alone has changed by `on`; return how many agreements."""
    waiting = sorted(outcome.waiting(on))
    for part in chunks(waiting, AT_ONCE):
        rebuild(part, (), on)
    return len(waiting)


def _owners(numbers: Collection[str]) -> set[str]:
    """Add the agreement of each plan that belongs to one: the plan's lines are the agreement's.

    The plan's own number stays, for the lines that it had while it belonged to none.
    """
    owners: set[str] = set()
    for part in chunks(sorted(numbers)):
        query = Plan.select(Plan.agreement).where(
            Plan.number.in_(part) & Plan.agreement.is_null(False)
        )
        owners.update(values(query))
    return {*numbers, *owners}


def _on_rosters(numbers: Collection[str]) -> set[UUID]:
    found: set[UUID] = set()
    for part in chunks(sorted(numbers)):
        query = (
            Simple.select(Simple.household)
            .join(Share, on=Share.household == Simple.household)
            .where(Share.agreement.in_(part))
            .distinct()
        )
        found.update(values(query))
    return found


def _is_stated(row: Row) -> bool:
    return row[COLUMNS.index("agreement")] == ""


def outcomes(numbers: Collection[str], on: date) -> dict[str, Outcome]:
    """Return what is due under each of these agreements and plans, as of a day."""
    return {
        number: due.outcome(found, on)
        for number, found in load(numbers).items()
        if found.terms or found.plans or found.payments
    }


def rows_of(found: Mapping[str, Outcome]) -> list[Row]:
    """Return the rows of table `due` that these outcomes give."""
    kept = _kept()
    villages = _villages(line for each in found.values() for line in each.lines)
    return [
        _row(line, villages, each.stale_on)
        for each in found.values()
        for line in each.lines
        if kept(line)
    ]


def _kept() -> Callable[[Line], bool]:
    """Say of which lines nothing was erased: not of all households' years, not of one's early."""
    erased, asked = erased_through(), asked_through()

    def kept(line: Line) -> bool:
        if line.year <= erased:
            return False
        early = asked and line.party == "household"
        return not early or line.year > asked.get(household_id(line.party_number), erased)

    return kept


def agreement_rows(numbers: Collection[str], on: date) -> list[Row]:
    """Return the rows that these agreements and plans have as of a day."""
    return rows_of(outcomes(numbers, on))


def stated_rows(households: list[UUID]) -> list[Row]:
    taken = covered(households)
    rows = [
        facts.Stated(
            row.holder,
            row.business,
            row.mode,
            row.year,
            row.due,
            row.due_on,
            row.paid,
            row.paid_on,
        )
        for row in Simple.select().where(Simple.household.in_(households)).namedtuples()
        if row.id not in taken
    ]
    lines = list(filter(_kept(), stated.lines(rows)))
    villages = _villages(lines)
    return [_row(line, villages, None) for line in lines]


def _villages(lines: Iterable[Line]) -> dict[str, str]:
    numbers = {line.party_number for line in lines if line.party == "household"}
    found: dict[str, str] = {}
    for part in chunks(sorted(numbers)):
        query = Household.select(Household.number, Household.village)
        found.update(pairs(query.where(Household.number.in_(part))))
    return found


def party_key(party: str, number: str) -> UUID:
    """Return the first part of the key of a party's lines."""
    return household_id(number) if party == "household" else derive("party", party, number)


def _row(line: Line, villages: dict[str, str], stale_on: date | None) -> Row:
    steps = [
        [step.code, step.formula, step.value, step.unit, step.article, dict(step.params)]
        for step in line.steps
    ]
    values = {
        "household": party_key(line.party, line.party_number),
        "village": villages.get(line.party_number, line.party_number)
        if line.party != "unassigned"
        else "",
        "late_from": first_working_day(line.due_on) if line.due_on else None,
        "steps": json.dumps(steps, ensure_ascii=False, separators=(",", ":")),
        "stale_on": stale_on,
        "withdrawn": False,
    }
    return tuple(values[name] if name in values else getattr(line, name) for name in COLUMNS)


def _store(new: list[Row], old: list[Row]) -> None:
    known = {_key(row): row for row in old}
    changed = [row for row in new if known.pop(_key(row), None) != row]
    upsert(Due, changed)
    _drop(list(known.values()))


def _key(row: Row) -> tuple[UUID, UUID]:
    return row[KEY[0]], row[KEY[1]]


def _drop(rows: list[Row]) -> None:
    touched = _touched(rows)
    withdrawn = COLUMNS.index("withdrawn")
    upsert(
        Due,
        [(*row[:withdrawn], True, *row[withdrawn + 1 :]) for row in rows if row[KEY[1]] in touched],
    )
    delete(Due, [_key(row) for row in rows if row[KEY[1]] not in touched])


def _touched(rows: list[Row]) -> set[UUID]:
    found: set[UUID] = set()
    for table in (Check, Answer):
        for part in chunks({row[KEY[0]] for row in rows}):
            query = table.select(table.due).where(
                table.household.in_(part) & table.due.is_null(False)
            )
            found.update(values(query))
    return found
