"""Queries of the busiest pages: peewee builds their SQL once, not once a request."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from peewee import BooleanField, DateField, Field, UUIDField

from models.database import database

HOLES = tuple(UUID(int=number) for number in range(1, 9))
Reader = Callable[[Any], Any]
# The statement, its parameters with holes, what makes a row, and which columns must be read.
Compiled = tuple[str, list[Any], Callable[[list[Any]], Any], list[tuple[int, Reader]]]


class Prepared:
    """A query with UUID parameters, written with `HOLES` in their places.

    Calling it with the values returns named tuples with dates and UUIDs as Python has them.
    """

    def __init__(self, make: Callable[..., Any], parameters: int = 1) -> None:
        self.make = make
        self.parameters = parameters
        self.compiled: dict[int, Compiled] = {}

    def __call__(self, *values: UUID) -> list[Any]:
        statement, template, make, readers = self._compile()
        filled = [values[hole] if isinstance(hole, _Hole) else hole for hole in template]
        rows = []
        for cells in database.obj.execute_sql(statement, filled).fetchall():
            row = list(cells)
            for place, read in readers:
                if row[place] is not None:
                    row[place] = read(row[place])
            rows.append(make(row))
        return rows

    def _compile(self) -> Compiled:
        found = self.compiled.get(id(database.obj))
        if found is None:
            query = self.make(*HOLES[: self.parameters])
            statement, parameters = query.sql()
            holes = {
                text: _Hole(place)
                for place, hole in enumerate(HOLES[: self.parameters])
                for text in (hole, hole.hex, str(hole))
            }
            template = [holes.get(value, value) for value in parameters]
            chosen = query._returning  # noqa: SLF001 — peewee has no public name for it
            row = namedtuple("Row", map(_name, chosen))  # noqa: PYI024 — known at run time only
            readers = [(place, _reader(column)) for place, column in enumerate(chosen)]
            needed = [(place, read) for place, read in readers if read]
            found = statement, template, row._make, needed
            self.compiled = {id(database.obj): found}
        return found


class _Hole(int):
    """The place of a parameter in a compiled statement."""


def _name(column: Any) -> str:
    return getattr(column, "_alias", None) or column.name


def _reader(column: Any) -> Reader | None:
    field: Field = getattr(column, "node", column)
    if isinstance(field, DateField):
        return _date
    if isinstance(field, UUIDField):
        return _uuid
    if isinstance(field, BooleanField):
        return _bool
    return None


def _date(value: Any) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _uuid(value: Any) -> UUID:
    return UUID(value) if isinstance(value, str) else value


def _bool(value: Any) -> bool:
    return bool(value)
