"""What is due, what was checked and said, and who may sign in."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)
from peewee import Check as Constraint


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Due(Base):
    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField()
    agreement = TextField(index=True)
    clause = IntegerField()
    business = TextField()
    mode = TextField()
    kind = TextField()
    year = IntegerField()
    party = TextField()
    party_number = TextField()
    ref = TextField()
    instalment = IntegerField(null=True)
    due_on = DateField(null=True)
    listed_on = DateField(null=True)
    late_from = DateField(null=True)
    due = BigIntegerField(null=True)
    at_least = BigIntegerField(null=True)
    saved = BigIntegerField(null=True)
    unit = IntegerField()
    reason = TextField()
    shown_from = DateField(null=True)
    paid = BigIntegerField()
    completed_on = DateField(null=True)
    steps = TextField()
    stale_on = DateField(null=True)
    withdrawn = BooleanField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("village", "year"), False),)


class Visit(Base):
    household = UUIDField()
    id = UUIDField(index=True)
    account = UUIDField()
    day = DateField()
    digest = TextField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Check(Base):
    household = UUIDField()
    id = UUIDField()
    visit = UUIDField()
    due = UUIDField(null=True)
    agreement = TextField(null=True)
    result = TextField()
    amount = BigIntegerField(null=True)
    slip = BooleanField()
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Constraint("(due IS NULL) <> (agreement IS NULL)"),
            Constraint("result IN ('received', 'not_received', 'less', 'unsure', 'explained')"),
        )


class Answer(Base):
    household = UUIDField()
    id = UUIDField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    turn = IntegerField()
    answer = TextField()
    reason = TextField(null=True)
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "due", "check", "turn"), False),)
        constraints = (
            Constraint('(due IS NULL) <> ("check" IS NULL)'),
            Constraint("answer IN ('confirmed', 'disputed', 'none')"),
            Constraint(
                "reason IS NULL OR (answer = 'disputed' AND reason IN ('not_received', 'less', "
                "'late', 'not_my_agreement', 'wrong_share', 'other', 'nobody_asked', "
                "'wrong_result', 'wrong_amount'))"
            ),
        )


class Account(Base):
    id = UUIDField(primary_key=True)
    user = CharField(max_length=40, unique=True)
    name = TextField()
    role = CharField(max_length=10)
    scope = CharField(max_length=12)
    department = TextField(null=True)
    password_hash = TextField()
    factor = IntegerField()
    step = BigIntegerField()
    disabled = BooleanField()
    created_on = DateField()


class Session(Base):
    token = CharField(primary_key=True, max_length=64)
    kind = CharField(max_length=9)
    household = UUIDField(null=True, index=True)
    account = UUIDField(null=True, index=True)
    expires = BigIntegerField()
    seen = BigIntegerField()


class Card(Base):
    household = UUIDField()
    id = UUIDField()
    digest = CharField(max_length=64, unique=True)
    short_code = CharField(max_length=8, unique=True)
    active = BooleanField()
    issued_on = DateField()
    revoked_on = DateField(null=True)
    pin_hash = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Slip(Base):
    household = UUIDField()
    id = UUIDField()
    code_hash = TextField()
    issued_on = DateField()
    expires_on = DateField()
    used_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Guess(Base):
    subject = CharField(primary_key=True, max_length=64)
    period = IntegerField()
    taken = IntegerField()


class Access(Base):
    household = UUIDField()
    id = UUIDField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    purpose = TextField()
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "account", "purpose", "day"), True),)
        constraints = (
            Constraint(
                "purpose IN ('check', 'print', 'slip', 'mediate', 'correct', 'finding', "
                "'statement', 'export')"
            ),
        )


TABLES = [Due, Visit, Check, Answer, Account, Session, Card, Slip, Guess, Access]


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
