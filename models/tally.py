"""Tallies: what the families of article 3 are made of, and articles 6 to 9, counted by place."""

from __future__ import annotations

from collections.abc import Mapping

from peewee import BigIntegerField, CharField, CompositeKey, IntegerField, TextField, fn

from models.bulk import pairs
from models.database import Table
from models.scope import under

ALWAYS = 0  # the year of what is of no year


class Tally(Table):
    """One number of one place, as of the survey's day; its names are those of `models.watch.tally`.

    `place` is a village, or the larger place in which a thing lies; `year` a payment year or 0;
    `value` a count, or fen.
    """

    place = CharField(max_length=12)
    year = IntegerField()
    name = TextField()
    value = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("place", "year", "name")


def read(scope: str, year: int) -> Mapping[str, int]:
    """Return the numbers of all places in a scope together: of a year, and of no year."""
    inside = under(Tally.place, scope) & Tally.year.in_((ALWAYS, year))
    query = Tally.select(Tally.name, fn.SUM(Tally.value)).where(inside).group_by(Tally.name)
    return {name: int(value) for name, value in pairs(query).items()}
