"""Who of an office looks after a dispute 经办人: nobody any more once it rises or ends.

It limits nobody: whoever may answer a dispute may do so, whoever looks after it. A disabled account
looks after nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import fn

from models import audit
from models.account import by_id
from models.bulk import tuples
from models.database import write
from models.dispute import Dispute, as_case, find
from models.dispute_step import By, Refused, enter, entered, same
from models.household import lock
from models.ids import derive
from models.scope import NotTheirs
from rules import dispute as rules


class Handler(NamedTuple):
    """Who looks after a dispute."""

    account: UUID
    name: str


class Held(NamedTuple):
    """How many open disputes an account looks after, and the first last day among them."""

    open: int = 0
    due_on: date | None = None


def of(row: Any) -> Handler | None:
    """Return who looks after a dispute, or None."""
    if row.handler is None:
        return None
    found = by_id(row.handler)
    return Handler(found.id, found.name) if found else None  # type: ignore[arg-type]


def held(account: UUID) -> Held:
    """Return what an account looks after and must be acted on."""
    query = Dispute.select(fn.COUNT(Dispute.id), fn.MIN(Dispute.due_on))
    mine = (Dispute.handler == account) & (Dispute.state == "open")
    return Held(*next(tuples(query.where(mine))))


def change(rows: Sequence[Any], sent: UUID, kind: str, by: By, day: date) -> None:
    """Take the first of these disputes, or give it back, once however often it is sent.

    The others, which are alike, go with it unless somebody else has them. Raise Refused where the
    rules say so, or "held": somebody else has it, "handler": it is not this account's.
    """
    first, *others = rows
    with write():
        lock([row.household for row in rows])
        if not _change(first, sent, kind, by, day):
            return
        for row in others:
            with suppress(Refused, NotTheirs):
                _change(row, sent, kind, by, day)


def _change(row: Any, sent: UUID, kind: str, by: By, day: date) -> bool:
    """Do so with one; False where this was done before."""
    now, entry = find(row.household, row.id), derive("handler", sent, row.id)
    if now is None:
        raise NotTheirs
    if known := entered(row.household, entry):
        same(known, dispute=row.id, kind=kind, account=by.account)
        return False
    if code := rules.obstacle(as_case(now), kind, by.role, day):
        raise Refused(code)
    handler = of(now)
    own = handler is not None and handler.account == by.account
    if kind == "taken" and handler and not own:
        raise Refused("held")
    if kind == "returned" and not own:
        raise Refused("handler")
    if kind == "taken" and own:
        return True
    enter(row.household, row.id, entry, kind, day, by=by)
    mine = (Dispute.household == row.household) & (Dispute.id == row.id)
    with audit.changing(Dispute, mine):
        Dispute.update(handler=by.account if kind == "taken" else None).where(mine).execute()
    return True
