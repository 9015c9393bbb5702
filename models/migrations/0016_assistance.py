"""Help at a household's side: which words were given with it, and on which days there was some.

The column is empty for the rows before it, and for every row without help, so that the audit's
digests of them stay as they are.
"""

from peewee import (
    BooleanField,
    CompositeKey,
    Database,
    DateField,
    IntegerField,
    Model,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate


class Assistance(Model):
    """The table as it was when this was written."""

    household = UUIDField()
    id = UUIDField()
    day = DateField()

    class Meta:
        legacy_table_names = False
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "day"), True),)


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Create the table and the columns."""
    with db.bind_ctx((Assistance,)):
        db.create_tables((Assistance,))
    migrate(
        migrator.add_column("answer", "assisted", BooleanField(null=True)),
        migrator.add_column("dispute_entry", "assisted", BooleanField(null=True)),
        migrator.add_column("total", "assisted", IntegerField(default=0)),
    )
