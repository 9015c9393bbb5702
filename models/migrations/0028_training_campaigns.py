"""A campaign says whether it is for everybody or for cadres."""

from peewee import Database, TextField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add the column; all that are there hang on walls."""
    migrate(migrator.add_column("campaign", "kind", TextField(default="poster")))
