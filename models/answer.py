"""Answers 认账/异议: the household's own word on a line or on a check."""

from __future__ import annotations

from peewee import Check as Constraint
from peewee import CompositeKey, DateField, IntegerField, TextField, UUIDField

from models.database import Table


class Answer(Table):
    """The household's word on a due line or on a check; the highest `turn` of a subject counts."""

    household = UUIDField()
    id = UUIDField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    turn = IntegerField()
    answer = TextField()
    reason = TextField(null=True)
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "due", "check", "turn"), False),)
        constraints = (
            Constraint('(due IS NULL) <> ("check" IS NULL)'),
            Constraint("answer IN ('confirmed', 'disputed', 'none')"),
        )
