"""Answers 认账/异议: the household's own word on a line or on a check."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from peewee import (
    BooleanField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)
from peewee import (
    Check as Constraint,
)

from models import audit
from models.database import Table, is_sqlite, write
from models.due import Due
from models.household import village_of
from models.ids import random_id
from models.scope import NotTheirs
from models.stale import mark
from models.visit import Check

ANSWERS = ("confirmed", "disputed", "none")
DUE_REASONS = ("not_received", "less", "late", "not_my_agreement", "wrong_share", "other")
CHECK_REASONS = ("nobody_asked", "wrong_result", "wrong_amount", "other")
REASONS = tuple(dict.fromkeys((*DUE_REASONS, *CHECK_REASONS)))


class Answer(Table):
    """The household's word on a due line or on a check; the highest `turn` of a subject counts.

    Rows are only ever added: an answer taken back is a further turn, `none`. `assisted`: given
    with somebody at its side; the household can take it back alone, or say the same again.
    """

    household = UUIDField()
    id = UUIDField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    turn = IntegerField()
    answer = TextField()
    reason = TextField(null=True)
    day = DateField()
    assisted = BooleanField(null=True)  # empty, not false: rows from before it keep their digests

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "due", "check", "turn"), False),)
        constraints = (
            Constraint('(due IS NULL) <> ("check" IS NULL)'),
            Constraint(f"answer IN {ANSWERS!r}"),
            Constraint(f"reason IS NULL OR (answer = 'disputed' AND reason IN {REASONS!r})"),
        )


def give(
    household: UUID,
    *,
    due: UUID | None = None,
    check: UUID | None = None,
    answer: str,
    reason: str | None = None,
    today: date,
    id: UUID | None = None,  # noqa: A002 — the column's name
    assisted: bool = False,
) -> bool:
    """Add the household's word on one line or check; return whether anything was stored.

    The same twice stores nothing, unless it says alone what it said with help; nor does a known
    `id`: what comes late undoes no later word. A page left open sends its id with another word:
    that counts, under an id of its own.
    """
    word = {"due": due, "check": check, "answer": answer, "reason": reason}
    with write():
        _claim(household, due, check)
        last = current(household, due=due, check=check)
        same = Answer.get_or_none((Answer.household == household) & (Answer.id == id))
        if _repeats(last, answer, reason, assisted=assisted) or (same and _says(same, word)):
            return False
        own = random_id() if same or id is None else id
        given = {"turn": last.turn + 1 if last else 1, "day": today, "assisted": assisted or None}
        audit.created(Answer.create(household=household, id=own, **given, **word))
        mark(village_of(household))
        return True


def _repeats(last: Any, answer: str, reason: str | None, *, assisted: bool) -> bool:
    """Say whether nothing new is said: what was said with help is new where it is said alone."""
    if last is None:
        return answer == "none"
    alone = last.assisted and not assisted and answer != "none"
    return (last.answer, last.reason) == (answer, reason) and not alone


def _says(row: Answer, word: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in word.items())


def _claim(household: UUID, due: UUID | None, check: UUID | None) -> None:
    """See that the subject is the household's and let nobody else answer it meanwhile."""
    table, identity = (Due, due) if check is None else (Check, check)
    query = table.select(table.id).where((table.household == household) & (table.id == identity))
    if (query if is_sqlite() else query.for_update()).tuples().first() is None:
        raise NotTheirs


def current(household: UUID, *, due: UUID | None = None, check: UUID | None = None) -> Any:
    """Return the row that counts for a line or a check, or None where nothing was ever said."""
    subject = Answer.due == due if check is None else Answer.check == check
    query = Answer.select().where((Answer.household == household) & subject)
    return query.order_by(Answer.turn.desc()).first()
