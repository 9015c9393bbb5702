"""Agreements at the signing table, whom they are for, and the log of courses."""

from peewee import (
    BigIntegerField,
    CharField,
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


class Signing(Base):
    id = UUIDField(primary_key=True)
    place = CharField(max_length=12)
    number = TextField()
    business = TextField()
    mode = TextField()
    state = TextField()
    turn = IntegerField()
    clauses = TextField()
    assets = TextField()
    entered_on = DateField()
    changed_on = DateField()
    account = UUIDField()
    ended_on = DateField(null=True)
    ended_by = UUIDField(null=True)
    batch = UUIDField(null=True)

    class Meta:
        indexes = ((("place", "state"), False),)


class DraftShare(Base):
    household = UUIDField()
    id = UUIDField()
    signing = UUIDField(index=True)
    clause = IntegerField()
    holder = TextField()
    shares = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)
    area = BigIntegerField(null=True)
    persons = IntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Course(Base):
    id = UUIDField(primary_key=True)
    place = CharField(max_length=12)
    day = DateField()
    topic = TextField()
    title = TextField()
    organiser = TextField()
    attendants = IntegerField()
    entered_on = DateField()
    account = UUIDField()

    class Meta:
        indexes = ((("place", "day"), False),)


TABLES = (Signing, DraftShare, Course)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
