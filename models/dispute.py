"""Disputes 异议: a household's, or opened by a payment that is overdue, with a clock on the office.

An answer (models/answer.py) is the household's word on a line; a dispute is what the offices make
of it. Own words stand in the entries and are shown to nobody but those who answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from peewee import (
    BigIntegerField,
    BooleanField,
    CompositeKey,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
)
from peewee import Case as Choice
from peewee import Check as Constraint

from models import audit, parameter
from models.bulk import chunks, tuples
from models.database import Table
from models.household import Household
from models.scope import COUNTY_DIGITS, TOWNSHIP_DIGITS, under
from rules.dispute import (
    ABOUT,
    CAUSES,
    DELAYS,
    GROUNDS,
    KINDS,
    LEVELS,
    OUTCOMES,
    REASONS,
    REPLIES,
    SPEAKERS,
    STAGES,
    STATES,
    Case,
    Days,
)

ORIGINS = ("household", "overdue")
LONGEST_WORDS = 500


class Dispute(Table):
    """One dispute; `origin` overdue: nobody complained, the due day passed.

    Its subject is a line, a check, an agreement, something held about the household, or none of
    them (a place is asked for). `fact` is the table and column of what is held, `record` its row,
    `was` its value on that day (models/correction.py). `handler`: the account that looks after it
    where it stands; it limits nobody (models/dispute_handler.py).
    """

    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField()
    origin = TextField()
    about = TextField()
    reason = TextField()
    due = UUIDField(null=True)
    check = UUIDField(null=True)
    agreement = TextField(default="")
    business = TextField(default="")
    fact = TextField(null=True)
    record = UUIDField(null=True)
    was = TextField(null=True)
    stage = TextField()
    level = TextField()
    state = TextField()
    extended = BooleanField(default=False)
    answered = BooleanField(default=False)
    opened_on = DateField()
    due_on = DateField()
    closed_on = DateField(null=True)
    handler = UUIDField(null=True, index=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("village", "state", "due_on"), False), (("household", "due"), False))
        constraints = (
            Constraint(f"origin IN {ORIGINS!r}"),
            Constraint(f"about IN {ABOUT!r}"),
            Constraint(f"reason IN {REASONS!r}"),
            Constraint(f"stage IN {STAGES!r}"),
            Constraint(f"level IN {LEVELS!r}"),
            Constraint(f"state IN {STATES!r}"),
            Constraint("(reason = 'record') = (fact IS NOT NULL)"),
            Constraint("(state = 'closed') = (closed_on IS NOT NULL)"),
        )


class DisputeEntry(Table):
    """One thing that happened to a dispute; rows are only added, `turn` by `turn`.

    No account: the household's own, or (kinds raised, silent) the clock's. An answer has an
    `outcome`, a refusal a `ground`, an extension a `delay`, each with `amount` fen and `day_named`
    filled in. `words`: the household's, if it wrote any. `assisted`: it had somebody at its side.
    A reply is what a `speaker` said for the `business` (its name as of that day), as the account
    wrote it down; a later one corrects it.
    """

    household = UUIDField()
    id = UUIDField()
    dispute = UUIDField(index=True)
    turn = IntegerField()
    kind = TextField()
    reason = TextField(null=True)
    outcome = TextField(null=True)
    ground = TextField(null=True)
    delay = TextField(null=True)
    amount = BigIntegerField(null=True)
    day_named = DateField(null=True)
    due_on = DateField(null=True)
    level = TextField(null=True)
    words = TextField(default="")
    account = UUIDField(null=True)
    name = TextField(default="")
    role = TextField(default="")
    day = DateField()
    assisted = BooleanField(null=True)  # empty, not false: rows from before it keep their digests
    business = TextField(null=True)
    reply = TextField(null=True)
    cause = TextField(null=True)
    speaker = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        indexes = ((("household", "dispute", "turn"), True),)
        constraints = (
            Constraint(f"kind IN {KINDS!r}"),
            Constraint(f"reason IS NULL OR reason IN {REASONS!r}"),
            Constraint(f"outcome IS NULL OR outcome IN {OUTCOMES!r}"),
            Constraint(f"ground IS NULL OR ground IN {tuple(GROUNDS)!r}"),
            Constraint(f"delay IS NULL OR delay IN {DELAYS!r}"),
            Constraint(f"reply IS NULL OR reply IN {REPLIES!r}"),
            Constraint(f"cause IS NULL OR cause IN {CAUSES!r}"),
            Constraint(f"speaker IS NULL OR speaker IN {SPEAKERS!r}"),
            Constraint("(kind = 'answered') = (outcome IS NOT NULL)"),
            Constraint("(kind = 'refused') = (ground IS NOT NULL)"),
            Constraint("(kind = 'extended') = (delay IS NOT NULL)"),
            Constraint("(kind = 'replied') = (reply IS NOT NULL)"),
            Constraint("(reply IS NULL) = (business IS NULL)"),
            Constraint("(reply IS NULL) = (speaker IS NULL)"),
            Constraint(f"length(words) <= {LONGEST_WORDS}"),
        )


def find(household: UUID, identity: UUID) -> Dispute | None:
    """Return a dispute of a household."""
    return Dispute.get_or_none((Dispute.household == household) & (Dispute.id == identity))


def of_household(household: UUID) -> list[Dispute]:
    """Return a household's disputes, those that are open first, then the newest."""
    query = Dispute.select().where(Dispute.household == household)
    return list(
        query.order_by(Dispute.closed_on.is_null(False), Dispute.opened_on.desc(), Dispute.id)
    )


