"""What a county settles itself: the order of its parameters, its own rules, its yearly reviews."""

from peewee import Database, IntegerField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add a column to the parameters."""
    migrate(migrator.add_column("parameter", "turn", IntegerField(default=1)))
