"""Who has had a remedy case from when on, and why it went to somebody else.

The table is made anew: SQLite cannot change which kinds of entries a column takes.
"""

from peewee import (
    BigIntegerField,
    Check,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate

LEVELS = ("township", "county", "prefecture")
MEASURES = (
    *("rectify", "settle", "bundle_lease", "lease", "sale", "capital", "mortgage"),
    *("state_firm", "cooperative", "strong_village"),
    *("help_funds", "help_range", "help_technology", "help_chain"),
)
KINDS = ("opened", "progress", "proposed", "refused", "closed", "reopened", "raised", "handed")
PROGRESS = ("begun", "going", "done", "failed")
EVIDENCE = ("agreement", "contract", "voucher", "minutes", "acceptance", "posting", "letter")
REASONS = ("left", "not_theirs", "stalled", "duties")
EFFECTS = ("paid", "guarantee", "work", "order", "rent", "joined", "kept")
MOVE = """
INSERT INTO remedy_entry_new (id, remedy, turn, kind, measure, progress, evidence, evidence_number,
    effect, households, amount, due_on, level, office, account, name, role, day)
SELECT id, remedy, turn, kind, measure, progress, evidence, evidence_number,
    effect, households, amount, due_on, level, '', account, name, role, day
FROM remedy_entry
"""
FILL = """
UPDATE remedy_entry_new SET
    owner = (SELECT owner FROM remedy WHERE remedy.id = remedy_entry_new.remedy),
    office = COALESCE(
        (SELECT office FROM remedy WHERE remedy.id = remedy_entry_new.remedy), '')
WHERE kind = 'opened'
"""


class RemedyEntry(Model):
    """The table as it was when this was written."""

    id = UUIDField(primary_key=True)
    remedy = UUIDField()
    turn = IntegerField()
    kind = TextField()
    measure = TextField(null=True)
    progress = TextField(null=True)
    evidence = TextField(null=True)
    evidence_number = TextField(null=True)
    effect = TextField(null=True)
    households = IntegerField(null=True)
    amount = BigIntegerField(null=True)
    due_on = DateField(null=True)
    level = TextField(null=True)
    owner = UUIDField(null=True)
    office = TextField()
    reason = TextField(null=True)
    account = UUIDField(null=True)
    name = TextField()
    role = TextField()
    day = DateField()

    class Meta:
        legacy_table_names = False
        table_name = "remedy_entry_new"
        constraints = (
            Check(f"kind IN {KINDS!r}"),
            Check(f"measure IS NULL OR measure IN {MEASURES!r}"),
            Check(f"progress IS NULL OR progress IN {PROGRESS!r}"),
            Check(f"evidence IS NULL OR evidence IN {EVIDENCE!r}"),
            Check("(evidence IS NULL) = (evidence_number IS NULL)"),
            Check(f"effect IS NULL OR effect IN {EFFECTS!r}"),
            Check("(effect IS NULL) = (households IS NULL)"),
            Check(f"reason IS NULL OR reason IN {REASONS!r}"),
            Check("(kind = 'handed') = (reason IS NOT NULL)"),
        )


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Move the entries over; until now whoever has a case has had it since its opening."""
    with db.bind_ctx((RemedyEntry,)):
        RemedyEntry.create_table()
    for statement in (MOVE, FILL, "DROP TABLE remedy_entry"):
        db.execute_sql(statement)
    migrate(
        migrator.rename_table("remedy_entry_new", "remedy_entry"),
        migrator.add_index("remedy_entry", ("remedy", "turn"), unique=True),
    )
