"""Many rows at once: one prepared statement for a table instead of one object for a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import UUID

from peewee import BooleanField, CompositeKey, DateField, Model, UUIDField

from models.database import database, is_sqlite

CHUNK = 500

sqlite3.register_adapter(UUID, lambda value: value.hex)


def chunks(values: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """Yield `values` in lists of at most `size`."""
    source = iter(values)
    while part := list(islice(source, size)):
        yield part


def columns(model: type[Model]) -> list[str]:
    """Return the columns of `model` in the order that rows of this module have."""
    return list(model._meta.sorted_field_names)  # type: ignore[attr-defined]


def key(model: type[Model]) -> list[str]:
    """Return the names of the primary key's columns."""
    found: Any = model._meta.primary_key
    return list(found.field_names) if isinstance(found, CompositeKey) else [found.name]


def _name(model: type[Model]) -> str:
    return f'"{model._meta.table_name}"'  # type: ignore[attr-defined]


def _list(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _mark() -> str:
    return "?" if is_sqlite() else "%s"


def upsert(model: type[Model], rows: Sequence[Sequence[Any]]) -> None:
    """Insert `rows` (in the order of `columns`), or overwrite those whose primary key exists."""
    if not rows:
        return
    names, keys = columns(model), key(model)
    rest = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in keys)
    statement = (
        f"INSERT INTO {_name(model)} ({_list(names)})"  # noqa: S608 — our own names, no values
        f" VALUES ({', '.join([_mark()] * len(names))})"
        f" ON CONFLICT ({_list(keys)}) DO UPDATE SET {rest}"
    )
    _many(statement, rows)


def delete(model: type[Model], keys: Sequence[Sequence[Any]]) -> None:
    """Delete the rows with these primary keys."""
    where = " AND ".join(f'"{n}" = {_mark()}' for n in key(model))
    _many(f"DELETE FROM {_name(model)} WHERE {where}", keys)  # noqa: S608 — our own names


def _many(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    cursor = database.obj.cursor()
    cursor.executemany(statement, rows)
    cursor.close()


def tuples(query: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query without making an object of each."""
    return iter(query.tuples().iterator())


def values(query: Any) -> Iterator[Any]:
    """Yield the only column of a query."""
    return (value for (value,) in tuples(query))


def pairs(query: Any) -> dict[Any, Any]:
    """Return the two columns of a query as a dict."""
    return {first: second for first, second in tuples(query)}  # noqa: C416 — a typed pair


def where_in(model: type[Model], column: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of `model` whose `column` is one of `values`, in the order of `columns`.

    The statement is written here: peewee takes longer to build one with 500 values than the
    database to answer it.
    """
    names = columns(model)
    read = [(place, reader) for place, name in enumerate(names) if (reader := _reader(model, name))]
    start = f'SELECT {_list(names)} FROM {_name(model)} WHERE "{column}" IN ('  # noqa: S608 — our own names
    for part in chunks(values):
        statement = f"{start}{', '.join([_mark()] * len(part))})"
        for row in database.obj.execute_sql(statement, part).fetchall():
            cells = list(row)
            for place, reader in read:
                if cells[place] is not None:
                    cells[place] = reader(cells[place])
            yield tuple(cells)


def _reader(model: type[Model], name: str) -> Callable[[Any], Any] | None:
    """Return what makes of a column's value what Python has for it; PostgreSQL's driver does so."""
    if not is_sqlite():
        return None
    field = model._meta.fields[name]
    if isinstance(field, UUIDField):
        return lru_cache(CHUNK)(UUID)  # rows of one import or household have it in common
    if isinstance(field, DateField):
        return date.fromisoformat
    return bool if isinstance(field, BooleanField) else None
