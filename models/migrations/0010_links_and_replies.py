"""A business's own link, its sign-ins and replies, and of which due days it was told."""

from peewee import (
    BigIntegerField,
    CharField,
    Check,
    CompositeKey,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Link(Base):
    id = UUIDField(primary_key=True)
    business = TextField(index=True)
    county = CharField(max_length=6)
    digest = CharField(max_length=64, unique=True)
    issued_on = DateField()
    valid_until = DateField()
    ended_on = DateField(null=True)
    account = UUIDField()


class Reply(Base):
    id = UUIDField(primary_key=True)
    business = TextField(index=True)
    subject_kind = TextField()
    subject = UUIDField()
    turn = IntegerField()
    reply = TextField()
    pays_on = DateField(null=True)
    amount = BigIntegerField(null=True)
    voucher = TextField(null=True)
    reason = TextField(null=True)
    remark = TextField()
    day = DateField()

    class Meta:
        indexes = ((("subject_kind", "subject", "business", "turn"), True),)
        constraints = (
            Check("reply IN ('pays', 'paid', 'disagrees', 'asks_help', 'none')"),
            Check("subject_kind IN ('finding', 'dispute')"),
            Check("(reply = 'pays') = (pays_on IS NOT NULL AND amount IS NOT NULL)"),
            Check("(reply = 'paid') = (voucher IS NOT NULL)"),
            Check("(reply IN ('disagrees', 'asks_help')) = (reason IS NOT NULL)"),
            Check(
                "reason IS NULL OR reason IN ('not_ours', 'wrong_terms', 'wrong_sum', "
                "'wrong_roster', 'not_due', 'other', 'funds', 'range', 'technology', 'chain')"
            ),
            Check("length(remark) <= 500"),
        )


class Notice(Base):
    county = CharField(max_length=6)
    business = TextField()
    due_on = DateField()
    stage = IntegerField()
    given_on = DateField()
    account = UUIDField()

    class Meta:
        primary_key = CompositeKey("county", "business", "due_on", "stage")


TABLES = (Link, Reply, Notice)


def up(migrator: object, db: Database) -> None:
    """Create them; find a business's dues by their day."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    migrator.migrate(  # type: ignore[attr-defined]
        migrator.add_column("session", "link", UUIDField(null=True)),  # type: ignore[attr-defined]
        migrator.add_index("due", ("business", "due_on")),  # type: ignore[attr-defined]
    )
