"""Which years have been erased."""

from peewee import Database, IntegerField, Model


class Erasure(Model):
    class Meta:
        legacy_table_names = False

    through = IntegerField(primary_key=True)


def up(migrator: object, db: Database) -> None:
    """Create it."""
    with db.bind_ctx([Erasure]):
        db.create_tables([Erasure])
