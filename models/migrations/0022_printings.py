"""Printings: cards asked for, approved, printed and handed over; and their jobs."""

from peewee import (
    BooleanField,
    CharField,
    Check,
    CompositeKey,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Printing(Base):
    id = UUIDField(primary_key=True)
    place = CharField(max_length=12, index=True)
    renew = BooleanField()
    state = TextField()
    asked_on = DateField()
    asked_by = UUIDField()
    asked_name = TextField()
    decided_on = DateField(null=True)
    decided_by = UUIDField(null=True)
    decided_name = TextField()
    reason = TextField(null=True)
    closed_on = DateField(null=True)

    class Meta:
        constraints = (
            Check("state IN ('asked', 'approved', 'refused', 'closed')"),
            Check("reason IS NULL OR reason IN ('number', 'place', 'people', 'later')"),
            Check("(state = 'refused') = (reason IS NOT NULL)"),
            Check("(state = 'asked') = (decided_on IS NULL)"),
            Check("decided_by IS NULL OR decided_by <> asked_by"),
        )


class PrintingCard(Base):
    household = UUIDField()
    printing = UUIDField()
    number = IntegerField()
    card = UUIDField()
    handed_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "printing")
        without_rowid = True
        indexes = ((("printing", "number"), True),)


class PrintingJob(Base):
    printing = UUIDField()
    paper = TextField()
    state = TextField()
    parts = IntegerField()
    done = IntegerField()
    wrong = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("printing", "paper")
        constraints = (
            Check("paper IN ('card', 'slip')"),
            Check("state IN ('running', 'stopped', 'done')"),
            Check("wrong IS NULL OR wrong IN ('font', 'unreadable')"),
            Check("done BETWEEN 0 AND parts"),
        )


TABLES = (Printing, PrintingCard, PrintingJob)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
