"""What happens to a dispute: it is opened, answered, extended, settled, opened anew.

Every entry is stored once, however often it is sent, and nobody changes a household's disputes
at the same moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import fn

from models import audit, correction
from models.database import write
from models.dispute import Dispute, DisputeEntry, as_case, columns_of, days, find
from models.due import Due
from models.household import lock
from models.part import has_part
from models.scope import NotTheirs
from models.visit import Check
from rules import dispute as rules
from rules.dispute import Case


class Refused(Exception):
    """`code` says why: what `rules.dispute.obstacle` names, or "different", "far", "reason".

    Or "fact": no such fact is held; "uncorrected": the ledger says still what it said.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class By:
    """Who of an office does it, as the dispute remembers it."""

    account: UUID
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a dispute is about: a line, a check, an agreement by its number, or the household.

    Or a `fact` (table and column) in a row that is held about it, `record`.
    """

    due: UUID | None = None
    check: UUID | None = None
    agreement: str = ""
    record: UUID | None = None
    fact: str | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return what can be chosen for it."""
        if self.check:
            return rules.OF_CHECK
        if self.due:
            return rules.OF_LINE
        if self.record:
            return rules.OF_RECORD
        return rules.OF_AGREEMENT if self.agreement else rules.OF_HOUSEHOLD


def begin(
    household: UUID,
    subject: Subject,
    reason: str,
    day: date,
    *,
    id: UUID,  # noqa: A002 — the column's name
    words: str = "",
    assisted: bool = False,
) -> UUID:
    """Open a dispute once, or add the word to the one about this that is open; return its id."""
    spoken = {"reason": reason, "words": words, "assisted": assisted or None}
    if reason not in subject.reasons:
        raise Refused("reason")
    with write():
        village = _lock(household)
        if known := entered(household, id):
            return known.dispute
        claimed = _claim(household, subject)
        if standing := open_about(household, subject, reason):
            _join(standing, id, day, spoken)
            return standing.id
        said = {"reason": reason, "due": subject.due, "check": subject.check, **claimed}
        case = columns_of(rules.opened(_about(subject, reason), day, days(village, day)))
        at = {"village": village, "origin": "household", "opened_on": day}
        audit.created(Dispute.create(household=household, id=id, **at, **said, **case))
        enter(household, id, id, "opened", day, **spoken)
    return id


def _about(subject: Subject, reason: str) -> str:
    income = (subject.fact or "").startswith("income.")
    return rules.about(reason, check=subject.check is not None, income=income)


def entered(household: UUID, entry: UUID) -> DisputeEntry | None:
    """Return what was stored with this id, if it was."""
    return DisputeEntry.get_or_none(
        (DisputeEntry.household == household) & (DisputeEntry.id == entry)
    )


def _join(row: Dispute, entry: UUID, day: date, spoken: dict[str, Any]) -> None:
    """Add the household's word; from then on the dispute is known by its reason.

    One that an office has answered goes on: she says that it is not settled.
    """
    if row.state == "told":
        given = days(str(row.village), day)
        case = rules.after(as_case(row), "unsettled", day, given)
        move(row, case, entry, "unsettled", day, **spoken)
    else:
        enter(row.household, row.id, entry, "joined", day, **spoken)  # type: ignore[arg-type]
    mine = (Dispute.household == row.household) & (Dispute.id == row.id)
    with audit.changing(Dispute, mine):
        Dispute.update(reason=spoken["reason"]).where(mine).execute()


def _lock(household: UUID) -> str:
    """Let nobody else open or change the household's disputes meanwhile; return its village."""
    villages = lock([household])
    if not villages:
        raise NotTheirs
    return villages[0]


def _claim(household: UUID, subject: Subject) -> dict[str, Any]:
    """Return the business and agreement of what must be the household's own."""
    if subject.record:
        return _claim_record(household, subject)
    due, agreement = subject.due, subject.agreement
    if subject.check:
        check = Check.get_or_none((Check.household == household) & (Check.id == subject.check))
        if check is None:
            raise NotTheirs
        due, agreement = check.due, check.agreement or ""
    if due:
        line = Due.get_or_none((Due.household == household) & (Due.id == due))
        if line is None:
            raise NotTheirs
        return {"business": line.business, "agreement": line.agreement}
    if agreement and not has_part(household, agreement):
        raise NotTheirs
    business = business_of(agreement) if agreement else ""
    return {"business": business, "agreement": agreement}


