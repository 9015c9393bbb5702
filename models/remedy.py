"""Remedy cases 整改: who sets a finding right, until when, what was done, and who closed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import BigIntegerField, CharField, DateField, IntegerField, TextField, UUIDField, fn
from peewee import Check as Constraint

from models import audit
from models.bulk import chunks
from models.database import Table, is_sqlite, write
from models.finding import Finding
from rules import remedy as rules
from rules.remedy import LEVELS, MEASURES, STATE_AFTER, Actor, Case, Holder

SUBJECT = ("subject_kind", "subject_number", "business")
FROM_FINDING = ("county", "place", "code", "article", *SUBJECT)
STATES = ("open", "proposed", "closed")
KINDS = ("opened", "progress", "proposed", "refused", "closed", "reopened", "raised", "handed")
HOLDERS = frozenset({"opened", "handed"})  # they say who has the case from then on
PROGRESS = ("begun", "going", "done", "failed")
EVIDENCE = ("agreement", "contract", "voucher", "minutes", "acceptance", "posting", "letter")
# Why a case goes to somebody else: they left, it is not theirs, nothing moves, duties changed.
REASONS = ("left", "not_theirs", "stalled", "duties")
EFFECTS = ("paid", "guarantee", "work", "order", "rent", "joined", "kept")


class Remedy(Table):
    """One case; a finding has at most one, which is opened anew where the finding comes back.

    `measure` has the codes of the steps chosen at its opening, with ; between them. The owner is an
    account, or an office: a township by its code, a department of the county by its name.
    `ended_on`: the day on which the finding ended, as last seen.
    """

    id = UUIDField(primary_key=True)
    finding = UUIDField(unique=True)
    county = CharField(max_length=6)
    place = CharField(max_length=12, index=True)
    code = TextField()
    article = TextField()
    subject_kind = TextField()
    subject_number = TextField()
    business = TextField(default="", index=True)
    measure = TextField()
    owner = UUIDField(null=True)
    office = TextField(default="")
    first = TextField()
    level = TextField()
    state = TextField()
    opened_on = DateField()
    due_on = DateField()
    closed_on = DateField(null=True)
    ended_on = DateField(null=True)

    class Meta:
        indexes = ((("county", "state", "due_on"), False),)
        constraints = (
            Constraint(f"state IN {STATES!r}"),
            Constraint(f"first IN {LEVELS[:2]!r}"),
            Constraint(f"level IN {LEVELS!r}"),
            Constraint("(owner IS NULL) <> (office = '')"),
        )


class RemedyEntry(Table):
    """One thing that happened to a case; rows are only added, `turn` by `turn`.

    No account: the daily job. `amount` is fen for all its `households` together. `owner` or
    `office`, of an opening or a handover: who has the case from then on.
    """

    id = UUIDField(primary_key=True)
    remedy = UUIDField()
    turn = IntegerField()
    kind = TextField()
    measure = TextField(null=True)
    progress = TextField(null=True)
    evidence = TextField(null=True)
    evidence_number = TextField(null=True)
    effect = TextField(null=True)
    households = IntegerField(null=True)
    amount = BigIntegerField(null=True)
    due_on = DateField(null=True)
    level = TextField(null=True)
    owner = UUIDField(null=True)
    office = TextField(default="")
    reason = TextField(null=True)
    account = UUIDField(null=True)
    name = TextField(default="")
    role = TextField(default="")
    day = DateField()

    class Meta:
        indexes = ((("remedy", "turn"), True),)
        constraints = (
            Constraint(f"kind IN {KINDS!r}"),
            Constraint(f"measure IS NULL OR measure IN {tuple(MEASURES)!r}"),
            Constraint(f"progress IS NULL OR progress IN {PROGRESS!r}"),
            Constraint(f"evidence IS NULL OR evidence IN {EVIDENCE!r}"),
            Constraint("(evidence IS NULL) = (evidence_number IS NULL)"),
            Constraint(f"effect IS NULL OR effect IN {EFFECTS!r}"),
            Constraint("(effect IS NULL) = (households IS NULL)"),
            Constraint(f"reason IS NULL OR reason IN {REASONS!r}"),
            Constraint("(kind = 'handed') = (reason IS NOT NULL)"),
        )


class Refused(Exception):
    """`code` says why: what `rules.remedy` names, "finding", "taken" or "different"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for at a case's opening."""

    id: UUID
    finding: UUID
    measures: tuple[str, ...]
    first: str
    due_on: date
    owner: UUID | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """Who does it, as the case remembers it."""

    actor: Actor
    name: str


def of_finding(finding: UUID) -> Remedy | None:
    """Return the case of a finding."""
    return Remedy.get_or_none(Remedy.finding == finding)


def of_findings(findings: Iterable[UUID]) -> dict[UUID, Remedy]:
    """Return the cases of several findings, by finding."""
    return {
        row.finding: row
        for part in chunks(set(findings))
        for row in Remedy.select().where(Remedy.finding.in_(part))
    }


def find(identity: UUID) -> Remedy | None:
    """Return a case."""
    return Remedy.get_or_none(Remedy.id == identity)


def entries(identity: UUID) -> list[RemedyEntry]:
    """Return what happened to a case, in order."""
    query = RemedyEntry.select().where(RemedyEntry.remedy == identity)
    return list(query.order_by(RemedyEntry.turn))


