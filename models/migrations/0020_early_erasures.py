"""Households that have asked for their closed years to go before their time."""

from peewee import Database, DateField, IntegerField, Model, UUIDField


class EarlyErasure(Model):
    """The table as it was when this was written."""

    household = UUIDField(primary_key=True)
    through = IntegerField()
    day = DateField()

    class Meta:
        legacy_table_names = False


def up(migrator: object, db: Database) -> None:
    """Create it."""
    with db.bind_ctx((EarlyErasure,)):
        db.create_tables((EarlyErasure,))
