"""Disputes about something that is held, and the reasons for which a record is not corrected.

Both tables are made anew: SQLite cannot change which codes a column takes. A new column that is
empty changes no digest of the audit.
"""

from peewee import (
    BigIntegerField,
    BooleanField,
    Check,
    CompositeKey,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate

REASONS = (
    *("not_received", "less", "late", "not_my_agreement", "wrong_share", "other"),
    *("nobody_asked", "wrong_result", "wrong_amount", "leave", "place", "staff", "record"),
    "overdue",
)
STAGES = ("answer", "mediate", "settle")
LEVELS = ("township", "county", "prefecture")
KINDS = (
    *("opened", "joined", "answered", "refused", "extended"),
    *("settled", "partly", "unsettled", "withdrawn", "reopened", "raised", "silent"),
)
OUTCOMES = ("paid", "will_pay", "corrected", "explained", "offered", "left")
GROUNDS = (
    *("paid_in_full", "not_due_yet", "as_agreed", "not_a_party", "exit_terms", "no_place"),
    *("as_papers", "no_papers", "by_office"),
)
DELAYS = ("business", "papers", "members", "office")
INDEXES = (
    ("dispute", ("id",), False),
    ("dispute", ("village", "state", "due_on"), False),
    ("dispute", ("household", "due"), False),
    ("dispute_entry", ("dispute",), False),
    ("dispute_entry", ("household", "dispute", "turn"), True),
)


class Dispute(Model):
    """The table as it was when this was written."""

    household = UUIDField()
    id = UUIDField()
    village = TextField()
    origin = TextField()
    about = TextField()
    reason = TextField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    agreement = TextField()
    business = TextField()
    fact = TextField(null=True)
    record = UUIDField(null=True)
    was = TextField(null=True)
    stage = TextField()
    level = TextField()
    state = TextField()
    extended = BooleanField()
    answered = BooleanField()
    opened_on = DateField()
    due_on = DateField()
    closed_on = DateField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "dispute_new"
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Check("origin IN ('household', 'overdue')"),
            Check("about IN ('payer', 'record', 'staff', 'income')"),
            Check(f"reason IN {REASONS!r}"),
            Check(f"stage IN {STAGES!r}"),
            Check(f"level IN {LEVELS!r}"),
            Check("state IN ('open', 'told', 'closed')"),
            Check("(reason = 'record') = (fact IS NOT NULL)"),
            Check("(state = 'closed') = (closed_on IS NOT NULL)"),
        )


class DisputeEntry(Model):
    """The table as it was when this was written."""

    household = UUIDField()
    id = UUIDField()
    dispute = UUIDField()
    turn = IntegerField()
    kind = TextField()
    reason = TextField(null=True)
    outcome = TextField(null=True)
    ground = TextField(null=True)
    delay = TextField(null=True)
    amount = BigIntegerField(null=True)
    day_named = DateField(null=True)
    due_on = DateField(null=True)
    level = TextField(null=True)
    words = TextField()
    account = UUIDField(null=True)
    name = TextField()
    role = TextField()
    day = DateField()
    assisted = BooleanField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "dispute_entry_new"
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Check(f"kind IN {KINDS!r}"),
            Check(f"reason IS NULL OR reason IN {REASONS!r}"),
            Check(f"outcome IS NULL OR outcome IN {OUTCOMES!r}"),
            Check(f"ground IS NULL OR ground IN {GROUNDS!r}"),
            Check(f"delay IS NULL OR delay IN {DELAYS!r}"),
            Check("(kind = 'answered') = (outcome IS NOT NULL)"),
            Check("(kind = 'refused') = (ground IS NOT NULL)"),
            Check("(kind = 'extended') = (delay IS NOT NULL)"),
            Check("length(words) <= 500"),
        )


NEW = {"fact", "record", "was"}


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Move both over, row by row as they are."""
    tables = (Dispute, DisputeEntry)
    with db.bind_ctx(tables):
        db.create_tables(tables)
        for table in tables:
            made = table._meta.table_name
            old = made.removesuffix("_new")
            names = [f'"{name}"' for name in table._meta.sorted_field_names if name not in NEW]
            listed = ", ".join(names)
            db.execute_sql(f"INSERT INTO {made} ({listed}) SELECT {listed} FROM {old}")  # noqa: S608 — our own names
            db.execute_sql(f"DROP TABLE {old}")
            migrate(migrator.rename_table(made, old))
    migrate(*(migrator.add_index(table, names, unique) for table, names, unique in INDEXES))
