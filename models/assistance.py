"""Days on which a household looked at its pages with somebody at its side; only it sees them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from peewee import CompositeKey, DateField, UUIDField

from models import audit
from models.database import Table, write
from models.ids import random_id


class Assistance(Table):
    """One such day, however often: not who helped, nor on which phone; that is nobody's to know."""

    household = UUIDField()
    id = UUIDField()
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "day"), True),)


def note(household: UUID, today: date) -> None:
    """Note that the household's pages were opened with help today."""
    row = Assistance(household=household, id=random_id(), day=today)
    with write():
        if Assistance.insert(row.__data__).on_conflict_ignore().as_rowcount().execute():
            audit.created(row)


def days(household: UUID) -> list[date]:
    """Return the days, the latest first."""
    query = Assistance.select().where(Assistance.household == household)
    return [row.day for row in query.order_by(Assistance.day.desc())]


def forget(before: date) -> int:
    """Delete the days before `before`, as openings by staff go (product.md 5, rule 9)."""
    with write():
        return audit.erase(Assistance, Assistance.day < before)
