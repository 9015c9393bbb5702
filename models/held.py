"""What is held about a household, straight from the schema: a new column shows up by itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from peewee import JOIN

from models.account import Account
from models.database import Table
from models.household import Household
from models.schema import TABLES
from models.visit import Visit


def tables() -> list[type[Table]]:
    """Return every table that can hold something about one household."""
    return [
        table
        for table in TABLES
        if table is Household or "household" in table._meta.sorted_field_names
    ]


def rows(table: type[Table], household: UUID) -> list[dict[str, Any]]:
    """Return all rows of a table about a household, column by column."""
    meta: Any = table._meta
    key = meta.fields["id" if table is Household else "household"]
    query: Any = table.select().where(key == household)
    if table is Visit:
        query = _with_people(query)
    days = [field for field in meta.sorted_fields if field.field_type == "DATE"]
    return list(query.order_by(*days[:1]).dicts())


def _with_people(query: Any) -> Any:
    """Say who came instead of the number of an account."""
    return query.select_extend(Account.name, Account.role).join(
        Account, JOIN.LEFT_OUTER, on=Account.id == Visit.account
    )
