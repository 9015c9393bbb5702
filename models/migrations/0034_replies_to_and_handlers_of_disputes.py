"""What a business says to a dispute, as its office wrote it down; who of the office handles it.

The table is made anew: SQLite cannot change which codes a column takes. A new column that is empty
changes no digest of the audit.
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
KINDS = (
    *("opened", "joined", "answered", "refused", "extended", "replied", "taken", "returned"),
    *("settled", "partly", "unsettled", "withdrawn", "reopened", "raised", "silent"),
)
OUTCOMES = ("paid", "will_pay", "corrected", "explained", "offered", "left")
GROUNDS = (
    *("paid_in_full", "not_due_yet", "as_agreed", "not_a_party", "exit_terms", "no_place"),
    *("as_papers", "no_papers", "by_office"),
)
DELAYS = ("business", "papers", "members", "office")
REPLIES = ("pays", "paid", "agrees", "disagrees", "asks_help")
CAUSES = (
    *("not_ours", "wrong_terms", "wrong_sum", "wrong_roster", "not_due", "no_post"),
    *("funds", "range", "technology", "chain", "other"),
)
SPEAKERS = ("manager", "accountant", "staff", "letter")
INDEXES = ((("dispute",), False), (("household", "dispute", "turn"), True))


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
    business = TextField(null=True)
    reply = TextField(null=True)
    cause = TextField(null=True)
    speaker = TextField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "dispute_entry_next"
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Check(f"kind IN {KINDS!r}"),
            Check(f"reason IS NULL OR reason IN {REASONS!r}"),
            Check(f"outcome IS NULL OR outcome IN {OUTCOMES!r}"),
            Check(f"ground IS NULL OR ground IN {GROUNDS!r}"),
            Check(f"delay IS NULL OR delay IN {DELAYS!r}"),
            Check(f"reply IS NULL OR reply IN {REPLIES!r}"),
            Check(f"cause IS NULL OR cause IN {CAUSES!r}"),
            Check(f"speaker IS NULL OR speaker IN {SPEAKERS!r}"),
            Check("(kind = 'answered') = (outcome IS NOT NULL)"),
            Check("(kind = 'refused') = (ground IS NOT NULL)"),
            Check("(kind = 'extended') = (delay IS NOT NULL)"),
            Check("(kind = 'replied') = (reply IS NOT NULL)"),
            Check("(reply IS NULL) = (business IS NULL)"),
            Check("(reply IS NULL) = (speaker IS NULL)"),
            Check("length(words) <= 500"),
        )


NEW = {"business", "reply", "cause", "speaker"}


def up(migrator: SchemaMigrator, db: Database) -> None:
    """Move it over, row by row as it is; PostgreSQL keeps a made table's name in that of its key.

    `dispute_entry_new` is taken: migration 18 made the table that is dropped here under it.
    """
    made, old = "dispute_entry_next", "dispute_entry"
    with db.bind_ctx((DisputeEntry,)):
        db.create_tables((DisputeEntry,))
        names = [name for name in DisputeEntry._meta.sorted_field_names if name not in NEW]
        listed = ", ".join(f'"{name}"' for name in names)
        db.execute_sql(f"INSERT INTO {made} ({listed}) SELECT {listed} FROM {old}")  # noqa: S608 — our own names
        db.execute_sql(f"DROP TABLE {old}")
        migrate(migrator.rename_table(made, old))
    migrate(
        *(migrator.add_index(old, columns, unique) for columns, unique in INDEXES),
        migrator.add_column("dispute", "handler", UUIDField(null=True, index=True)),
    )
