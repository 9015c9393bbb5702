"""A county's model cases, in versions."""

from peewee import (
    BooleanField,
    CharField,
    Database,
    DateField,
    IntegerField,
    Model,
    TextField,
    UUIDField,
)


class Exemplar(Model):
    """The table stands as it was when this was written."""

    id = UUIDField(primary_key=True)
    exemplar = UUIDField()
    turn = IntegerField()
    county = CharField(max_length=6, index=True)
    title_zh = TextField()
    zh = TextField()
    zh_turn = IntegerField()
    title_ug = TextField()
    ug = TextField()
    ug_turn = IntegerField()
    ug_review = TextField()
    business = TextField()
    mode = TextField()
    year = IntegerField()
    shown_from = DateField()
    ended_on = DateField(null=True)
    withdrawn = BooleanField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        legacy_table_names = False
        indexes = ((("exemplar", "turn"), True),)


def up(migrator: object, db: Database) -> None:
    """Create it."""
    with db.bind_ctx([Exemplar]):
        db.create_tables([Exemplar])
