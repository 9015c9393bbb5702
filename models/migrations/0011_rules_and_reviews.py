"""What a county settles itself: the order of its parameters, its own rules, its yearly reviews."""

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Rule(Base):
    id = UUIDField(primary_key=True)
    rule = UUIDField()
    turn = IntegerField()
    county = CharField(max_length=6, index=True)
    article = TextField()
    number = TextField()
    zh = TextField()
    zh_turn = IntegerField()
    ug = TextField()
    ug_turn = IntegerField()
    ug_review = TextField()
    in_force_from = DateField()
    ended_on = DateField(null=True)
    withdrawn = BooleanField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("rule", "turn"), True),)


class Decision(Base):
    id = UUIDField(primary_key=True)
    decision = UUIDField()
    turn = IntegerField()
    county = CharField(max_length=6)
    met_on = DateField()
    text = TextField()
    withdrawn = BooleanField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = (
            (("decision", "turn"), True),
            (("county", "met_on"), False),
        )


class Review(Base):
    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    year = IntegerField()
    day = DateField()
    state = TextField()
    figures = TextField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("county", "year", "day"), False),)


TABLES = (Rule, Decision, Review)


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add a column to the parameters, and the tables."""
    migrate(migrator.add_column("parameter", "turn", IntegerField(default=1)))
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
