"""Businesses 经营主体 that pay (art. 6 to 10, 17)."""

from __future__ import annotations

from peewee import JOIN, BooleanField, IntegerField, TextField

from models.batch import Batch
from models.bulk import tuples, values
from models.database import is_sqlite
from models.ledger import LedgerTable
from models.scope import under


class Business(LedgerTable):
    """Sheet 经营主体; the phone is shown to linked households."""

    number = TextField(unique=True)
    name = TextField(index=True)
    kind = TextField()
    grade = TextField(null=True)
    manager = TextField(null=True)
    phone = TextField(null=True)
    village = TextField(null=True)
    condition = TextField(null=True)
    trouble = TextField(null=True)
    posts = IntegerField(null=True)
    priority_posts = IntegerField(null=True)
    safe = BooleanField(null=True)
    revival = TextField(null=True)


def offered(county: str, limit: int) -> list[tuple[str, str]]:
    """Return number and name of a county's businesses, with those in no village, by name."""
    own = Business.village.is_null() & Batch.scope.in_((county, ""))
    query = (
        Business.select(Business.number, Business.name)
        .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == Business.batch)
        .where(under(Business.village, county) | own)
        .order_by(Business.name, Business.number)
    )
    return list(tuples(query.limit(limit)))


def name_of(number: str) -> str:
    """Return a business's name, or its number where the ledger has none such."""
    return next(values(Business.select(Business.name).where(Business.number == number)), number)


def lock(number: str) -> None:
    """Let nobody else who asks the same write about a business until the transaction ends."""
    if not is_sqlite():
        Business.select(Business.id).where(Business.number == number).for_update().tuples().first()
