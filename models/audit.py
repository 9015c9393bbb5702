"""The audit 审计链: who edits, drops or cuts what was written is found, and nothing is held twice.

A link of the chain says that rows of a table were written, replaced or erased, and holds a keyed
digest of them: no content, no name, no key of a household. So what it speaks of can be erased and
the chain still holds. Only the civil day is kept. The keys are derived from the pepper, outside
the database.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from peewee import CharField, DateField, IntegerField, TextField, Value

from models import database, secret
from models.bulk import columns, delete, insert, key
from models.database import Table, is_sqlite

WRITTEN, REPLACED, ERASED = EVENTS = ("written", "replaced", "erased")
# So many rows of one write have a link each, which names the one that was changed; more share one.
SINGLES = 20
MODULUS = 1 << 256
START = ""  # the link before the first
HEAD = 1  # the only row of audit_head
# Written out: peewee takes longer to build them than the database to do it.
GET_HEAD = "SELECT number, link FROM audit_head WHERE id = ?"
SET_HEAD = "UPDATE audit_head SET number = ?, link = ?, seal = ? WHERE id = ?"

# Columns that are no evidence: they change at every sign-in, or go while the row stays.
EXCEPT = {"account": {"step"}, "batch": {"content"}}
# Tables in which a row is evidence only in some states: a draft is none.
SETTLED = {
    "batch": {"stored", "undone"},
    "signing": {"signed", "given_up"},
    "review": {"made"},
}


class Audit(Table):
    """One link: `link` is keyed over the one before and everything else that the row says.

    `digest` is that of the one row, or the sum of the digests of `rows` of them: sums can be
    compared after some of the rows have been erased.
    """

    number = IntegerField(primary_key=True)
    day = DateField()
    concept = TextField()
    event = TextField()
    rows = IntegerField()
    digest = CharField(max_length=64)
    link = CharField(max_length=64)


class AuditHead(Table):
    """The last link and a seal upon it: a tail that was cut off is missed. One row."""

    id = IntegerField(primary_key=True)
    number = IntegerField()
    link = CharField(max_length=64)
    seal = CharField(max_length=64)


class Entry(NamedTuple):
    """What the next link will say."""

    concept: str
    event: str
    rows: int
    digest: str


_clock: list[Callable[[], datetime]] = []


def use(clock: Callable[[], datetime] | None) -> None:
    """Take the clock that says which civil day it is."""
    _clock[:] = [clock] if clock else []


def _today() -> date:
    return (_clock[0]() if _clock else datetime.now(ZoneInfo("Asia/Shanghai"))).date()


def written(table: type[Table], rows: Iterable[Sequence[Any]]) -> None:
    """Note rows that were added, in the order of `columns`; call it inside a writing block."""
    _note(table, WRITTEN, rows)


def created(row: Table) -> None:
    """Note one row that was added."""
    written(type(row), [[getattr(row, name) for name in columns(type(row))]])


def replaced(table: type[Table], rows: Iterable[Sequence[Any]]) -> None:
    """Note what rows held before they were overwritten."""
    _note(table, REPLACED, rows)


def erased(table: type[Table], rows: Iterable[Sequence[Any]]) -> None:
    """Note rows that go."""
    _note(table, ERASED, rows)


def erase(table: type[Table], where: Any) -> int:
    """Delete rows, note it, and return how many they were."""
    rows = list(stored(table, where, lock=True))
    erased(table, rows)
    delete(table, [key_of(table, row) for row in rows])
    return len(rows)


@contextmanager
def changing(table: type[Table], where: Any) -> Iterator[None]:
    """Note what the block does to these rows: adds, overwrites or deletes them.

    Nobody else changes them meanwhile: what they held before would not be what is replaced.
    """
    before = _by_key(table, where, lock=True)
    yield
    after = _by_key(table, where)
    for name in before.keys() - after.keys():
        after |= _by_key(table, _is(table, name))
    same = {name for name, row in before.items() if after.get(name) == row}
    gone = [name for name in before if name not in same]
    replaced(table, [before[name] for name in gone if name in after])
    erased(table, [before[name] for name in gone if name not in after])
    written(table, [row for name, row in after.items() if name not in same])


def stored(table: type[Table], where: Any = None, *, lock: bool = False) -> Iterator[Sequence[Any]]:
    """Yield rows as the database's driver gives them, in the order of `columns`."""
    without = EXCEPT.get(table._meta.table_name, ())  # type: ignore[attr-defined]
    fields = table._meta.sorted_fields  # type: ignore[attr-defined]
    query = table.select(*(Value(None) if f.name in without else f for f in fields))
    query = query if where is None else query.where(where)
    yield from database.database.obj.execute(
        query.for_update() if lock and not is_sqlite() else query
    )


