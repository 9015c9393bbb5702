"""What the rules find, what businesses owe in all, and what a county has settled."""

from peewee import (
    BigIntegerField,
    BooleanField,
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


class Finding(Base):
    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    place = CharField(max_length=12)
    code = TextField()
    article = TextField()
    weight = TextField()
    actor = TextField()
    subject_kind = TextField()
    subject_number = TextField()
    agreement = TextField(index=True)
    business = TextField(index=True)
    gap = BigIntegerField(null=True)
    params = TextField()
    since = DateField()
    ended_on = DateField(null=True)

    class Meta:
        indexes = (
            (("county", "ended_on", "code"), False),
            (("subject_kind", "subject_number"), False),
        )


class Total(Base):
    village = CharField(max_length=12)
    year = IntegerField()
    business = TextField()
    households = IntegerField()
    lines = IntegerField()
    confirmed = IntegerField()
    due = BigIntegerField()
    received = BigIntegerField()
    overdue = BigIntegerField()
    to_come = BigIntegerField()
    tolerated = BigIntegerField()
    unknown = IntegerField()
    agreed = IntegerField()

    class Meta:
        primary_key = CompositeKey("village", "year", "business")


class Survey(Base):
    county = CharField(max_length=6, primary_key=True)
    day = DateField(null=True)
    stale = BooleanField()


class Parameter(Base):
    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    name = TextField()
    value = TextField(null=True)
    in_force_from = DateField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("county", "name", "in_force_from"), False),)


TABLES = (Finding, Total, Survey, Parameter)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
