"""Import batches 导入批次, and the history of what each changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, BlobField, CompositeKey, DateField, IntegerField, TextField, UUIDField, fn

from models.account import Account
from models.bulk import columns, tuples, upsert, values
from models.database import Table, database, is_sqlite

NO_BATCH = UUID(int=0)
IMPORTS = 2023_08  # the key of the lock: any number that nothing else of the database locks


class Batch(Table):
    """One import: reading, refused or draft while it is a preview, then storing, stored, undone.

    A draft that is discarded keeps its id for a day, so that nothing else is stored under it.

    `number` counts the imports in the order in which they were stored. `content` is what a draft
    says and the cleaned reading behind it (without the columns that were dropped), deflated JSON;
    what of it is still of use once the draft is stored goes after a day.
    """

    id = UUIDField(primary_key=True)
    number = IntegerField(null=True)
    state = TextField(index=True)
    day = DateField()
    account = UUIDField(null=True)
    scope = TextField()
    files = TextField()
    counts = TextField()
    content = BlobField(null=True)
    undone_on = DateField(null=True)
    undone_by = UUIDField(null=True)
    undo_asked_by = UUIDField(null=True)


class Change(Table):
    """What a row held before `batch` changed it: JSON of the whole row, for history and undo."""

    batch = UUIDField()
    table = TextField()
    id = UUIDField(index=True)
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


class Import(NamedTuple):
    """A line of the imports' history; `who` is empty for the command line."""

    id: UUID
    number: int | None
    state: str
    day: date
    who: str
    scope: str
    files: str
    counts: str
    undone_on: date | None
    undone_by: str


def lock() -> None:
    """Let nobody else store or undo an import until the transaction ends; the first thing of it.

    Each one finds what the one before it stored: the same import, sent twice, is there once.
    """
    if not is_sqlite():  # which has one writer at a time anyhow
        database.obj.execute_sql("SELECT pg_advisory_xact_lock(%s)", (IMPORTS,))


def next_number() -> int:
    """Return the number of the import that is being stored."""
    return (Batch.select(fn.MAX(Batch.number)).scalar() or 0) + 1


def imports(scope: str, states: Sequence[str], limit: int, offset: int = 0) -> list[Import]:
    """Return what a county and the command line imported, the latest first."""
    own = Batch.state.in_(states) & Batch.scope.in_((scope, ""))
    order = (Batch.number.desc(), Batch.day.desc(), Batch.id)
    query = _imports().where(own).order_by(*order)
    return [Import(*row) for row in tuples(query.limit(limit).offset(offset))]


def first_day(county: str) -> date | None:
    """Return the day of a county's first import that stands, the command line's among them."""
    own = (Batch.state == "stored") & Batch.scope.in_((county, ""))
    return next(values(Batch.select(fn.MIN(Batch.day)).where(own)), None)


def find(batch: UUID) -> Import | None:
    """Return one import."""
    return next((Import(*row) for row in tuples(_imports().where(Batch.id == batch))), None)


def _imports() -> Any:
    by = Account.alias()
    chosen = (
        *(Batch.id, Batch.number, Batch.state, Batch.day, fn.COALESCE(Account.name, "")),
        *(Batch.scope, Batch.files, Batch.counts, Batch.undone_on, fn.COALESCE(by.name, "")),
    )
    return (
        Batch.select(*chosen)
        .join(Account, JOIN.LEFT_OUTER, on=Account.id == Batch.account)
        .join_from(Batch, by, JOIN.LEFT_OUTER, on=by.id == Batch.undone_by)
    )


def history(batch: UUID) -> dict[str, list[str]]:
    """Return what `batch` overwrote, by table."""
    found: dict[str, list[str]] = defaultdict(list)
    query = Change.select(Change.table, Change.before).where(Change.batch == batch)
    for table, before in tuples(query):
        found[table].append(before)
    return found
