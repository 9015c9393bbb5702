"""The household's word on a line or a check, and the dispute that it opens or ends."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from models import answer as answers
from models.database import write
from models.dispute import Dispute
from models.dispute_step import Subject, add, begin, open_about
from models.household import lock
from models.ids import derive


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
    """Store the word as `models.answer.give` does, and carry it to the offices in the same breath.

    A no opens a dispute, or joins the one that is open. A yes, or a no that is taken back, ends
    the household's own; one that opened by itself because a payment is late ends by a yes alone.
    """
    subject = Subject(due, check)
    word = {"due": due, "check": check, "answer": answer, "reason": reason, "assisted": assisted}
    with write():
        lock([household])
        if not answers.give(household, today=today, id=id, **word):  # type: ignore[arg-type]
            return False
        said = answers.current(household, due=due, check=check)
        entry = derive("dispute", said.id)
        if answer == "disputed":
            begin(household, subject, reason or "other", today, id=entry, assisted=assisted)
        elif (standing := open_about(household, subject)) and _ends(standing, answer):
            kind = _kind(standing, answer)
            add(household, standing.id, entry, kind, today, assisted=assisted)  # type: ignore[arg-type]
        return True


def _ends(standing: Dispute, answer: str) -> bool:
    return answer == "confirmed" or standing.origin == "household"


def _kind(standing: Dispute, answer: str) -> str:
    return "settled" if answer == "confirmed" and standing.state == "told" else "withdrawn"
