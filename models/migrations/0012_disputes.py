"""Disputes and what happened to them."""

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

REASONS = (
    *("not_received", "less", "late", "not_my_agreement", "wrong_share", "other"),
    *("nobody_asked", "wrong_result", "wrong_amount", "leave", "place", "staff", "overdue"),
)
STAGES = ("answer", "mediate", "settle")
LEVELS = ("township", "county", "prefecture")
KINDS = (
    *("opened", "joined", "answered", "refused", "extended"),
    *("settled", "partly", "unsettled", "withdrawn", "reopened", "raised", "silent"),
)
OUTCOMES = ("paid", "will_pay", "corrected", "explained", "offered", "left")
GROUNDS = ("paid_in_full", "not_due_yet", "as_agreed", "not_a_party", "exit_terms", "no_place")
DELAYS = ("business", "papers", "members", "office")


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Dispute(Base):
    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField()
    origin = TextField()
    about = TextField()
    reason = TextField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    agreement = TextField()
    business = TextField()
    stage = TextField()
    level = TextField()
    state = TextField()
    extended = BooleanField()
    answered = BooleanField()
    opened_on = DateField()
    due_on = DateField()
    closed_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("village", "state", "due_on"), False), (("household", "due"), False))
        constraints = (
            Check("origin IN ('household', 'overdue')"),
            Check("about IN ('payer', 'staff')"),
            Check(f"reason IN {REASONS!r}"),
            Check(f"stage IN {STAGES!r}"),
            Check(f"level IN {LEVELS!r}"),
            Check("state IN ('open', 'told', 'closed')"),
            Check("(state = 'closed') = (closed_on IS NOT NULL)"),
        )


class DisputeEntry(Base):
    household = UUIDField()
    id = UUIDField()
    dispute = UUIDField(index=True)
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

    class Meta:
        table_name = "dispute_entry"
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "dispute", "turn"), True),)
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


TABLES = (Dispute, DisputeEntry)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
