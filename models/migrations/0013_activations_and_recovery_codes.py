"""How staff come in: one-time activation, recovery codes, and when a sign-in was last proved."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    DateField,
    Model,
    TextField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Activation(Base):
    id = UUIDField(primary_key=True)
    account = UUIDField(index=True)
    digest = CharField(max_length=64)
    password_hash = TextField(default="")
    issued_by = UUIDField(null=True)
    issued_on = DateField()
    expires_on = DateField()
    used_on = DateField(null=True)


class Recovery(Base):
    account = UUIDField()
    digest = CharField(max_length=64)

    class Meta:
        primary_key = CompositeKey("account", "digest")


TABLES = (Activation, Recovery)


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Add a column to the sign-ins, and the tables."""
    migrate(migrator.add_column("session", "proved", BigIntegerField(default=0)))
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
