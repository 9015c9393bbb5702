"""Events 变动: what changed in a household, entered by the township, confirmed by the county.

They change the ledger by the same writer as imports (ledger/event.py); here is what is to be
changed, on which paper it rests, and who has confirmed or refused it. The household sees it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    JOIN,
    BooleanField,
    CompositeKey,
    DateField,
    IntegrityError,
    TextField,
    UUIDField,
)
from peewee import Check as Constraint

from models import audit
from models.batch import Batch, Change
from models.bulk import pairs, tuples
from models.database import Table, write
from models.household import Household, Share, lock
from models.scope import under
from rules import event as rules
from rules.event import Holding


class Event(Table):
    """One event. `head`, `place` and `number` are the new ones, or the other household's.

    `ends`: the household is no more. `whole`: a new code is that of all its village.
    """

    household = UUIDField()
    id = UUIDField(index=True)
    village = TextField(index=True)
    kind = TextField()
    day = DateField()
    evidence = TextField()
    head = TextField(default="")
    place = TextField(default="")
    number = TextField(default="")
    parts = TextField(default="")
    ends = BooleanField(default=False)
    whole = BooleanField(default=False)
    state = TextField()
    ground = TextField(null=True)
    entered_on = DateField()
    account = UUIDField()
    name = TextField()
    role = TextField()
    decided_on = DateField(null=True)
    decided_by = UUIDField(null=True)
    decided_name = TextField(default="")
    decided_role = TextField(default="")
    import_id = UUIDField(null=True, index=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True
        constraints = (
            Constraint(f"kind IN {(*rules.KINDS, *rules.MIRRORED.values())!r}"),
            Constraint(f"evidence IN {rules.PAPERS!r}"),
            Constraint(f"state IN {rules.STATES!r}"),
            Constraint(f"ground IS NULL OR ground IN {rules.GROUNDS!r}"),
            Constraint("(state = 'refused') = (ground IS NOT NULL)"),
            Constraint("(state = 'entered') = (decided_on IS NULL)"),
        )


class Refused(Exception):
    """`code`: "different", "state", "own" (four eyes), "changed" or "ledger" (it is refused)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class By(NamedTuple):
    """Who of an office does it, as the event remembers it."""

    account: UUID
    name: str
    role: str


class Part(NamedTuple):
    """What of a row of 受益 goes to the other household."""

    share: UUID
    given: Holding


def parts_of(row: Any) -> list[Part]:
    """Return what goes to the other household."""
    stored = json.loads(row.parts) if row.parts else []
    return [Part(UUID(share), Holding(*given)) for share, *given in stored]


def packed(parts: Sequence[Part]) -> str:
    """Return parts as an event keeps them."""
    return json.dumps([[part.share.hex, *part.given] for part in parts]) if parts else ""


def enter(household: UUID, identity: UUID, by: By, today: date, **said: Any) -> None:
    """Enter an event once, however often it is sent."""
    with write():
        villages = lock([household])
        known = Event.get_or_none((Event.household == household) & (Event.id == identity))
        if known is not None:
            if any(getattr(known, name) != value for name, value in said.items()):
                raise Refused("different")
            return
        who = {"account": by.account, "name": by.name, "role": by.role}
        at = {"household": household, "id": identity, "village": villages[0], "entered_on": today}
        try:
            audit.created(Event.create(**at, **who, **said, state="entered"))
        except IntegrityError as error:
            raise Refused("different") from error


def decide(row: Event, by: By, day: date, **said: Any) -> None:
    """Store what was decided; call it inside the writing block that found it undecided."""
    who = {"decided_on": day, "decided_by": by.account, "decided_name": by.name}
    mine = (Event.household == row.household) & (Event.id == row.id)
    with audit.changing(Event, mine):
        Event.update(**who, decided_role=by.role, **said).where(mine).execute()


def mirrored(row: Event, other: UUID, village: str, number: str) -> None:
    """Put a confirmed event into the record of another household that it concerns."""
    names = Event._meta.sorted_field_names  # type: ignore[attr-defined]
    same = {name: getattr(row, name) for name in names}
    own = {"household": other, "village": village, "kind": rules.MIRRORED[str(row.kind)]}
    audit.created(Event.create(**same | own | {"number": number, "head": "", "ends": False}))


def find(identity: UUID, scope: str) -> Event | None:
    """Return an entered event of a place."""
    here = (Event.id == identity) & under(Event.village, scope) & Event.kind.in_(rules.KINDS)
    return Event.get_or_none(here)


class Line(NamedTuple):
    """An event in the offices' list; `undone`: its import was taken back."""

    id: UUID
    number: str
    head: str
    kind: str
    day: date
    state: str
    entered_on: date
    undone: bool


def listed(scope: str, limit: int, offset: int = 0) -> list[Line]:
    """Return the events of a place, those that wait for the county first, then the newest."""
    undone = (Batch.state == "undone").alias("undone")
    chosen = (Event.id, Household.number, Household.head, Event.kind, Event.day, Event.state)
    query = (
        Event.select(*chosen, Event.entered_on, undone)
        .join(Household, on=Household.id == Event.household)
        .join_from(Event, Batch, JOIN.LEFT_OUTER, on=Batch.id == Event.import_id)
        .where(under(Event.village, scope) & Event.kind.in_(rules.KINDS))
        .order_by(Event.state != "entered", Event.entered_on.desc(), Event.id)
    )
    rows = tuples(query.limit(limit).offset(offset))
    return [Line._make((*row[:7], bool(row[7]))) for row in rows]


def count(scope: str, *, waiting: bool = False) -> int:
    """Return how many events a place has, or how many wait."""
    here = under(Event.village, scope) & Event.kind.in_(rules.KINDS)
    query = Event.select().where(here)
    return (query.where(Event.state == "entered") if waiting else query).count()


def open_of(household: UUID) -> Event | None:
    """Return the household's event that waits for the county."""
    return Event.get_or_none((Event.household == household) & (Event.state == "entered"))


def neighbours(village: str) -> dict[UUID, str]:
    """Return the numbers of a village's households by their keys."""
    query = Household.select(Household.id, Household.number).where(Household.village == village)
    return pairs(query.order_by(Household.number))


def holdings(household: UUID, day: date) -> list[Any]:
    """Return what a household holds on a day and from before it: what can go to another."""
    began = Share.joined_on.is_null() | (Share.joined_on < day)
    still = Share.left_on.is_null() | (Share.left_on >= day)
    query = Share.select().where((Share.household == household) & began & still)
    return list(query.order_by(Share.agreement, Share.clause, Share.id).namedtuples())


def holding(row: Any) -> Holding:
    """Return what a row of 受益 holds."""
    return Holding(row.shares, row.amount, row.area, row.persons)


def befores(table: str) -> dict[UUID, list[str]]:
    """Return what rows of a table held before events changed them, by their ids.

    An import that says so again would turn the event back.
    """
    own = Event.select(Event.import_id).where(Event.state == "confirmed")
    query = Change.select(Change.id, Change.before).where(
        (Change.table == table) & Change.batch.in_(own)
    )
    found: dict[UUID, list[str]] = {}
    for identity, before in tuples(query):
        found.setdefault(identity, []).append(before)
    return found


def with_rows(row: Event) -> list[tuple[Any, Part]]:
    """Return the rows of 受益 that an event divides, as they stand, with what goes of each."""
    found = {part.share: part for part in parts_of(row)}
    mine = (Share.household == row.household) & Share.id.in_(list(found))
    query = Share.select().where(mine).order_by(Share.agreement, Share.clause, Share.id)
    return [(share, found[share.id]) for share in query.namedtuples()]
