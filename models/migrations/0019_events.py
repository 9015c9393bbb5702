"""Events of households: entered by the township, confirmed by the county."""

from peewee import (
    BooleanField,
    Check,
    CompositeKey,
    Database,
    DateField,
    Model,
    TextField,
    UUIDField,
)

KINDS = ("head", "recoded", "split", "inherited", "split_off", "heir", "recoded_with")
PAPERS = ("register", "village", "approval", "deed", "judgment", "notary")


class Event(Model):
    """The table as it was when this was written."""

    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField(index=True)
    kind = TextField()
    day = DateField()
    evidence = TextField()
    head = TextField()
    place = TextField()
    number = TextField()
    parts = TextField()
    ends = BooleanField()
    whole = BooleanField()
    state = TextField()
    ground = TextField(null=True)
    entered_on = DateField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    decided_on = DateField(null=True)
    decided_by = UUIDField(null=True)
    decided_name = TextField()
    decided_role = TextField()
    import_id = UUIDField(null=True, index=True)

    class Meta:
        legacy_table_names = False
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Check(f"kind IN {KINDS!r}"),
            Check(f"evidence IN {PAPERS!r}"),
            Check("state IN ('entered', 'confirmed', 'refused')"),
            Check("ground IS NULL OR ground IN ('papers', 'different', 'none')"),
            Check("(state = 'refused') = (ground IS NOT NULL)"),
            Check("(state = 'entered') = (decided_on IS NULL)"),
        )


def up(migrator: object, db: Database) -> None:
    """Create it."""
    with db.bind_ctx((Event,)):
        db.create_tables((Event,))
