"""Store a reading: all of it with its history and the dues that follow, or nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from ledger.examine import SHARED, Examination, counts, examine
from ledger.memory import collecting_later
from ledger.problem import Problem
from ledger.read import Dropped, Reading
from ledger.target import Target
from models import audit
from models.agreement import Agreement
from models.batch import Batch, lock, next_number, remember
from models.bulk import chunks, columns, upsert, values
from models.business import Business
from models.database import write
from models.dispute import follow
from models.fold import folded
from models.household import Household, Share, Simple
from models.ids import random_id
from models.payment import Plan, Portion
from models.rate import Price
from models.rebuild import rebuild
from models.stale import mark
from models.stated import covered, stated_names


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import did: its batch (None when nothing was stored), and what it met."""

    batch: UUID | None
    examination: Examination
    dropped: Sequence[Dropped]

    @property
    def problems(self) -> list[Problem]:
        """Return everything that was refused."""
        return self.examination.problems


@dataclass(frozen=True, slots=True)
class Import:
    """Who imports what, when; `skip_bad` stores the good rows beside refused ones.

    `keeps`: what an event of a household changed is not turned back; an event itself may.
    """

    day: date
    scope: str = ""
    account: UUID | None = None
    skip_bad: bool = False
    dry_run: bool = False
    keeps: bool = True
    batch: UUID | None = None  # made by the client, so that a repeated request stores once


@collecting_later()
def store(reading: Reading, order: Import) -> Stored:
    """Store `reading` in one transaction with the dues that follow from it."""
    if order.dry_run:
        found = examine(reading, order.scope, keeps=order.keeps)
        return Stored(None, found, reading.dropped)
    with write():
        lock()
        done = Batch.get_or_none((Batch.id == order.batch) & (Batch.state == "stored"))
        found = examine(reading, order.scope, keeps=order.keeps)
        if done is not None:
            return Stored(done.id, found, reading.dropped)
        if (found.problems and not order.skip_bad) or not _anything(found):
            return Stored(None, found, reading.dropped)
        batch = order.batch or random_id()
        _record(batch, reading, found, order)
        _write(batch, found)
        follow(_moved(found))
        touched = found.touched
        concerned = households(touched)
        rebuild(agreements(touched) | taken_over(concerned), concerned, order.day)
        if touched:
            mark(whose(order.scope, touched))
    return Stored(batch, found, reading.dropped)


def _anything(found: Examination) -> bool:
    """Say whether a row is good: a batch of nothing is not kept, but one without changes is."""
    return any(verdict.rows > verdict.bad for verdict in found.sheets.values())


def _record(batch: UUID, reading: Reading, found: Examination, order: Import) -> None:
    row: dict[Any, Any] = {
        Batch.number: next_number(),
        Batch.state: "stored",
        Batch.day: order.day,
        Batch.account: order.account,
        Batch.scope: order.scope,
        Batch.files: json.dumps(reading.files, ensure_ascii=False),
        Batch.counts: summary(found),
        Batch.content: None,
    }
    insert = Batch.insert({Batch.id: batch, **row})
    with audit.changing(Batch, Batch.id == batch):
        insert.on_conflict(conflict_target=[Batch.id], update=row).execute()


def summary(found: Examination) -> str:
    """Return how many rows there were of each verdict, by sheet and in all, as JSON."""
    sheets = {name: asdict(verdict) for name, verdict in found.sheets.items()}
    return json.dumps({"sheets": sheets, **counts(found)}, ensure_ascii=False)


def _write(batch: UUID, found: Examination) -> None:
    for table, rows in found.written:
        remember(batch, table, found.before(table))
        place = columns(table).index("batch")
        new = [(*row[:place], batch, *row[place + 1 :]) for row in rows]
        if table is Household:  # as `household.lock`, so that neither waits for the other
            new.sort(key=itemgetter(columns(table).index("id")))
        upsert(table, new)


def _moved(found: Examination) -> set[UUID]:
    """Return the households that are in another village now: other offices answer to them."""
    place = columns(Household).index("village")
    return {
        item.target.id
        for item in found.changed
        if item.target.table is Household and item.before[place] != item.after[place]
    }


NUMBER_OF = {Agreement: "number", Plan: "number", Portion: "plan"}


def agreements(targets: Iterable[Target]) -> set[str]:
    """Return the agreements and plans whose lines these rows may change."""
    rows = list(targets)
    numbers = {row.cells.get(NUMBER_OF.get(row.table, "agreement")) for row in rows}  # type: ignore[call-overload]
    numbers |= {row.cells.get("agreement") for row in rows if row.table is Plan}
    numbers |= _of_households({row.id for row in rows if row.table is Household})
    numbers |= _of_crops({row.cells["crop"] for row in rows if row.table is Price})
    numbers |= _of_businesses([row for row in rows if row.table is Business])
    return {number for number in numbers if number is not None}


def _of_households(keys: Collection[UUID]) -> set[str]:
    """A household's village and category stand in its lines."""
    found: set[str] = set()
    for part in chunks(sorted(keys)):
        shares = Share.select(Share.agreement).where(Share.household.in_(part)).distinct()
        found.update(values(shares))
        portions = Portion.select(Portion.plan).where(Portion.household.in_(part)).distinct()
        found.update(values(portions))
    return found


def _of_crops(crops: Collection[str]) -> set[str]:
    """A new list price changes rents in kind and deliveries of its crop."""
    found: set[str] = set()
    for part in chunks(sorted(crops)):
        query = Agreement.select(Agreement.number).where(
            Agreement.crop.in_(part) | Agreement.rent_crop.in_(part)
        )
        found.update(values(query.distinct()))
    return found


def _of_businesses(rows: Sequence[Target]) -> set[str]:
    """A business that gets (or loses) the name which 简表 stated takes over what was stated."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        names[row.cells["number"]].append(row.cells["name"])
    named = {name for own in names.values() if len(own) == 1 or len(set(own)) > 1 for name in own}
    stated = stated_names() if named else set()
    found: set[str] = set()
    concerned = [n for n, own in names.items() if not stated.isdisjoint(map(folded, own))]
    for part in chunks(concerned):
        query = Agreement.select(Agreement.number).where(Agreement.business.in_(part)).distinct()
        found.update(values(query))
    return found


def households(targets: Iterable[Target]) -> set[UUID]:
    """Return the households with a row of 简表 among these."""
    return {row.cells["household"] for row in targets if row.table is Simple}


def whose(scope: str, targets: Iterable[Target]) -> str:
    """Return the code of what must be surveyed again: prices and rates count everywhere."""
    return "" if any(row.table in SHARED for row in targets) else scope


def taken_over(keys: Collection[UUID]) -> set[str]:
    """Return the agreements on which what 简表 states of these households is laid."""
    return set(covered(keys).values())
