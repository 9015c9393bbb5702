"""Taking back stored payments needs two accounts: who has asked for it."""

from peewee import Database, UUIDField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add the column."""
    migrate(migrator.add_column("batch", "undo_asked_by", UUIDField(null=True)))
