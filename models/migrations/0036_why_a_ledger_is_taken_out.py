"""Why a county takes its ledger out: a purpose for each reason, read by every household in it.

The table is made anew: SQLite cannot change which codes a column takes.
"""

from peewee import Check, CompositeKey, Database, DateField, Model, TextField, UUIDField
from playhouse.migrate import SchemaMigrator, migrate

PURPOSES = (
    *("check", "print", "slip", "mediate", "correct", "finding", "statement"),
    *("export", "export_check", "export_change", "export_report", "export_keep"),
)
KEY = ("household", "account", "purpose", "day")


class Access(Model):
    """The table as it was when this was written."""

    household = UUIDField()
    id = UUIDField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    purpose = TextField()
    day = DateField()

    class Meta:
        legacy_table_names = False
        table_name = "access_next"
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (Check(f"purpose IN {PURPOSES!r}"),)


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Move it over, row by row as it is."""
    made, old = "access_next", "access"
    with db.bind_ctx((Access,)):
        db.create_tables((Access,))
        db.execute_sql(f"INSERT INTO {made} SELECT * FROM {old}")  # noqa: S608 — our own names
        db.execute_sql(f"DROP TABLE {old}")
        migrate(migrator.rename_table(made, old))
    migrate(migrator.add_index(old, KEY, unique=True))
