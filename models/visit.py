"""Visits 走访: a set of checks and nothing else (product.md 5)."""

from __future__ import annotations

from peewee import (
    BigIntegerField,
    BooleanField,
    CompositeKey,
    DateField,
    TextField,
    UUIDField,
)
from peewee import (
    Check as Constraint,
)

from models.database import Table


class Visit(Table):
    """What one cadre sent at once; only the civil day is kept."""

    household = UUIDField()
    id = UUIDField()
    account = UUIDField()
    day = DateField()
    digest = TextField()  # of what was sent: the same id with other content is refused

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Check(Table):
    """One payment looked at with the household, or the terms of one agreement explained."""

    household = UUIDField()
    id = UUIDField()
    visit = UUIDField()
    due = UUIDField(null=True)
    agreement = TextField(null=True)
    result = TextField()
    amount = BigIntegerField(null=True)
    slip = BooleanField(default=False)
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Constraint("(due IS NULL) <> (agreement IS NULL)"),
            Constraint("result IN ('received', 'not_received', 'less', 'unsure', 'explained')"),
        )
