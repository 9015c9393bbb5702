"""For how many households each figure of a total speaks, as the sunshine pages need it.

The columns are empty until the next survey, for which every county is marked: a page leaves out
what it cannot tell from a few.
"""

from peewee import Database, IntegerField
from playhouse.migrate import SchemaMigrator, migrate

NAMES = ("stated", "settled", "late", "waiting", "agreeing", "silent")


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add the columns."""
    migrate(*(migrator.add_column("total", name, IntegerField(null=True)) for name in NAMES))
    db.execute_sql("UPDATE survey SET stale = true, turn = turn + 1")
