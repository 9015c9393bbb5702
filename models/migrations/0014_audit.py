"""The audit, whose rows are only ever added, and its head."""

from peewee import CharField, Database, DateField, IntegerField, Model, SqliteDatabase, TextField


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Audit(Base):
    number = IntegerField(primary_key=True)
    day = DateField()
    concept = TextField()
    event = TextField()
    rows = IntegerField()
    digest = CharField(max_length=64)
    link = CharField(max_length=64)


class AuditHead(Base):
    id = IntegerField(primary_key=True)
    number = IntegerField()
    link = CharField(max_length=64)
    seal = CharField(max_length=64)


SQLITE = (
    "CREATE TRIGGER audit_no_{0} BEFORE {0} ON audit BEGIN"
    " SELECT RAISE(ABORT, 'audit: rows are only added'); END"
)
POSTGRESQL = (
    """CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'audit: rows are only added'; END $$""",
    """CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_kept()""",
)


def up(migrator: object, db: Database) -> None:
    """Create them, with a head that has no link yet."""
    with db.bind_ctx([Audit, AuditHead]):
        db.create_tables([Audit, AuditHead])
        AuditHead.create(id=1, number=0, link="", seal="")
    if isinstance(db, SqliteDatabase):
        statements = tuple(SQLITE.format(what) for what in ("UPDATE", "DELETE"))
    else:
        statements = POSTGRESQL
    for statement in statements:
        db.execute_sql(statement)
