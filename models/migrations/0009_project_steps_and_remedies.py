"""What was decided of projects, and how findings are set right."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    Check,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)

LEVELS = ("township", "county", "prefecture")
MEASURES = (
    *("rectify", "settle", "bundle_lease", "lease", "sale", "capital", "mortgage"),
    *("state_firm", "cooperative", "strong_village"),
    *("help_funds", "help_range", "help_technology", "help_chain"),
)
KINDS = ("opened", "progress", "proposed", "refused", "closed", "reopened", "raised")
PROGRESS = ("begun", "going", "done", "failed")
EVIDENCE = ("agreement", "contract", "voucher", "minutes", "acceptance", "posting", "letter")
EFFECTS = ("paid", "guarantee", "work", "order", "rent", "joined", "kept")


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class ProjectStep(Base):
    id = UUIDField(primary_key=True)
    project = TextField()
    turn = IntegerField()
    kind = TextField()
    scientific = BooleanField(null=True)
    scientific_reason = TextField(null=True)
    reasonable = BooleanField(null=True)
    reasonable_reason = TextField(null=True)
    feasible = BooleanField(null=True)
    feasible_reason = TextField(null=True)
    reason = TextField(null=True)
    missing = TextField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    department = TextField()
    day = DateField()

    class Meta:
        table_name = "project_step"
        indexes = ((("project", "turn"), True),)
        constraints = (Check("kind IN ('applied', 'library', 'returned', 'approved')"),)


class Remedy(Base):
    id = UUIDField(primary_key=True)
    finding = UUIDField(unique=True)
    county = CharField(max_length=6)
    place = CharField(max_length=12, index=True)
    code = TextField()
    article = TextField()
    subject_kind = TextField()
    subject_number = TextField()
    business = TextField(index=True)
    measure = TextField()
    owner = UUIDField(null=True)
    office = TextField()
    first = TextField()
    level = TextField()
    state = TextField()
    opened_on = DateField()
    due_on = DateField()
    closed_on = DateField(null=True)
    ended_on = DateField(null=True)

    class Meta:
        indexes = ((("county", "state", "due_on"), False),)
        constraints = (
            Check("state IN ('open', 'proposed', 'closed')"),
            Check(f"first IN {LEVELS[:2]!r}"),
            Check(f"level IN {LEVELS!r}"),
            Check("(owner IS NULL) <> (office = '')"),
        )


class RemedyEntry(Base):
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
    account = UUIDField(null=True)
    name = TextField()
    role = TextField()
    day = DateField()

    class Meta:
        table_name = "remedy_entry"
        indexes = ((("remedy", "turn"), True),)
        constraints = (
            Check(f"kind IN {KINDS!r}"),
            Check(f"measure IS NULL OR measure IN {MEASURES!r}"),
            Check(f"progress IS NULL OR progress IN {PROGRESS!r}"),
            Check(f"evidence IS NULL OR evidence IN {EVIDENCE!r}"),
            Check("(evidence IS NULL) = (evidence_number IS NULL)"),
            Check(f"effect IS NULL OR effect IN {EFFECTS!r}"),
            Check("(effect IS NULL) = (households IS NULL)"),
        )


TABLES = (ProjectStep, Remedy, RemedyEntry)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
