"""What somebody with the database in hand, but not the keys, could do to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from operator import and_
from typing import Any

from models import audit, database
from models.audit import Audit, AuditHead
from models.bulk import columns, key

NUMBERS = {"INT", "BIGINT"}


def unlock() -> None:
    """Take away what refuses changes of the chain, as the owner of a database can."""
    if database.is_sqlite():
        for name in ("audit_no_UPDATE", "audit_no_DELETE"):
            database.database.obj.execute_sql(f"DROP TRIGGER {name}")
    else:
        database.database.obj.execute_sql("DROP TRIGGER audit_no_change ON audit")


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever the block does."""
    with database.database.obj.atomic() as block:
        yield
        block.rollback()


def edited(table: Any, where: Any, name: str) -> None:
    """Give a column of one row another value of its kind."""
    field = table._meta.fields[name]
    value = table.select(field).where(where).tuples().get()[0]
    table.update({field: another(field.field_type.upper(), value)}).where(where).execute()


def another(kind: str, value: Any) -> Any:
    if kind in NUMBERS:
        return 1_000_000 + (value or 0)
    if kind == "BOOL":
        return not value
    if kind == "DATE":
        return "2019-12-31"
    if kind == "UUID":
        return "0" * 31 + "7"
    text = value or ""
    return ("0" if text[:1] != "0" else "1") + text[1:]


def is_row(table: Any, row: Any) -> Any:
    """Return the condition that means one row, given in the order of `columns`."""
    same = [table._meta.fields[name] == row[columns(table).index(name)] for name in key(table)]
    return reduce(and_, same)


def swap(one: int, other: int) -> None:
    """Let two links change places."""
    rest = [name for name in columns(Audit) if name != "number"]
    rows = {row.number: row for row in Audit.select().where(Audit.number.in_((one, other)))}
    for to, source in ((one, rows[other]), (other, rows[one])):
        values = {name: getattr(source, name) for name in rest}
        Audit.update(values).where(Audit.number == to).execute()


def drop(number: int, *, closed: bool = False) -> None:
    """Drop a link; `closed`: number the later ones anew, so that there is no gap."""
    Audit.delete().where(Audit.number == number).execute()
    if closed:
        last = Audit.select().order_by(Audit.number.desc()).first().number
        for each in range(number + 1, last + 1):
            Audit.update(number=each - 1).where(Audit.number == each).execute()


def cut(number: int) -> None:
    """Cut the tail after a link and let the head say so, with the seal that it has."""
    Audit.delete().where(Audit.number > number).execute()
    link = Audit.get_by_id(number).link if number else audit.START
    AuditHead.update(number=number, link=link).execute()
