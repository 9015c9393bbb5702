"""What the three families of article 3 are made of, counted by place."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    IntegerField,
    Model,
    TextField,
)
from playhouse.migrate import SchemaMigrator


class Tally(Model):
    class Meta:
        legacy_table_names = False
        primary_key = CompositeKey("place", "year", "name")

    place = CharField(max_length=12)
    year = IntegerField()
    name = TextField()
    value = BigIntegerField()


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Create the table; the next survey fills it."""
    with db.bind_ctx([Tally]):
        db.create_tables([Tally])
