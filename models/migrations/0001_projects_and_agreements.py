"""Places, projects, businesses and agreements."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
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


class Place(Base):
    code = CharField(primary_key=True, max_length=12)
    level = TextField()
    name = TextField()
    parent = TextField(index=True)
    active = BooleanField()


class Village(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    code = TextField(unique=True)
    qualified = BooleanField(null=True)
    reason = TextField(null=True)
    phone = TextField(null=True)


class Project(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(unique=True)
    name = TextField()
    village = TextField(null=True, index=True)
    year = IntegerField()
    kind = TextField()
    legacy = BooleanField(null=True)
    industry = BooleanField()
    fund_central = BigIntegerField(null=True)
    fund_region = BigIntegerField(null=True)
    fund_prefecture = BigIntegerField(null=True)
    fund_county = BigIntegerField(null=True)
    fund_bond = BigIntegerField(null=True)
    fund_xinjiang_aid = BigIntegerField(null=True)
    fund_paired_aid = BigIntegerField(null=True)
    fund_donation = BigIntegerField(null=True)
    fund_other = BigIntegerField(null=True)
    content = TextField(null=True)
    department = TextField()
    approver = TextField(null=True)
    implementer = TextField()
    user_in_charge = TextField(null=True)
    mechanism = TextField(null=True)
    expected_households = IntegerField(null=True)
    expected_gain = BigIntegerField(null=True)
    expected_jobs = IntegerField(null=True)
    expected_purchase_kg = BigIntegerField(null=True)
    capacity = IntegerField(null=True)
    review = TextField(null=True)


class Asset(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(unique=True)
    project = TextField(index=True)
    name = TextField()
    kind = TextField()
    fixed = BooleanField(null=True)
    cost = BigIntegerField()
    public_money = BigIntegerField(null=True)
    in_use_from = DateField()
    life_years = BigIntegerField()
    residual = IntegerField(null=True)
    in_base = BooleanField()
    exclusion_reason = TextField(null=True)
    owner = TextField()
    appraised = BigIntegerField(null=True)
    appraised_on = DateField(null=True)
    appraisal_department = TextField(null=True)
    state = TextField(null=True)


class Lease(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    asset = TextField(index=True)


class Business(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(unique=True)
    name = TextField(index=True)
    kind = TextField()
    grade = TextField(null=True)
    manager = TextField(null=True)
    phone = TextField(null=True)
    village = TextField(null=True)
    condition = TextField(null=True)
    trouble = TextField(null=True)
    posts = IntegerField(null=True)
    priority_posts = IntegerField(null=True)
    safe = BooleanField(null=True)
    revival = TextField(null=True)


class Agreement(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    number = TextField(index=True)
    clause = IntegerField()
    in_force_from = DateField()
    project = TextField(null=True)
    business = TextField(index=True)
    party = TextField()
    party_number = TextField(null=True)
    mode = TextField()
    stake = TextField(null=True)
    source = TextField(null=True)
    written_reason = TextField(null=True)
    upstream = TextField(null=True)
    households = IntegerField(null=True)
    signed_on = DateField()
    starts_on = DateField()
    ends_on = DateField(null=True)
    year_kind = TextField(null=True)
    principal = BigIntegerField(null=True)
    shares = BigIntegerField(null=True)
    guaranteed_rate = IntegerField(null=True)
    guaranteed_amount = BigIntegerField(null=True)
    profit_share = IntegerField(null=True)
    combination = TextField(null=True)
    pays_from_year = IntegerField(null=True)
    record_day = TextField(null=True)
    unit = TextField(null=True)
    remainder = TextField(null=True)
    land_area = BigIntegerField(null=True)
    rent_kind = TextField(null=True)
    rent_price = BigIntegerField(null=True)
    rent_growth = IntegerField(null=True)
    rent_step_amount = BigIntegerField(null=True)
    rent_step_years = IntegerField(null=True)
    rent_crop = TextField(null=True)
    rent_crop_kg = BigIntegerField(null=True)
    rent_price_day = TextField(null=True)
    crop = TextField(null=True)
    crop_kg = BigIntegerField(null=True)
    floor_price = BigIntegerField(null=True)
    premium = BigIntegerField(null=True)
    job = TextField(null=True)
    wage = BigIntegerField(null=True)
    wage_unit = TextField(null=True)
    work_time = BigIntegerField(null=True)
    service = TextField(null=True)
    fee = BigIntegerField(null=True)
    reduced_fee = BigIntegerField(null=True)
    reduced_for = TextField(null=True)
    payment_form = TextField(null=True)
    due_days = TextField(null=True)
    entry_terms = TextField(null=True)
    exit_terms = TextField(null=True)
    liability = TextField(null=True)
    penalty_rate = IntegerField(null=True)
    duties = TextField(null=True)
    ownership = TextField(null=True)
    witness = TextField(null=True)
    template = TextField(null=True)
    buyback_price = BigIntegerField(null=True)
    buyback_on = DateField(null=True)
    buyback_by = TextField(null=True)


class Result(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    clause = IntegerField()
    year = IntegerField()
    round = IntegerField()
    net = BigIntegerField(null=True)
    loss_covered = BigIntegerField(null=True)
    reserve = BigIntegerField(null=True)
    profit = BigIntegerField(null=True)
    per_share = BigIntegerField(null=True)
    confirmed_on = DateField()


class Training(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    agreement = TextField(index=True)
    day = DateField()
    topic = TextField()
    stage = TextField(null=True)


class Lpr(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    day = DateField(unique=True)
    rate = IntegerField()


class Price(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    crop = TextField(index=True)
    day = DateField()
    yuan_per_kg = BigIntegerField()
    source = TextField(null=True)


class County(Base):
    id = UUIDField(primary_key=True)
    batch = UUIDField(index=True)
    code = TextField(index=True)
    year = IntegerField()
    central_total = BigIntegerField(null=True)
    central_industry = BigIntegerField(null=True)
    farmer_income = BigIntegerField(null=True)


TABLES = [
    Place,
    Village,
    Project,
    Asset,
    Lease,
    Business,
    Agreement,
    Result,
    Training,
    Lpr,
    Price,
    County,
]


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