def _claim_record(household: UUID, subject: Subject) -> dict[str, Any]:
    """Return what is held now, so that it can be seen later whether it was corrected."""
    table, _, column = (subject.fact or "").partition(".")
    found = correction.row(household, table, subject.record)  # type: ignore[arg-type]
    if found is None:
        raise NotTheirs
    if column not in correction.FACTS[table]:
        raise Refused("fact")
    agreement = found.cells.get("agreement") or ""
    said = {"fact": subject.fact, "record": subject.record, "was": found.text(column)}
    business = business_of(agreement) if agreement else ""
    return {"business": business, "agreement": agreement, **said}


def business_of(agreement: str) -> str:
    """Return who owes under an agreement: as its lines say."""
    query = Due.select(Due.business).where(Due.agreement == agreement).limit(1)
    row = query.tuples().first()
    return row[0] if row else ""


def add(
    household: UUID,
    identity: UUID,
    entry: UUID,
    kind: str,
    day: date,
    *,
    by: By | None = None,
    due_on: date | None = None,
    assisted: bool = False,
    **said: Any,
) -> None:
    """Add an entry of an office (`by`) or of the household once; Refused where the rules say so."""
    with write():
        _lock(household)
        row = find(household, identity)
        if row is None:
            raise NotTheirs
        if known := entered(household, entry):
            same(known, dispute=identity, kind=kind, **said)
            return
        case, given = as_case(row), days(str(row.village), day)
        if code := rules.obstacle(case, kind, by.role if by else "household", day):
            raise Refused(code)
        if due_on is not None and not case.due_on < due_on <= rules.longest(case, given):
            raise Refused("far")
        case, said["assisted"] = rules.after(case, kind, day, given, due_on), assisted or None
        move(row, case, entry, kind, day, by=by, **said)


def same(known: DisputeEntry, **said: Any) -> None:
    """Let what is sent again pass; raise Refused where its id is another's."""
    if any(getattr(known, name) != value for name, value in said.items()):
        raise Refused("different")


def move(
    row: Any, case: Case, entry: UUID, kind: str, day: date, *, by: By | None = None, **said: Any
) -> None:
    """Store how a dispute stands after an entry, and the entry."""
    due_on = None if case.state == "closed" else case.due_on
    level = case.level if case.level != row.level else None
    # Whoever looked after it does so no longer where another office has it, or nobody.
    left = {"handler": None} if level or case.state == "closed" else {}
    enter(row.household, row.id, entry, kind, day, by=by, due_on=due_on, level=level, **said)
    closed_on = day if case.state == "closed" else None
    mine = (Dispute.household == row.household) & (Dispute.id == row.id)
    with audit.changing(Dispute, mine):
        Dispute.update(**columns_of(case), **left, closed_on=closed_on).where(mine).execute()


def enter(
    household: UUID,
    dispute: UUID,
    entry: UUID,
    kind: str,
    day: date,
    *,
    by: By | None = None,
    **said: Any,
) -> None:
    """Add the next entry of a dispute."""
    turn = DisputeEntry.select(fn.MAX(DisputeEntry.turn)).where(
        (DisputeEntry.household == household) & (DisputeEntry.dispute == dispute)
    )
    who = {"account": by.account, "name": by.name, "role": by.role} if by else {}
    at = {"household": household, "id": entry, "dispute": dispute, "day": day}
    row = {"turn": (turn.scalar() or 0) + 1, "kind": kind, **who, **said}
    audit.created(DisputeEntry.create(**at, **row))


def open_about(household: UUID, subject: Subject, reason: str = "") -> Dispute | None:
    """Return the household's dispute about a subject that is not closed."""
    where = (Dispute.household == household) & (Dispute.state != "closed")
    if subject.record:
        where &= (Dispute.record == subject.record) & (Dispute.fact == subject.fact)
    elif subject.due or subject.check:
        where &= Dispute.due == subject.due if subject.due else Dispute.check == subject.check
    else:
        where &= Dispute.due.is_null() & Dispute.check.is_null() & Dispute.record.is_null()
        where &= (Dispute.agreement == subject.agreement) & (Dispute.reason == reason)
    return Dispute.select().where(where).first()
