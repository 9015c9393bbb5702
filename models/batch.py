"""Import batches 导入批次, and the history of what each changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from peewee import BlobField, CompositeKey, DateField, TextField, UUIDField

from models.bulk import columns, tuples, upsert
from models.database import Table

NO_BATCH = UUID(int=0)


class Batch(Table):
    """One import: `draft` while it is only a preview, then `stored`, perhaps `undone`.

    `content` is the cleaned reading of a draft (without the columns that were dropped), deflated
    JSON; it is emptied as soon as the draft is stored or discarded.
    """

    id = UUIDField(primary_key=True)
    state = TextField(index=True)
    day = DateField()
    account = UUIDField(null=True)
    scope = TextField()
    files = TextField()
    counts = TextField()
    content = BlobField(null=True)


class Change(Table):
    """What a row held before `batch` changed it: JSON of the whole row, for history and undo."""

    batch = UUIDField()
    table = TextField()
    id = UUIDField()
    before = TextField()

    class Meta:
        primary_key = CompositeKey("batch", "table", "id")


def remember(batch: UUID, table: Any, rows: Iterable[Sequence[Any]]) -> None:
    """Keep what these rows held before `batch` overwrites them."""
    place = columns(table).index("id")
    name = table._meta.table_name
    order = columns(Change)
    upsert(
        Change,
        [
            tuple(
                {"batch": batch, "table": name, "id": row[place], "before": pack(row)}[column]
                for column in order
            )
            for row in rows
        ],
    )


def pack(row: Sequence[Any]) -> str:
    """Return a row as JSON; dates and ids as text."""
    return json.dumps([_plain(value) for value in row], ensure_ascii=False)


def unpack(table: Any, text: str) -> tuple[Any, ...]:
    """Return the row that `pack` made, with the types of the table's columns."""
    fields = [table._meta.fields[name] for name in columns(table)]
    return tuple(
        _typed(field, value) for field, value in zip(fields, json.loads(text), strict=True)
    )


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, date) else value


def _typed(field: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, UUIDField):
        return UUID(value)
    return date.fromisoformat(value) if isinstance(field, DateField) else value


def history(batch: UUID) -> dict[str, list[str]]:
    """Return what `batch` overwrote, by table."""
    found: dict[str, list[str]] = defaultdict(list)
    query = Change.select(Change.table, Change.before).where(Change.batch == batch)
    for table, before in tuples(query):
        found[table].append(before)
    return found
