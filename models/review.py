"""The yearly review 年度研究 of a county (art. 19, 20): what was decided, and the packs made of it.

Nothing here is about a household: a decision speaks of mechanisms and businesses, a pack holds
counts and sums.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import (
    JOIN,
    BooleanField,
    CharField,
    DateField,
    IntegerField,
    TextField,
    UUIDField,
    fn,
)

from models import audit, stale
from models.account import Account
from models.bulk import tuples, values
from models.database import Table, write
from models.ids import derive
from models.pack import Figures, read, written
from models.scope import under

STATES = ("making", "made", "failed")


class Decision(Table):
    """One version of one decision; the highest `turn` of a `decision` counts.

    `met_on` is the civil day of the meeting: the review of a year is one that was held in it.
    """

    id = UUIDField(primary_key=True)
    decision = UUIDField()
    turn = IntegerField()
    county = CharField(max_length=6)
    met_on = DateField()
    text = TextField()
    withdrawn = BooleanField()
    set_on = DateField()
    account = UUIDField(null=True)

    class Meta:
        indexes = (
            (("decision", "turn"), True),
            (("county", "met_on"), False),
        )


class Review(Table):
    """A pack: the figures of a county's year as of `day`, kept so that it can be had again.

    `figures` is what `models.pack` writes; while the pack is made it says since when.
    """

    id = UUIDField(primary_key=True)
    county = CharField(max_length=6)
    year = IntegerField()
    day = DateField()
    state = TextField()
    figures = TextField()
    account = UUIDField(null=True)

    class Meta:
        indexes = ((("county", "year", "day"), False),)


@dataclass(frozen=True, slots=True)
class Content:
    """What is written of a decision."""

    met_on: date
    text: str
    withdrawn: bool = False


class Written(NamedTuple):
    """A version of a decision, with the name of who wrote it."""

    decision: UUID
    turn: int
    county: str
    met_on: date
    text: str
    withdrawn: bool
    set_on: date
    who: str


class Pack(NamedTuple):
    """A pack in the list, or on its own page; `figures` only where it is made and asked for."""

    id: UUID
    county: str
    year: int
    day: date
    state: str
    who: str
    figures: Figures | None = None
    since: int = 0


def decide(
    identity: UUID, county: str, content: Content, today: date, account: UUID | None
) -> UUID:
    """Add a decision once, however often it is sent, and return its name."""
    name = _name(identity, county, content)
    with write():
        stale.mark(county)
        _store(content, 1, id=name, decision=name, county=county, set_on=today, account=account)
    return name


def correct(
    identity: UUID, decision: UUID, content: Content, today: date, account: UUID | None
) -> None:
    """Add a version of a decision once; the ones before stay. Unknown: LookupError."""
    before = find(decision)
    if before is None:
        raise LookupError(decision)
    name = _name(identity, decision, content)
    by = {"county": before.county, "set_on": today, "account": account}
    with write():
        stale.mark(before.county)  # first: on PostgreSQL it makes others who write here wait
        last = Decision.select(fn.MAX(Decision.turn)).where(Decision.decision == decision)
        _store(content, last.scalar() + 1, id=name, decision=decision, **by)


def _name(identity: UUID, whose: object, content: Content) -> UUID:
    return derive("decision", identity, whose, content.met_on, content.text, int(content.withdrawn))


def _store(content: Content, turn: int, **row: Any) -> None:
    if Decision.select().where(Decision.id == row["id"]).exists():
        return
    said = {"met_on": content.met_on, "text": content.text, "withdrawn": content.withdrawn}
    audit.created(Decision.create(**row, **said, turn=turn))


def find(decision: UUID) -> Written | None:
    """Return the version of a decision that counts."""
    return next(iter(versions(decision)), None)


def versions(decision: UUID) -> list[Written]:
    """Return all versions of a decision, the latest first."""
    return _written(Decision.decision == decision, Decision.turn.desc())


def decisions(county: str, year: int) -> list[Written]:
    """Return the decisions of a year as they stand, in the order of the meetings.

    Those withdrawn, as typed by mistake, are among them.
    """
    return [row for row in _current(Decision.county == county) if row.met_on.year == year]


def days(scope: str) -> dict[str, tuple[date, ...]]:
    """Return the days on which each county under a code has met for its review, each once."""
    found: dict[str, set[date]] = {}
    for row in _current(under(Decision.county, scope)):
        if not row.withdrawn:
            found.setdefault(row.county, set()).add(row.met_on)
    return {county: tuple(sorted(held)) for county, held in found.items()}


def reviewed(county: str, year: int) -> bool:
    """Say whether a county has held its review in a year (art. 19: at least once)."""
    return any(day.year == year for day in days(county).get(county, ()))


def _current(where: Any) -> list[Written]:
    newer = Decision.alias()
    later = newer.select().where(
        (newer.decision == Decision.decision) & (newer.turn > Decision.turn)
    )
    return _written(where & ~fn.EXISTS(later), Decision.met_on, Decision.decision)


def _written(where: Any, *order: Any) -> list[Written]:
    query = (
        Decision.select(
            *(Decision.decision, Decision.turn, Decision.county, Decision.met_on, Decision.text),
            *(Decision.withdrawn, Decision.set_on, fn.COALESCE(Account.name, "")),
        )
        .join(Account, JOIN.LEFT_OUTER, on=Account.id == Decision.account)
        .where(where)
        .order_by(*order)
    )
    return [Written(*row) for row in tuples(query)]


def begin(pack: UUID, county: str, year: int, day: date, **by: Any) -> bool:
    """Note that a pack is being made; False if it was noted before (sent twice).

    `by` has the account and `since`, the second in which it began.
    """
    row = {"id": pack, "county": county, "year": year, "day": day, "state": "making"}
    row |= {"account": by["account"], "figures": json.dumps({"since": by["since"]})}
    with write():
        return bool(Review.insert(row).on_conflict_ignore().as_rowcount().execute())


def make(pack: UUID, count: Callable[[str, int, date], Figures]) -> None:
    """Count what a pack holds, and keep it with the decisions of its year."""
    row = Review.get_by_id(pack)
    figures = count(row.county, row.year, row.day)
    _end(pack, state="made", figures=written(figures))


def fail(pack: UUID) -> None:
    """End a pack that could not be made."""
    _end(pack, state="failed", figures="{}")


def _end(pack: UUID, **values: Any) -> None:
    with write():
        waiting = (Review.id == pack) & (Review.state == "making")
        with audit.changing(Review, Review.id == pack):
            Review.update(values).where(waiting).execute()


def packs(county: str, year: int) -> list[Pack]:
    """Return the packs of a year without their figures, the latest first."""
    where = (Review.county == county) & (Review.year == year)
    return [_pack(row) for row in tuples(_packs().where(where))]


def pack(identity: UUID) -> Pack | None:
    """Return a pack with its figures, if they are counted."""
    found = next((_pack(row) for row in tuples(_packs().where(Review.id == identity))), None)
    if found is None:
        return None
    text = next(values(Review.select(Review.figures).where(Review.id == identity)))
    if found.state != "made":
        return found._replace(since=json.loads(text).get("since", 0))
    return found._replace(figures=read(text))


def _packs() -> Any:
    chosen = (Review.id, Review.county, Review.year, Review.day, Review.state)
    query = Review.select(*chosen, fn.COALESCE(Account.name, ""))
    query = query.join(Account, JOIN.LEFT_OUTER, on=Account.id == Review.account)
    return query.order_by(Review.day.desc(), Review.id)


def _pack(row: Any) -> Pack:
    return Pack(*row)
