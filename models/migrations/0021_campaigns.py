"""Campaigns with their posters, and counts of scans and anonymous answers."""

from peewee import (
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


class Base(Model):
    """The tables below stand as they were when this was written."""

    class Meta:
        legacy_table_names = False


class Campaign(Base):
    id = UUIDField(primary_key=True)
    county = CharField(max_length=6, index=True)
    title = TextField()
    from_day = DateField()
    to_day = DateField()
    cards = TextField()
    calculator = BooleanField()
    entered_on = DateField()
    account = UUIDField()


class Poster(Base):
    code = CharField(max_length=5, primary_key=True)
    campaign = UUIDField()
    village = CharField(max_length=12)

    class Meta:
        indexes = ((("campaign", "village"), True),)


class PosterScan(Base):
    code = CharField(max_length=5)
    day = DateField()
    times = IntegerField()

    class Meta:
        primary_key = CompositeKey("code", "day")


class PosterAnswer(Base):
    code = CharField(max_length=5)
    question = TextField()
    answer = TextField()
    times = IntegerField()

    class Meta:
        primary_key = CompositeKey("code", "question", "answer")


class PosterReply(Base):
    id = UUIDField(primary_key=True)
    day = DateField()


TABLES = (Campaign, Poster, PosterScan, PosterAnswer, PosterReply)


def up(migrator: object, db: Database) -> None:
    """Create them."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