def begin(order: Order, by: By, day: date) -> UUID:
    """Open a case once, however often it is sent; raise Refused where there is one already."""
    with write():
        found: Any = Finding.get_or_none(Finding.id == order.finding)
        _refuse(order, found, day)
        held = {"owner": order.owner, "office": order.office, "due_on": order.due_on}
        row = {
            **{name: getattr(found, name) for name in FROM_FINDING},
            "id": order.id,
            "finding": order.finding,
            "measure": ";".join(order.measures),
            **dict.fromkeys(("first", "level"), order.first),
            "state": "open",
            "opened_on": day,
            **held,
        }
        if not Remedy.insert(row).on_conflict_ignore().as_rowcount().execute():
            _same(order)
            return order.id
        audit.written(Remedy, audit.stored(Remedy, Remedy.id == order.id))
        enter(order.id, order.id, "opened", by, day, **held)
    return order.id


def _refuse(order: Order, found: Finding | None, day: date) -> None:
    """Refuse what the rules do not offer; a case that is there already is told by its key."""
    if found is None or not rules.is_offered(str(found.code)):
        raise Refused("finding")
    if found.ended_on is not None and of_finding(order.finding) is None:
        raise Refused("ended")
    if not order.measures or not set(order.measures) <= set(rules.measures(str(found.code))):
        raise Refused("measure")
    if (order.owner is None) == (not order.office):
        raise Refused("nobody")
    if fault := rules.due_day_fault(day, order.due_on):
        raise Refused(fault)


def _same(order: Order) -> None:
    """Let a repeated request pass; another one for a finding with a case is refused."""
    known = of_finding(order.finding)
    if known is None or known.id != order.id:
        raise Refused("taken" if known else "different")


def add(identity: UUID, entry: UUID, kind: str, by: By, day: date, **said: Any) -> None:
    """Add an entry once, however often it is sent; raise Refused where the rules refuse it."""
    with write():
        case = locked(identity)
        if entered(identity, entry, kind, by):
            return
        if code := rules.obstacle(as_case(case), kind, by.actor, day):
            raise Refused(code)
        _move(case, entry, kind, by, day, **said)


def entered(identity: UUID, entry: UUID, kind: str, by: By, **said: Any) -> bool:
    """Say whether this entry is there already; raise Refused where its id is another's."""
    known = RemedyEntry.get_or_none(RemedyEntry.id == entry)
    if known is None:
        return False
    same = {"remedy": identity, "kind": kind, "account": by.actor.account, **said}
    if any(getattr(known, name) != value for name, value in same.items()):
        raise Refused("different")
    return True


def locked(identity: UUID) -> Remedy:
    """Return the case and let nobody else change it meanwhile."""
    query = Remedy.select().where(Remedy.id == identity)
    return (query if is_sqlite() else query.for_update()).get()


def as_case(row: Remedy) -> Case:
    """Return a case as the rules see it: what was said since it was last opened counts."""
    proposer, evidence, had = None, False, set()
    holder: Holder = (None, "")
    for each in entries(row.id):  # type: ignore[arg-type]
        if each.kind in {"opened", "reopened"}:
            proposer, evidence, had = None, False, set()
        elif each.kind == "proposed":
            proposer = each.account
        if each.kind in HOLDERS:
            holder = (each.owner, each.office)
        had.add(holder)
        evidence = evidence or each.evidence is not None
    return Case(
        *(row.state, row.first, row.due_on, row.owner, row.office, proposer, evidence),  # type: ignore[arg-type]
        stands=stands(row.finding),  # type: ignore[arg-type]
        had=frozenset(had),
    )


def stands(finding: UUID) -> bool:
    """Say whether a finding is still found."""
    return Finding.select().where((Finding.id == finding) & Finding.ended_on.is_null()).exists()


def enter(identity: UUID, entry: UUID, kind: str, by: By | None, day: date, **said: Any) -> None:
    """Add the next entry of a case; without `by` it is the daily job's."""
    turn = RemedyEntry.select(fn.MAX(RemedyEntry.turn)).where(RemedyEntry.remedy == identity)
    who: Mapping[str, Any] = (
        {"account": by.actor.account, "name": by.name, "role": by.actor.role} if by else {}
    )
    row = {"remedy": identity, "turn": (turn.scalar() or 0) + 1, "kind": kind, "day": day}
    audit.created(RemedyEntry.create(id=entry, **row, **who, **said))


def _move(case: Remedy, entry: UUID, kind: str, by: By, day: date, **said: Any) -> None:
    if kind == "reopened":
        reopen(case, entry, by, day)
        return
    enter(case.id, entry, kind, by, day, **said)  # type: ignore[arg-type]
    values: dict[str, Any] = {"state": STATE_AFTER.get(kind, case.state)}
    if kind == "closed":
        ended = Finding.select(Finding.ended_on).where(Finding.id == case.finding).scalar()
        values |= {"closed_on": day, "ended_on": ended}
    change(Remedy.id == case.id, **values)


def reopen(case: Remedy, entry: UUID, by: By | None, day: date) -> None:
    """Open a closed case anew, with as many days as it had."""
    due_on = rules.due_day_again(case.opened_on, case.due_on, day)  # type: ignore[arg-type]
    enter(case.id, entry, "reopened", by, day, due_on=due_on)  # type: ignore[arg-type]
    values: dict[str, Any] = {"state": "open", "level": case.first, "closed_on": None}
    values |= {"opened_on": day, "due_on": due_on, "ended_on": None}
    change(Remedy.id == case.id, **values)


def change(cases: Any, **values: Any) -> None:
    """Change what stands of some cases; call it inside a writing block."""
    with audit.changing(Remedy, cases):
        Remedy.update(values).where(cases).execute()
