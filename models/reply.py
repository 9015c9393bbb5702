"""Replies 答复: the business's own word beside a finding, and beside disputes about that payment.

Only the business itself gives one; nobody gives it in its place. Rows are only added: a reply
that is taken back is a further turn.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import BigIntegerField, Check, DateField, IntegerField, TextField, UUIDField

from models import audit
from models.database import Table, is_sqlite, write
from models.finding import Finding
from models.ids import derive, random_id
from models.scope import NotTheirs

REPLIES = ("pays", "paid", "disagrees", "asks_help", "none")
SUBJECTS = ("finding", "dispute")
# Why it does not agree, and what it lacks: the causes of trouble that article 17 names.
DISAGREES = ("not_ours", "wrong_terms", "wrong_sum", "wrong_roster", "not_due", "other")
TROUBLES = ("funds", "range", "technology", "chain", "other")
REASONS = tuple(dict.fromkeys((*DISAGREES, *TROUBLES)))
LONGEST_REMARK = 500


class Reply(Table):
    """The business's word on one subject; the highest `turn` counts.

    pays: `amount` fen by the day `pays_on`. paid: with the slip `voucher`. disagrees and
    asks_help: for a `reason`. `remark`: its own words, for county and township alone.
    """

    id = UUIDField(primary_key=True)
    business = TextField(index=True)
    subject_kind = TextField()
    subject = UUIDField()
    turn = IntegerField()
    reply = TextField()
    pays_on = DateField(null=True)
    amount = BigIntegerField(null=True)
    voucher = TextField(null=True)
    reason = TextField(null=True)
    remark = TextField(default="")
    day = DateField()

    class Meta:
        indexes = ((("subject_kind", "subject", "business", "turn"), True),)
        constraints = (
            Check(f"reply IN {REPLIES!r}"),
            Check(f"subject_kind IN {SUBJECTS!r}"),
            Check("(reply = 'pays') = (pays_on IS NOT NULL AND amount IS NOT NULL)"),
            Check("(reply = 'paid') = (voucher IS NOT NULL)"),
            Check("(reply IN ('disagrees', 'asks_help')) = (reason IS NOT NULL)"),
            Check(f"reason IS NULL OR reason IN {REASONS!r}"),
            Check(f"length(remark) <= {LONGEST_REMARK}"),
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What a business says; fen."""

    reply: str
    pays_on: date | None = None
    amount: int | None = None
    voucher: str | None = None
    reason: str | None = None
    remark: str = ""


NOTHING = Said("none")


def give(
    business: str,
    findings: Collection[UUID],
    said: Said,
    today: date,
    sent: UUID | None = None,
) -> bool:
    """Add the business's word on a matter; return whether anything was stored.

    A matter is one finding, or the findings of several villages that are one to the business.

    The same word twice stores nothing, and neither does an id that was stored before: a reply that
    arrives again, late, does not undo a later one. A page that was left open sends its id with
    another word: that one counts, under an id of its own.
    """
    sent = sent or random_id()
    with write():
        _claim(business, findings)
        added = [_add(business, finding, said, today, sent) for finding in findings]
    return any(added)


def _add(business: str, finding: UUID, said: Said, today: date, sent: UUID) -> bool:
    turns = of_finding(finding)
    own = derive("reply", sent, finding)
    before = {row.id: word(row) for row in turns}
    if before.get(own) == said or (word(turns[-1]) if turns else NOTHING) == said:
        return False
    made = Reply.create(
        id=random_id() if own in before else own,
        business=business,
        subject_kind="finding",
        subject=finding,
        turn=turns[-1].turn + 1 if turns else 1,
        day=today,
        **asdict(said),
    )
    audit.created(made)
    return True


def _claim(business: str, findings: Collection[UUID]) -> None:
    """See that the findings are about the business, and let nobody else answer them meanwhile."""
    own = (Finding.business == business) & Finding.ended_on.is_null()
    query = Finding.select(Finding.id).where(Finding.id.in_(list(findings)) & own)
    found = list((query if is_sqlite() else query.for_update()).tuples())
    if not findings or len(found) != len(set(findings)):
        raise NotTheirs


def word(row: Any) -> Said:
    """Return what a row says."""
    return Said(row.reply, row.pays_on, row.amount, row.voucher, row.reason, row.remark)


def of_finding(finding: UUID) -> list[Any]:
    """Return every turn of the replies to a finding, in their order; the last of them counts."""
    return _turns((Reply.subject_kind == "finding") & (Reply.subject == finding))


def of_business(business: str) -> list[Any]:
    """Return every turn of a business's replies; of each subject the last counts."""
    return _turns(Reply.business == business)


def _turns(where: Any) -> list[Any]:
    query = Reply.select().where(where).order_by(Reply.subject, Reply.turn, Reply.id)
    return list(query.namedtuples())


def standing(rows: Iterable[Any]) -> dict[UUID, Any]:
    """Return by subject the reply that counts; one that was taken back is none."""
    last = {row.subject: row for row in rows}
    return {subject: row for subject, row in last.items() if row.reply != "none"}


def on_payment(business: str, agreement: str, due_on: date) -> Any:
    """Return the business's word on what is late of an agreement's due day, or None."""
    late = Finding.code.startswith("payment.") & (Finding.agreement == agreement)
    query = Finding.select(Finding.id, Finding.params).where((Finding.business == business) & late)
    rows = [(row.id, dict(json.loads(row.params)).get("due_on")) for row in query.namedtuples()]
    found = {identity for identity, day in rows if day == due_on.isoformat()}
    said = [row for row in standing(of_business(business)).values() if row.subject in found]
    return max(said, key=lambda row: (row.day, row.turn, str(row.id)), default=None)
