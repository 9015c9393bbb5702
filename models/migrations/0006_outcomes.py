"""What the arithmetic met in each agreement, and how often a county's facts have changed."""

from peewee import Database, DateField, IntegerField, Model, TextField
from playhouse.migrate import SchemaMigrator


class Outcome(Model):
    class Meta:
        legacy_table_names = False

    agreement = TextField(primary_key=True)
    findings = TextField()
    stale_on = DateField(null=True)


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Create them; `database up` fills the outcomes."""
    with db.bind_ctx([Outcome]):
        db.create_tables([Outcome])
    migrator.migrate(migrator.add_column("survey", "turn", IntegerField(default=0)))
