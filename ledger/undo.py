"""Undo an import while nothing was built on it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from ledger.hands import undoing
from ledger.obstacle import obstacle, rows, tables
from ledger.store import agreements, households, taken_over, whose
from ledger.target import Table, from_row
from models import audit
from models.batch import Batch, Change, history, lock, unpack
from models.bulk import columns, delete, upsert
from models.database import write
from models.dispute import follow
from models.household import Household, Share
from models.rebuild import rebuild
from models.stale import mark

Row = tuple[Any, ...]


class CannotUndo(Exception):
    """`code` says what stands on the import, as `ledger.obstacle` names it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def undo(batch: UUID, on: date, account: UUID | None = None) -> bool:
    """Take `batch` back: its new rows go, its changed rows hold what they held before.

    Return False where another account must agree first (`ledger.hands`): then it is only noted.
    """
    with write():
        lock()
        if code := obstacle(batch):
            raise CannotUndo(code)
        if not _agreed(Batch.get_by_id(batch), account):
            return False
        before = _before(batch)
        own = rows(batch)
        touched = own + [from_row(table, row) for table, old in before.items() for row in old]
        concerned = households(touched)
        # Who leaves a roster has again what 简表 stated of it.
        concerned |= {item.cells["household"] for item in touched if item.table is Share}
        numbers = agreements(touched) | taken_over(concerned)
        for table in tables():
            existed = {row[columns(table).index("id")] for row in before.get(table, ())}
            made = [item for item in own if item.table is table and item.id not in existed]
            delete(table, [item.key for item in made])
            upsert(table, before.get(table, ()))
        follow(row[columns(Household).index("id")] for row in before.get(Household, ()))
        rebuild(numbers | agreements(touched) | taken_over(concerned), concerned, on)
        mark(whose(Batch.get_by_id(batch).scope, touched))
        _set(batch, state="undone", content=None, undone_on=on, undone_by=account)
        Change.delete().where(Change.batch == batch).execute()
    return True


def _agreed(found: Batch, account: UUID | None) -> bool:
    """Say whether as many accounts want it taken back as must; note the first one."""
    by, asked = found.account, found.undo_asked_by
    hand = undoing(json.loads(found.counts), by=by, asked=asked, account=account)
    if hand == "ask":
        _set(found.id, undo_asked_by=account)
    return hand in {"alone", "agree"}


def _set(batch: Any, **values: Any) -> None:
    with audit.changing(Batch, Batch.id == batch):
        Batch.update(values).where(Batch.id == batch).execute()


def _before(batch: UUID) -> dict[Table, list[Row]]:
    """Return what the rows held that the batch wrote over."""
    by_name = {table._meta.table_name: table for table in tables()}
    return {
        by_name[name]: [unpack(by_name[name], text) for text in texts]
        for name, texts in history(batch).items()
    }