def about(household: UUID, *, due: UUID | None = None, check: UUID | None = None) -> Dispute | None:
    """Return the latest dispute about a line or a check: the open one, if there is one."""
    subject = Dispute.due == due if due else Dispute.check == check
    query = Dispute.select().where((Dispute.household == household) & subject)
    return query.order_by(
        Dispute.closed_on.is_null().desc(), Dispute.opened_on.desc(), Dispute.id
    ).first()


def entries(row: Dispute) -> list[DisputeEntry]:
    """Return what happened to a dispute, in order."""
    mine = (DisputeEntry.household == row.household) & (DisputeEntry.dispute == row.id)
    return list(DisputeEntry.select().where(mine).order_by(DisputeEntry.turn))


def as_case(row: Any) -> Case:
    """Return a dispute as the rules see it."""
    return Case(row.state, row.stage, row.level, row.about, row.due_on, row.extended, row.answered)


def days(village: str, day: date) -> Days:
    """Return what the county of a village gives each stage on a day."""
    held = parameter.on(village[:COUNTY_DIGITS], day)
    return Days(
        held.dispute_answer_days,
        held.dispute_mediate_days,
        held.dispute_settle_days,
        held.dispute_silence_days,
    )


def columns_of(case: Case) -> dict[str, Any]:
    """Return a case as columns."""
    return {
        "state": case.state,
        "stage": case.stage,
        "level": case.level,
        "about": case.about,
        "due_on": case.due_on,
        "extended": case.extended,
        "answered": case.answered,
    }


def follow(households: Iterable[UUID]) -> None:
    """Bring what is open to the offices of the village that each of these households is in now."""
    for part in chunks(sorted(households)):
        query = Household.select(Household.id, Household.village).where(Household.id.in_(part))
        for household, village in tuples(query):
            away = (Dispute.household == household) & (Dispute.village != village)
            away &= Dispute.state != "closed"
            keeps = Choice(None, ((_same_office(village), Dispute.handler),), None)
            with audit.changing(Dispute, away):
                Dispute.update(village=village, handler=keeps).where(away).execute()


def _same_office(village: str) -> Any:
    """Return the condition of what the same office looks after when it goes to this village."""
    townships = Dispute.level == "township"
    here = under(Dispute.village, village[:TOWNSHIP_DIGITS])
    return (townships & here) | (~townships & under(Dispute.village, village[:COUNTY_DIGITS]))
