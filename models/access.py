"""Access records 查阅记录: who of the staff opened a household's record, on which day, and why.

The household sees all of it. One row a day, account and purpose: the table cannot count visits.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from peewee import Check, CompositeKey, DateField, TextField, UUIDField

from models import audit
from models.bulk import columns, upsert, values
from models.database import Table, write
from models.household import Household
from models.ids import random_id
from models.scope import under

# Why a county takes its ledger out: it says so, and every household in it reads it.
EXPORTS = ("export_check", "export_change", "export_report", "export_keep")
PURPOSES = (
    *("check", "print", "slip", "mediate", "correct", "finding", "statement"),
    *("export", *EXPORTS),  # the first: before a reason was asked for
)


class Access(Table):
    """An opening. Name and role are kept as they were on that day."""

    household = UUIDField()
    id = UUIDField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    purpose = TextField()
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "account", "purpose", "day"), True),)
        constraints = (Check(f"purpose IN {PURPOSES!r}"),)


def record(
    *households: UUID, account: UUID, name: str, role: str, purpose: str, today: date
) -> None:
    """Note that an account opened households' records; the same day's second opening adds none."""
    said = {"account": account, "name": name, "role": role, "purpose": purpose, "day": today}
    rows = [{"household": key, "id": random_id(), **said} for key in sorted(set(households))]
    if rows:
        with write():
            query = Access.insert_many(rows).on_conflict_ignore().returning(Access.id)
            new = {row.id for row in query.execute()}
            audit.written(Access, [_values(row) for row in rows if row["id"] in new])


def record_export(
    scope: str, purpose: str, *, account: UUID, name: str, role: str, today: date
) -> None:
    """Note for every household of a county that the ledger was taken out, and why (EXPORTS)."""
    found = (Access.account == account) & (Access.purpose == purpose) & (Access.day == today)
    said = {"account": account, "name": name, "role": role, "purpose": purpose, "day": today}
    with write():
        audit.locked_head()  # the same account's other export waits: a household is noted once
        noted = set(values(Access.select(Access.household).where(found)))
        inside = values(Household.select(Household.id).where(under(Household.village, scope)))
        rows = [{"household": key, "id": random_id(), **said} for key in inside if key not in noted]
        new = [_values(row) for row in rows]
        upsert(Access, new)
        audit.written(Access, new)


def _values(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in columns(Access))


def of_household(household: UUID) -> list[Access]:
    """Return every opening of a household's record, the latest day first."""
    query = Access.select().where(Access.household == household)
    return list(query.order_by(Access.day.desc(), Access.id))


def forget(before: date) -> int:
    """Delete the openings of days before `before` (product.md 5, rule 9)."""
    with write():
        return audit.erase(Access, Access.day < before)
