"""What an import overwrote in one row is found without looking through all that imports did."""

from peewee import Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add the index."""
    migrate(migrator.add_index("change", ("id",)))
