"""The first schema."""

from peewee import Database


def up(migrator: object, db: Database) -> None:
    """Create every table."""
    from models.schema import TABLES

    db.create_tables(TABLES)
