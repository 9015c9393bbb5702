"""What a household can say is wrong of what is held about it: straight from the schema.

A correction comes through the ledger alone; here is what was held, and what is held now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from models import held
from models.batch import Batch, pack, unpack
from models.bulk import columns, tuples, values
from models.database import Table
from models.household import Household
from models.ledger import HolderTable

ROW = "row"  # all of it: no such row belongs there
# What nobody states of a household: ids, where a row came from.
SILENT = frozenset({"id", "household", "holder", "batch", "simple"})


def _facts() -> dict[str, tuple[str, ...]]:
    found = {}
    for table in held.tables():
        if table is Household or issubclass(table, HolderTable):
            stated = [name for name in columns(table) if name not in SILENT]
            own = () if table is Household else (ROW,)
            found[table._meta.table_name] = (*stated, *own)
    return found


FACTS: Mapping[str, tuple[str, ...]] = _facts()
TABLES: Mapping[str, type[Table]] = {
    table._meta.table_name: table for table in held.tables() if table._meta.table_name in FACTS
}


class Held(NamedTuple):
    """A row about a household: its cells by column, and the day on which the ledger wrote it."""

    table: str
    id: UUID
    cells: Mapping[str, Any]
    day: date | None

    def text(self, column: str) -> str:
        """Return a cell as a dispute keeps it."""
        return json.dumps(json.loads(pack([self.cells.get(column)]))[0], ensure_ascii=False)


def row(household: UUID, table: str, identity: UUID) -> Held | None:
    """Return a row about the household, or None where it has none such."""
    model: Any = TABLES.get(table)
    if model is None:
        return None
    mine = model.id == identity
    mine &= identity == household if model is Household else model.household == household
    found = next(tuples(model.select().where(mine)), None)
    if found is None:
        return None
    cells = dict(zip(columns(model), found, strict=True)) | {ROW: True}
    days = Batch.select(Batch.day).where(Batch.id == cells["batch"])
    return Held(table, identity, cells, next(values(days), None))


def was(fact: str, text: str) -> Any:
    """Return what a dispute keeps of a cell, with the type of its column."""
    table, _, column = fact.partition(".")
    if column == ROW:
        return json.loads(text)
    model = TABLES[table]
    names = columns(model)
    cells = [json.loads(text) if name == column else None for name in names]
    return unpack(model, json.dumps(cells))[names.index(column)]


class Compared(NamedTuple):
    """A fact as it was when the household spoke, and as it is now; `day`: of its last import."""

    table: str
    column: str
    was: Any
    now: Any
    day: date | None

    @property
    def changed(self) -> bool:
        """Say whether the ledger has been corrected since."""
        return self.was != self.now


def compared(dispute: Any) -> Compared | None:
    """Return what a dispute about a record compares, or None for another dispute."""
    if dispute.fact is None:
        return None
    table, _, column = dispute.fact.partition(".")
    found = row(dispute.household, table, dispute.record)
    now = found.cells[column] if found else None
    return Compared(
        table, column, was(dispute.fact, dispute.was), now, found.day if found else None
    )
