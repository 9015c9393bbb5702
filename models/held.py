"""What is held about a household, straight from the schema: a new column shows up by itself."""

from __future__ import annotations

from operator import itemgetter
from typing import Any
from uuid import UUID

from peewee import JOIN

from models.account import Account
from models.batch import Batch, Change, unpack
from models.bulk import columns, tuples
from models.database import Table
from models.finding import Finding
from models.household import Household
from models.ledger import HolderTable
from models.schema import TABLES
from models.visit import Visit

# They name a household in another way than by a column of that name.
POINTING = (Finding, Change)


def tables() -> list[type[Table]]:
    """Return every table that can hold something about one household."""
    return [
        table
        for table in TABLES
        if table is Household or table in POINTING or "household" in table._meta.sorted_field_names
    ]


def rows(table: type[Table], household: UUID) -> list[dict[str, Any]]:
    """Return all rows of a table about a household, column by column.

    Of an earlier version, `before` is its row, column by column, and `changed_on` the civil day of
    the import that overwrote it.
    """
    if table is Change:
        return _earlier(household)
    meta: Any = table._meta
    query: Any = table.select().where(_about(table, household))
    if table is Visit:
        query = _with_people(query)
    days = [field for field in meta.sorted_fields if field.field_type == "DATE"]
    return list(query.order_by(*days[:1]).dicts())


def _about(table: Any, household: UUID) -> Any:
    if table is Finding:
        number = Household.select(Household.number).where(Household.id == household)
        return (Finding.subject_kind == "household") & (Finding.subject_number == number)
    return _key(table) == household


def _key(table: Any) -> Any:
    return table._meta.fields["id" if table is Household else "household"]


def _with_people(query: Any) -> Any:
    """Say who came instead of the number of an account."""
    return query.select_extend(Account.name, Account.role).join(
        Account, JOIN.LEFT_OUTER, on=Account.id == Visit.account
    )


def _earlier(household: UUID) -> list[dict[str, Any]]:
    """Return the earlier versions of the household's own rows, the oldest first."""
    own = [table for table in TABLES if table is Household or issubclass(table, HolderTable)]
    found = [row for table in own for row in _versions(table, household)]
    return sorted(found, key=itemgetter("changed_on"))


def _versions(table: Any, household: UUID) -> list[dict[str, Any]]:
    name, names = table._meta.table_name, columns(table)
    mine = Change.id.in_(table.select(table.id).where(_key(table) == household))
    query = (
        Change.select(Change.batch, Change.id, Change.before, Batch.day)
        .join(Batch, on=Batch.id == Change.batch)
        .where(mine & (Change.table == name))
        .order_by(Batch.day, Batch.number)
    )
    whose = "id" if table is Household else "household"
    found = []
    for batch, identity, before, day in tuples(query):
        row = dict(zip(names, unpack(table, before), strict=True))
        if row[whose] == household:  # the id of a row is unique for one household alone
            own = {"batch": batch, "table": name, "id": identity, "before": row}
            found.append({**own, "changed_on": day})
    return found
