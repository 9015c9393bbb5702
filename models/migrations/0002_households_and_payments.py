"""Households, what they hold and what was paid to them."""

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
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


class Household(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(unique=True)
    village = TextField(index=True)
    head = TextField()
    category = TextField(null=True)
    low_income = BooleanField(null=True)
    farms = BooleanField(null=True)
    eligible = BooleanField(null=True)
    workers = IntegerField(null=True)
    simple = BooleanField()


class Share(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    clause = IntegerField()
    joined_on = DateField(null=True)
    shares = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)
    area = BigIntegerField(null=True)
    persons = IntegerField(null=True)
    left_on = DateField(null=True)
    leave_reason = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Delivery(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    clause = IntegerField()
    number = TextField()
    day = DateField()
    grade = TextField(null=True)
    kg = BigIntegerField()
    price = BigIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Settlement(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    clause = IntegerField()
    to_day = DateField()
    units = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("household", "id")


class Income(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    year = IntegerField()
    operating = BigIntegerField(null=True)
    per_head = BigIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Simple(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    village = TextField()
    head = TextField()
    category = TextField(null=True)
    business = TextField(index=True)
    mode = TextField()
    year = IntegerField()
    due = BigIntegerField(null=True)
    due_on = DateField(null=True)
    paid = BigIntegerField(null=True)
    paid_on = DateField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Payment(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    year = IntegerField()
    instalment = IntegerField(null=True)
    kind = TextField(null=True)
    voucher = TextField()
    type = TextField(null=True)
    amount = BigIntegerField()
    paid_on = DateField()
    form = TextField(null=True)
    passbook_text = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Plan(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(unique=True)
    agreement = TextField(null=True, index=True)
    village = TextField(index=True)
    year = IntegerField()
    received = BigIntegerField()
    use_industry = BigIntegerField(null=True)
    use_posts = BigIntegerField(null=True)
    use_upkeep = BigIntegerField(null=True)
    use_welfare = BigIntegerField(null=True)
    use_reserve = BigIntegerField(null=True)
    use_other = BigIntegerField(null=True)
    use_households = BigIntegerField(null=True)
    basis = TextField(null=True)
    unit = TextField(null=True)
    decided_on = DateField(null=True)
    posted_from = DateField(null=True)
    posted_to = DateField(null=True)
    due_on = DateField(null=True)


class Portion(Base):
    household = UUIDField()
    id = UUIDField()
    holder = TextField()
    batch = UUIDField(index=True)
    plan = TextField(index=True)
    basis = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")


class Batch(Base):
    id = UUIDField(primary_key=True)
    number = IntegerField(null=True)
    state = TextField(index=True)
    day = DateField()
    account = UUIDField(null=True)
    scope = TextField()
    files = TextField()
    counts = TextField()
    content = BlobField(null=True)
    undone_on = DateField(null=True)
    undone_by = UUIDField(null=True)


class Change(Base):
    batch = UUIDField()
    table = TextField()
    id = UUIDField()
    before = TextField()

    class Meta:
        primary_key = CompositeKey("batch", "table", "id")


TABLES = [
    Household,
    Share,
    Delivery,
    Settlement,
    Income,
    Simple,
    Payment,
    Plan,
    Portion,
    Batch,
    Change,
]


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
