"""A household asks that what is held of years long closed goes earlier (product.md 5, rule 9).

Only years whose payment year has closed; what others' parts are counted from stays: its rows on
rosters and in plans. What comes back by an import goes again with the daily job; what comes back by
an older backup, when that is restored (models/erased.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any
from uuid import UUID

from models import audit
from models.access import Access
from models.answer import Answer
from models.batch import Change
from models.bulk import chunks, values
from models.database import Table, write
from models.dispute import Dispute, DisputeEntry
from models.due import Due
from models.erased import Note, keep
from models.erasure import EarlyErasure, erased_through
from models.household import Delivery, Income, Settlement, Simple, lock
from models.payment import Payment
from models.rebuild import rebuild
from models.scope import COUNTY_DIGITS
from models.stale import mark
from models.visit import Check, Visit

CLOSES = 1  # years after the payment year


class StillOpen(Exception):
    """A dispute about these years is not closed: what it rests on must stay."""


def through(today: date) -> int:
    """Return the last payment year that has closed."""
    return today.year - 1 - CLOSES


def _ledger(household: UUID, year: int) -> list[tuple[Any, Any]]:
    """Return what the ledger holds of the household's years alone, each with its condition."""
    ended = date(year + 1, 1, 1)
    return [
        (Payment, (Payment.household == household) & (Payment.year <= year)),
        (Simple, (Simple.household == household) & (Simple.year <= year)),
        (Income, (Income.household == household) & (Income.year <= year)),
        (Delivery, (Delivery.household == household) & (Delivery.day < ended)),
        (Settlement, (Settlement.household == household) & (Settlement.to_day < ended)),
    ]


def years(household: UUID, today: date) -> list[int]:
    """Return the closed years of which something of the household is held."""
    last = through(today)
    found = set(values(Due.select(Due.year).where(_dues(household, last)).distinct()))
    for table, where in _ledger(household, last):
        if table is Payment or table is Simple or table is Income:
            found |= set(values(table.select(table.year).where(where).distinct()))
    return sorted(found)


def _dues(household: UUID, year: int) -> Any:
    return (Due.household == household) & (Due.year <= year)


def _subjects(household: UUID, year: int) -> list[UUID]:
    """Return the ids of what an answer or a dispute about these years can be about."""
    lines = list(values(Due.select(Due.id).where(_dues(household, year))))
    found = list(lines)
    for part in chunks(lines):
        found += values(Check.select(Check.id).where(_about(Check, household, part)))
    for table, where in _ledger(household, year):
        found += values(table.select(table.id).where(where))
    return found


def _about(table: Any, household: UUID, subjects: list[UUID]) -> Any:
    """Return the condition that a row is the household's and about one of these."""
    named = [name for name in ("due", "check", "record") if hasattr(table, name)]
    about = [getattr(table, name).in_(subjects) for name in named]
    return (table.household == household) & reduce(or_, about)


def erase(household: UUID, today: date, folder: Path) -> int:
    """Erase what is held of the household's closed years; return how many rows went.

    `folder` keeps a note of it for a day on which an older backup is restored. Raise StillOpen
    while a dispute about them is not closed. A second time changes nothing.
    """
    last = through(today)
    with write():
        villages = lock([household])
        for part in chunks(_subjects(household, last)):
            about = _about(Dispute, household, part)
            if Dispute.select().where(about & (Dispute.state != "closed")).exists():
                raise StillOpen
        mine = EarlyErasure.household == household
        with audit.changing(EarlyErasure, mine):
            EarlyErasure.delete().where(mine).execute()
            EarlyErasure.insert(household=household, through=last, day=today).execute()
        gone = _erase(household, last, today)
        if villages:
            mark(villages[0][:COUNTY_DIGITS])
        # Last before it counts: what she was told is erased is noted, whatever happens then.
        keep(folder, Note(household, last, today))
    return gone


def _erase(household: UUID, year: int, today: date) -> int:
    """Erase what speaks of a line before the line, then the rows that it rests on."""
    ended = date(year + 1, 1, 1)
    numbers = set(values(Due.select(Due.agreement).where(_dues(household, year)).distinct()))
    gone = 0
    for part in chunks(_subjects(household, year)):
        disputes = Dispute.select(Dispute.id).where(_about(Dispute, household, part))
        gone += audit.erase(DisputeEntry, DisputeEntry.dispute.in_(disputes))
        for table in (Dispute, Answer, Check):
            gone += audit.erase(table, _about(table, household, part))
    kept = Check.select(Check.visit).where(Check.household == household)
    gone += audit.erase(Visit, (Visit.household == household) & Visit.id.not_in(kept))
    gone += audit.erase(Access, (Access.household == household) & (Access.day < ended))
    for table, where in _ledger(household, year):
        numbers |= (
            set(values(table.select(table.agreement).where(where))) if _dealt(table) else set()
        )
        gone += _forget(table, where)
    gone += Due.delete().where(_dues(household, year)).execute()
    rebuild(numbers - {""}, [household], today)
    return gone


def _dealt(table: type[Table]) -> bool:
    return table in {Payment, Delivery, Settlement}


def _forget(table: Any, where: Any) -> int:
    """Delete rows of the ledger, and what imports overwrote in them."""
    for part in chunks(list(values(table.select(table.id).where(where)))):
        overwritten = (Change.table == table._meta.table_name) & Change.id.in_(part)
        Change.delete().where(overwritten).execute()
    return table.delete().where(where).execute()


def again(notes: Iterable[Note], today: date) -> int:
    """Erase what a restored copy has brought back of these; return how many rows went."""
    with write():
        for household, through, day in notes:
            mine = EarlyErasure.household == household
            if EarlyErasure.select().where(mine & (EarlyErasure.through >= through)).exists():
                continue
            with audit.changing(EarlyErasure, mine):
                EarlyErasure.delete().where(mine).execute()
                EarlyErasure.insert(household=household, through=through, day=day).execute()
        return renew(today, erased_through())


def renew(today: date, erased: int) -> int:
    """Erase again what has come back; what all years up to `erased` have lost needs no note."""
    audit.erase(EarlyErasure, EarlyErasure.through <= erased)
    gone = 0
    for row in list(EarlyErasure.select()):
        known = _dues(row.household, row.through)
        held = [Due.select().where(known).exists()]
        held += [
            table.select().where(at).exists() for table, at in _ledger(row.household, row.through)
        ]
        gone += _erase(row.household, row.through, today) if any(held) else 0
    return gone
