"""What is overdue opens its own dispute, and the clock moves every dispute on (article 20).

The daily job does this; a second run of a day changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from peewee import JOIN

from models import audit
from models.bulk import chunks, columns, insert, tuples, values
from models.database import Table, write
from models.dispute import Dispute, DisputeEntry, as_case, columns_of, days, find
from models.dispute_step import move
from models.due import Due
from models.household import lock
from models.ids import derive
from models.scope import COUNTY_DIGITS
from rules import dispute as rules
from rules.dispute import Days

Given = Callable[[str], Days]

LATE = Due.due - Due.paid >= Due.unit
# One dispute a line opens by itself, and none while another is open.
BLOCKS = (Dispute.origin == "overdue") | (Dispute.state != "closed")
HER_WORD = ("joined", *rules.OWN)  # where she has spoken nobody answers in the office's place


def renew(day: date) -> tuple[int, int, int]:
    """Open, answer and move on; return how many were opened, raised, and closed by silence."""

    @cache
    def given(county: str) -> Days:
        return days(county, day)

    opened = _open(day, given)
    _follow(day, given)
    raised, silent = _tick(day, given)
    return opened, raised, silent


def _open(day: date, given: Given) -> int:
    """Open a dispute for every line that is late today and has none, whoever has said what."""
    mine = (Dispute.household == Due.household) & (Dispute.due == Due.id) & BLOCKS
    late = LATE & (Due.late_from < day) & (Due.kind != "saved")
    query = (
        Due.select(Due.household, Due.id, Due.village, Due.agreement, Due.business)
        .join(Dispute, JOIN.LEFT_OUTER, on=mine)
        .where((Due.party == "household") & ~Due.withdrawn & late & Dispute.id.is_null())
    )
    opened = 0
    for part in chunks(list(tuples(query))):
        with write():
            lock([household for household, *_ in part])
            dues = Dispute.due.in_([line[1] for line in part]) & BLOCKS
            known = set(values(Dispute.select(Dispute.due).where(dues)))
            fresh = [line for line in part if line[1] not in known]
            _add(Dispute, [_row(line, day, given) for line in fresh])
            _add(DisputeEntry, [_entry(line[0], line[1], day) for line in fresh])
            opened += len(fresh)
    return opened


def _add(table: type[Table], rows: list[dict[str, Any]]) -> None:
    cells = [[row.get(name) for name in columns(table)] for row in rows]
    insert(table, cells)
    audit.written(table, cells)


def _row(line: tuple[Any, ...], day: date, given: Given) -> dict[str, Any]:
    household, due, village, agreement, business = line
    return {
        "household": household,
        "id": derive("overdue", due),
        "village": village,
        "origin": "overdue",
        "reason": rules.OVERDUE,
        "due": due,
        "agreement": agreement,
        "business": business,
        "opened_on": day,
        **columns_of(rules.opened("payer", day, given(village[:COUNTY_DIGITS]))),
    }


def _entry(household: UUID, due: UUID, day: date) -> dict[str, Any]:
    dispute = derive("overdue", due)
    texts = dict.fromkeys(("words", "name", "role"), "")
    return {
        "household": household,
        "id": derive("overdue", dispute, "opened"),
        "dispute": dispute,
        "turn": 1,
        "kind": "opened",
        "reason": rules.OVERDUE,
        "day": day,
        **texts,
    }


def _follow(day: date, given: Given) -> None:
    """Answer what opened by itself where the ledger now says that all is paid, or has no such line.

    The household is asked whether it is settled; where it has said something itself, nobody
    answers in the office's place.
    """
    mine = (Due.household == Dispute.household) & (Due.id == Dispute.due)
    gone = Due.id.is_null() | Due.withdrawn
    query = (
        Dispute.select(Dispute, Due.paid, Due.completed_on, gone.alias("gone"))
        .join(Due, JOIN.LEFT_OUTER, on=mine)
        .where(
            (Dispute.origin == "overdue")
            & (Dispute.state == "open")
            & (gone | (Due.due - Due.paid < Due.unit))
        )
    )
    told = DisputeEntry.select(DisputeEntry.dispute).where(DisputeEntry.kind.in_(HER_WORD))
    rows: list[Any] = list(query.where(Dispute.id.not_in(told)).namedtuples())
    for row in rows:
        said = (
            {"outcome": "corrected"}
            if row.gone
            else {"outcome": "paid", "amount": row.paid, "day_named": row.completed_on}
        )
        _move(row, "answered", day, given, **said)


def _tick(day: date, given: Given) -> tuple[int, int]:
    """Raise what an office has let lie, and close what the household has met with silence."""
    done = {"raised": 0, "silent": 0}
    late = (Dispute.state != "closed") & (Dispute.due_on < day)
    for row in list(Dispute.select().where(late).namedtuples()):
        kind = rules.due_move(as_case(row), day, owed=_owed(row, day))
        if kind and _move(row, kind, day, given):
            done[kind] += 1
    return done["raised"], done["silent"]


def _owed(row: Any, day: date) -> bool:
    """Say whether one that opened by itself is about money that is late still."""
    if row.origin != "overdue":
        return False
    mine = (Due.household == row.household) & (Due.id == row.due) & ~Due.withdrawn
    return Due.select().where(mine & LATE & (Due.late_from < day)).exists()


def _move(row: Any, kind: str, day: date, given: Given, **said: Any) -> bool:
    """Let the clock take one step, unless somebody has been quicker."""
    with write():
        lock([row.household])
        now = find(row.household, row.id)
        if now is None or as_case(now) != as_case(row):
            return False
        case = rules.after(as_case(row), kind, day, given(row.village[:COUNTY_DIGITS]))
        move(row, case, derive("overdue", row.id, kind, row.due_on), kind, day, **said)
    return True
