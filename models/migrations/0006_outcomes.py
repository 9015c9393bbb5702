"""What the arithmetic met in each agreement."""

from peewee import Database, DateField, Model, TextField


class Outcome(Model):
    class Meta:
        legacy_table_names = False

    agreement = TextField(primary_key=True)
    findings = TextField()
    stale_on = DateField(null=True)


def up(migrator: object, db: Database) -> None:
    """Create it; `database up` fills it."""
    with db.bind_ctx([Outcome]):
        db.create_tables([Outcome])
