"""A county's model cases 先进典型 (art. 21): how a business links with households, to learn from.

A case speaks of a business and its mechanism, never of a household: it holds no figure of its own,
and its page leads to what the ledger says of the business (`models.sunshine`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from peewee import BooleanField, CharField, DateField, IntegerField, TextField, UUIDField

from models import version
from models.database import Table
from models.scope import under


class Exemplar(Table):
    """One version of one model case (`models.version`).

    `business` is a number or ""; `mode` one of the eight ways, `year` the one it speaks of.
    Anybody may read it from `shown_from` on; `ended_on` is the first day on which it is no model
    any more.
    """

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
        indexes = ((("exemplar", "turn"), True),)


@dataclass(frozen=True, slots=True)
class Content:
    """What is written of a case. `ug_fits`: the Uyghur text was compared with this Chinese one."""

    ZH: ClassVar[tuple[str, ...]] = ("title_zh", "zh")
    UG: ClassVar[tuple[str, ...]] = ("title_ug", "ug")

    title_zh: str
    zh: str
    title_ug: str
    ug: str
    ug_review: str
    business: str
    mode: str
    year: int
    shown_from: date
    ended_on: date | None = None
    withdrawn: bool = False
    ug_fits: bool = False


def add(identity: UUID, county: str, content: Content, today: date, account: UUID | None) -> UUID:
    """Add a case once, however often it is sent, and return its name."""
    return version.add(Exemplar, identity, county, content, set_on=today, account=account)


def correct(
    identity: UUID, exemplar: UUID, content: Content, today: date, account: UUID | None
) -> bool:
    """Add a version of a case once; say whether anything was stored. Unknown: LookupError."""
    return version.correct(Exemplar, identity, exemplar, content, set_on=today, account=account)


def find(exemplar: UUID) -> Any:
    """Return the version of a case that counts, or None."""
    return version.find(Exemplar, exemplar)


def versions(exemplar: UUID) -> list[Any]:
    """Return all versions of a case, the latest first, with the name of who wrote each."""
    return version.versions(Exemplar, exemplar)


def listed(scope: str) -> list[Any]:
    """Return the cases under a code as they stand, withdrawn ones too: the latest year first."""
    found = version.current(Exemplar, under(Exemplar.county, scope))
    return sorted(found, key=lambda row: (-row.year, row.title_zh, row.exemplar))


def shown(day: date) -> list[Any]:
    """Return the cases of all counties that anybody may read on a day, the latest year first."""
    return [row for row in listed("") if state(row, day) == "now"]


def state(row: Any, day: date) -> str:
    """Return one of `version.STATES`: whether a case is shown on a day."""
    return version.state(row, row.shown_from, day)
