"""Dues 应得: the stored lines, rebuilt by whoever changes a fact (arithmetic.md, "Stored")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)

from models.bulk import chunks
from models.database import Table


class Due(Table):
    """One `rules.line.Line`. For a party that is no household, `household` is derived from it.

    `withdrawn` keeps a line that the ledger no longer gives but that somebody has checked or
    answered; it counts in no total.
    """

    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField()
    agreement = TextField(index=True)
    clause = IntegerField()
    business = TextField()
    mode = TextField()
    kind = TextField()
    year = IntegerField()
    party = TextField()
    party_number = TextField()
    ref = TextField()
    instalment = IntegerField(null=True)
    due_on = DateField(null=True)
    listed_on = DateField(null=True)
    late_from = DateField(null=True)
    due = BigIntegerField(null=True)
    at_least = BigIntegerField(null=True)
    saved = BigIntegerField(null=True)
    unit = IntegerField()
    reason = TextField()
    shown_from = DateField(null=True)
    paid = BigIntegerField()
    completed_on = DateField(null=True)
    steps = TextField()
    stale_on = DateField(null=True)
    withdrawn = BooleanField(default=False)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("village", "year"), False), (("business", "due_on"), False))


def lines_of(numbers: Iterable[str]) -> Iterator[Any]:
    """Yield the lines of these agreements (or plans), without the steps that explain them."""
    fields = [field for field in Due._meta.sorted_fields if field.name != "steps"]  # type: ignore[attr-defined]
    for part in chunks(numbers):
        query = Due.select(*fields).where(Due.agreement.in_(part) & ~Due.withdrawn)
        yield from query.namedtuples().iterator()
