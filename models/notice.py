"""Notices 提醒: a business is told 30 and 7 days before a due day what it will have to pay.

Who is to be told is computed from the stored dues, so a day that moves and money that is paid
drop out by themselves. The days are those before the due day itself, also where it is a day of
rest; what is stored is only that somebody was told, and on which day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import CharField, CompositeKey, DateField, IntegerField, TextField, UUIDField, fn

from models import audit
from models.bulk import chunks, columns, values
from models.business import Business
from models.database import Table, write
from models.due import Due
from models.owing import paid_up, payable, rest
from models.scope import COUNTY_DIGITS, under

STAGES = (7, 30)  # days before, the nearest first


class Notice(Table):
    """A business was told of a due day by a county; a row is added once and never changed."""

    county = CharField(max_length=6)
    business = TextField()
    due_on = DateField()
    stage = IntegerField()
    given_on = DateField()
    account = UUIDField()

    class Meta:
        primary_key = CompositeKey("county", "business", "due_on", "stage")


@dataclass(frozen=True, slots=True)
class Pending:
    """What a business has to pay on one day, and whether it was told so at this stage.

    `since`: the day on which this stage began. `rest` is fen for `parties` of `agreements`.
    """

    business: str
    due_on: date
    stage: int
    since: date
    days: int
    parties: int
    agreements: int
    rest: int
    given_on: date | None = None


def stage_of(due_on: date, on: date) -> int | None:
    """Return how near a due day is: 7 in its last seven days, else 30 in its last thirty."""
    days = (due_on - on).days
    return next((stage for stage in STAGES if 0 <= days <= stage), None)


def notices(scope: str, on: date) -> list[Pending]:
    """Return whom a county has to tell on a day, and whom it has told, the nearest day first.

    Of a township: what is to be paid in its villages, and what its county has told.
    """
    rows = [row for part in chunks(_businesses()) for row in _rows(scope, on, part)]
    return _pending(rows, on, _given(Notice.county == scope[:COUNTY_DIGITS]))


def of_business(number: str, on: date, scope: str = "") -> list[Pending]:
    """Return the same of one business: what it owes in one county or township, or everywhere."""
    mine = Notice.business == number
    given = _given(mine & (Notice.county == scope[:COUNTY_DIGITS]) if scope else mine)
    return _pending(_rows(scope, on, [number]), on, given)


def give(
    county: str, business: str, due_on: date, stage: int, *, account: UUID, given_on: date
) -> bool:
    """Note once that a business was told; return whether it was noted now."""
    row = {
        "county": county,
        "business": business,
        "due_on": due_on,
        "stage": stage,
        "account": account,
        "given_on": given_on,
    }
    with write():
        new = bool(Notice.insert(row).on_conflict_ignore().as_rowcount().execute())
        if new:
            audit.written(Notice, [[row[name] for name in columns(Notice)]])
    return new


def _businesses() -> Iterable[str]:
    return values(Business.select(Business.number).order_by(Business.number))


def _rows(scope: str, on: date, businesses: list[str]) -> list[Any]:
    """Return the sums by business and day of what is not paid and due within thirty days."""
    near = Due.due_on.between(on, on + timedelta(max(STAGES)))
    open_lines = Due.due.is_null(False) & ~paid_up() & payable(on)
    where = Due.business.in_(businesses) & near & open_lines
    if scope:
        where &= under(Due.village, scope)
    query = Due.select(
        *(Due.business, Due.due_on),
        fn.COUNT(Due.household.distinct()).alias("parties"),
        fn.COUNT(Due.agreement.distinct()).alias("agreements"),
        fn.SUM(rest()).alias("rest"),
    )
    return list(query.where(where).group_by(Due.business, Due.due_on).namedtuples())


Given = dict[tuple[str, date, int], date]


def _given(where: Any) -> Given:
    query = Notice.select().where(where).order_by(Notice.given_on.desc())
    return {(row.business, row.due_on, row.stage): row.given_on for row in query.namedtuples()}


def _pending(rows: Iterable[Any], on: date, given: Given) -> list[Pending]:
    found = []
    for row in rows:
        stage = stage_of(row.due_on, on)
        if stage is None:
            continue
        found.append(
            Pending(
                *(row.business, row.due_on, stage, row.due_on - timedelta(stage)),
                days=(row.due_on - on).days,
                parties=row.parties,
                agreements=row.agreements,
                rest=int(row.rest),
                given_on=given.get((row.business, row.due_on, stage)),
            )
        )
    return sorted(found, key=lambda each: (each.due_on, each.business))
