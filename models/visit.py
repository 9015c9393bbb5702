"""Visits 走访: a set of checks and nothing else (product.md 5)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import (
    BigIntegerField,
    BooleanField,
    CompositeKey,
    DateField,
    TextField,
    UUIDField,
)
from peewee import (
    Check as Constraint,
)

from models import audit
from models.bulk import chunks, columns, values
from models.database import Table, write
from models.ids import random_id

RESULTS = ("received", "not_received", "less", "unsure")


class Visit(Table):
    """What one cadre sent at once; only the civil day is kept."""

    household = UUIDField()
    id = UUIDField(index=True)  # the same id for another household is refused
    account = UUIDField()
    day = DateField()
    digest = TextField()  # of what was sent: the same id with other content is refused

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Check(Table):
    """One payment looked at with the household, or the terms of one agreement explained."""

    household = UUIDField()
    id = UUIDField()
    visit = UUIDField()
    due = UUIDField(null=True)
    agreement = TextField(null=True)
    result = TextField()
    amount = BigIntegerField(null=True)
    slip = BooleanField(default=False)
    day = DateField()

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Constraint("(due IS NULL) <> (agreement IS NULL)"),
            Constraint("result IN ('received', 'not_received', 'less', 'unsure', 'explained')"),
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What a check found of a due line (`amount`: fen, where it was less) or of an agreement."""

    result: str
    due: UUID | None = None
    agreement: str | None = None
    amount: int | None = None
    slip: bool = False


class Different(Exception):
    """A visit with this id is stored already and says something else."""


def store(visit: UUID, household: UUID, account: UUID, said: Collection[Said], today: date) -> bool:
    """Store a visit once, however often it is sent; False when it is there already.

    The day is the server's at the first time; a repetition on a later day changes nothing.
    """
    if not said:
        raise ValueError("visit: nothing without at least one check")
    digest = _digest(household, account, said)
    with write():
        if _elsewhere(visit, household):
            raise Different
        row = Visit(household=household, id=visit, account=account, day=today, digest=digest)
        if not Visit.insert(row.__data__).on_conflict_ignore().as_rowcount().execute():
            _compare(visit, household, digest)
            return False
        checks = [_row(visit, household, each, today) for each in said]
        Check.insert_many(checks).execute()
        audit.created(row)
        audit.written(Check, [[each[name] for name in columns(Check)] for each in checks])
    return True


def asked(households: Collection[UUID]) -> set[UUID]:
    """Return the lines of these households that somebody asked about; not who, not the answer."""
    found: set[UUID] = set()
    for part in chunks(households):
        mine = Check.household.in_(part) & Check.due.is_null(False)
        found.update(values(Check.select(Check.due).where(mine).distinct()))
    return found


def _elsewhere(visit: UUID, household: UUID) -> bool:
    return Visit.select().where((Visit.id == visit) & (Visit.household != household)).exists()


def _compare(visit: UUID, household: UUID, digest: str) -> None:
    if Visit.get((Visit.household == household) & (Visit.id == visit)).digest != digest:
        raise Different


def _row(visit: UUID, household: UUID, said: Said, today: date) -> dict[str, Any]:
    return {
        "household": household,
        "id": random_id(),
        "visit": visit,
        "due": said.due,
        "agreement": said.agreement,
        "result": said.result,
        "amount": said.amount,
        "slip": said.slip,
        "day": today,
    }


def _digest(household: UUID, account: UUID, said: Collection[Said]) -> str:
    content = sorted(
        [each.result, str(each.due), each.agreement or "", each.amount or 0, each.slip]
        for each in said
    )
    text = json.dumps([household.hex, account.hex, content], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
