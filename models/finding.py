"""Findings 问题 as stored: what is open now, and what was, with the day on which it ended."""

from __future__ import annotations

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)

from models.database import Table


class Finding(Table):
    """One `rules.line.Finding`; `id` is derived from what it is about, so it survives a survey.

    `place` is the code of the village where it has one, else of a larger place. `since` is the day
    from which its age counts: the day of the fact where it has one, else of the first survey.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    place = CharField(max_length=12)
    code = TextField()
    article = TextField()
    weight = TextField()
    actor = TextField()
    subject_kind = TextField()
    subject_number = TextField()
    agreement = TextField(default="", index=True)
    business = TextField(default="", index=True)
    gap = BigIntegerField(null=True)
    params = TextField()
    since = DateField()
    ended_on = DateField(null=True)

    class Meta:
        indexes = (
            (("county", "ended_on", "code"), False),
            (("subject_kind", "subject_number"), False),
        )


class Total(Table):
    """What one business owes the households of one village in one year, as of the survey's day."""

    village = CharField(max_length=12)
    year = IntegerField()
    business = TextField()
    households = IntegerField()
    lines = IntegerField()
    confirmed = IntegerField()  # lines that the household itself confirmed
    due = BigIntegerField()
    received = BigIntegerField()
    overdue = BigIntegerField()
    to_come = BigIntegerField()
    tolerated = BigIntegerField()
    unknown = IntegerField()
    agreed = IntegerField()

    class Meta:
        primary_key = CompositeKey("village", "year", "business")


class Survey(Table):
    """When a county was last surveyed, and whether something has changed since.

    `turn` counts the changes: a survey that one of them overtook is not the last word.
    """

    county = CharField(max_length=6, primary_key=True)
    day = DateField(null=True)
    stale = BooleanField(default=True)
    turn = IntegerField(default=0)
