"""Parameters: what the text of the rules leaves to the county, each dated, none overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from peewee import CharField, DateField, TextField, UUIDField

from models.bulk import tuples
from models.database import Table, write
from models.stale import mark
from rules.watch.facts import Parameters


class Parameter(Table):
    """One setting: in force from its day until the next of the same county and name.

    `value` is what `rules.watch.facts.Parameters` has under `name`, as text; None means not set.
    Rows are only added, so any figure can be had with the parameters of its day.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    name = TextField()
    value = TextField(null=True)
    in_force_from = DateField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("county", "name", "in_force_from"), False),)


READERS: dict[str, Callable[[str], Any]] = {
    "issued_on": date.fromisoformat,
    "lpr_day": str,
    "residual": int,
    "income_fall": int,
    "stable_years": int,
    "remedy_days": int,
    "posting_days": int,
}


def on(county: str, day: date) -> Parameters:
    """Return the parameters of a county as they are in force on a day."""
    query = (
        Parameter.select(Parameter.name, Parameter.value)
        .where((Parameter.county == county) & (Parameter.in_force_from <= day))
        .order_by(Parameter.in_force_from, Parameter.set_on, Parameter.id)
    )
    default = Parameters()
    found = {
        name: getattr(default, name) if value is None else READERS[name](value)
        for name, value in tuples(query)
        if name in READERS
    }
    return Parameters(**found)


def put(identity: UUID, county: str, name: str, value: str | None, **day: Any) -> bool:
    """Add a setting once, however often it is sent; `day` has in_force_from, set_on and account.

    A value that the rules could not read raises ValueError.
    """
    if value is not None:
        READERS[name](value)
    with write():
        row = {"id": identity, "county": county, "name": name, "value": value, **day}
        new = Parameter.insert(row).on_conflict_ignore().as_rowcount().execute() > 0
        if new:
            mark(county)
        return new
