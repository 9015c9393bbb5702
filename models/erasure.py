"""Which years have been erased: what the ledger still gives for them is not stored again."""

from __future__ import annotations

from uuid import UUID

from peewee import DateField, IntegerField, UUIDField

from models import audit
from models.bulk import pairs
from models.database import Table


class Erasure(Table):
    """Lines, payments and answers of years up to `through` were erased (product.md 5, rule 9).

    Terms and rosters of an agreement that goes on must stay; without this row the next rebuild
    would give its first years again, and as years in which nothing was paid.
    """

    through = IntegerField(primary_key=True)


class EarlyErasure(Table):
    """A household has asked that its years up to `through` go before their time."""

    household = UUIDField(primary_key=True)
    through = IntegerField()
    day = DateField()


def asked_through() -> dict[UUID, int]:
    """Return the last year that each household had erased early."""
    query = EarlyErasure.select(EarlyErasure.household, EarlyErasure.through)
    return pairs(query)


def erased_through() -> int:
    """Return the last year that was erased, or 0."""
    row = Erasure.select(Erasure.through).order_by(Erasure.through.desc()).tuples().first()
    return row[0] if row else 0


def note(year: int) -> None:
    """Keep that everything up to `year` is erased; call it inside a writing block."""
    with audit.changing(Erasure, Erasure.through <= year):
        Erasure.delete().where(Erasure.through < year).execute()
        Erasure.insert(through=year).on_conflict_ignore().execute()