def _by_key(
    table: type[Table], where: Any, *, lock: bool = False
) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    return {key_of(table, row): tuple(row) for row in stored(table, where, lock=lock)}


def key_of(table: type[Table], row: Sequence[Any]) -> tuple[Any, ...]:
    """Return the primary key of a row."""
    names = columns(table)
    return tuple(row[names.index(name)] for name in key(table))


def _is(table: type[Table], name: tuple[Any, ...]) -> Any:
    found: Any = None
    for column, value in zip(key(table), name, strict=True):
        same = table._meta.fields[column] == value  # type: ignore[attr-defined]
        found = same if found is None else found & same
    return found


def _note(table: type[Table], event: str, rows: Iterable[Sequence[Any]]) -> None:
    concept = table._meta.table_name  # type: ignore[attr-defined]
    first: list[int] = []
    count = total = 0
    for found in digests(table, rows):
        count += 1
        total += found
        if count <= SINGLES:
            first.append(found)
    if count > SINGLES:
        database.at_end(Entry(concept, event, count, as_text(total)))
        return
    for found in first:
        database.at_end(Entry(concept, event, 1, as_text(found)))


def as_text(number: int) -> str:
    """Return a digest, or a sum of some, as 64 characters."""
    return f"{number % MODULUS:064x}"


_PLAIN: dict[type, Callable[[Any], Any]] = {
    UUID: lambda value: value.hex,
    date: date.isoformat,
    bool: int,
}
# What no column of ours holds is digested as well: whoever wrote it there is found by it.
_encode = json.JSONEncoder(separators=(",", ":"), default=repr).encode


def digests(table: type[Table], rows: Iterable[Sequence[Any]]) -> Iterator[int]:
    """Yield the digest of each row that is evidence.

    An empty column is left out, so a column that a later version adds changes no digest.
    """
    concept, names = table._meta.table_name, columns(table)  # type: ignore[attr-defined]
    without, states = EXCEPT.get(concept, set()), SETTLED.get(concept)
    wanted = [(place, name) for place, name in enumerate(names) if name not in without]
    state = names.index("state") if states else 0
    own, plain, encode, sign = _key("row"), _PLAIN.get, _encode, hmac.digest
    for row in rows:
        if states and row[state] not in states:
            continue
        said: list[Any] = [concept]
        for place, name in wanted:
            value = row[place]
            if value is not None:
                turn = plain(type(value))
                said += (name, turn(value) if turn else value)
        yield int.from_bytes(sign(own, encode(said).encode(), "sha256"), "big")


def _key(purpose: str) -> bytes:
    return secret.keyed(f"audit {purpose}", "")


def link_after(link: str, number: int, day: object, entry: Entry) -> str:
    """Return the link that must follow `link`."""
    said = [link, number, str(day), *entry]
    return hmac.digest(_key("link"), _encode(said).encode(), "sha256").hex()


def seal_of(number: int, link: str) -> str:
    """Return the seal of a chain that ends with this link."""
    return secret.digest("audit head", f"{number}:{link}")


def append(entries: Sequence[Entry]) -> None:
    """Add links, the last thing of a transaction: nobody else adds one before it ends."""
    number, link = locked_head()
    day = _today()
    rows = []
    for entry in entries:
        number += 1
        link = link_after(link, number, day, entry)
        rows.append((number, day, *entry, link))
    insert(Audit, rows)
    _execute(SET_HEAD, (number, link, seal_of(number, link), HEAD))


def locked_head() -> tuple[int, str]:
    """Return the last number and link, which stay so until the transaction ends.

    Whoever deletes the head does not get a new one for it.
    """
    found = _execute(GET_HEAD if is_sqlite() else f"{GET_HEAD} FOR UPDATE", (HEAD,)).fetchone()
    return found or last() or _first()


def _execute(statement: str, given: tuple[Any, ...]) -> Any:
    mark = "?" if is_sqlite() else "%s"
    return database.database.obj.execute_sql(statement.replace("?", mark), given)


def last() -> tuple[int, str] | None:
    """Return number and link of the last row of the chain."""
    query = Audit.select(Audit.number, Audit.link).order_by(Audit.number.desc())
    return query.tuples().first()


def _first() -> tuple[int, str]:
    AuditHead.create(id=HEAD, number=0, link=START, seal="")
    return 0, START


database.finish_with(append)
