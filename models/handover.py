"""A remedy case goes to somebody else: the county decides it, with a reason that stays with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.caseload import Owner
from models.database import write
from models.remedy import By, Refused, Remedy, as_case, enter, entered, locked
from rules import remedy as rules


@dataclass(frozen=True, slots=True)
class Handover:
    """Who has the case from now on, and why: one of `models.remedy.REASONS`."""

    id: UUID
    to: Owner
    reason: str


def hand(identity: UUID, asked: Handover, by: By, day: date) -> None:
    """Hand a case over once, however often it is sent; its due day and its clock stay.

    Raise Refused where the rules refuse it, or "same" where they have it already.
    """
    to, said = asked.to, {"owner": asked.to.account, "office": asked.to.office}
    with write():
        case = locked(identity)
        if entered(identity, asked.id, "handed", by, reason=asked.reason, **said):
            return
        facts = as_case(case)
        if code := rules.obstacle(facts, "handed", by.actor, day):
            raise Refused(code)
        if (facts.owner, facts.office) == (to.account, to.office):
            raise Refused("same")
        enter(identity, asked.id, "handed", by, day, reason=asked.reason, **said)
        first = rules.first_after(facts, to.role, day)
        values: dict[str, Any] = {"first": first, **said}
        if first != facts.first:
            values["level"] = first
        Remedy.update(values).where(Remedy.id == identity).execute()
