"""Agreements at the signing table 签约: terms on their way into the ledger (art. 15, 18)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, CharField, DateField, IntegerField, TextField, UUIDField, fn

from models import audit, roster
from models.batch import Batch
from models.bulk import tuples, values
from models.business import Business
from models.database import Table, write
from models.roster import Holding
from models.scope import under

STATES = ("draft", "signed", "given_up")
Texts = Mapping[str, str]


class Signing(Table):
    """One agreement being signed.

    `place` is the code of the office that drafts it: who else sees it has a code before it.
    `clauses` is a JSON list of the cells of sheet 协议 as typed, one dictionary a clause, `assets`
    one of asset numbers. `turn` counts what was kept, so that nobody writes over another unseen.
    """

    id = UUIDField(primary_key=True)
    place = CharField(max_length=12)
    number = TextField()
    business = TextField()
    mode = TextField()
    state = TextField()
    turn = IntegerField()
    clauses = TextField()
    assets = TextField()
    entered_on = DateField()
    changed_on = DateField()
    account = UUIDField()
    ended_on = DateField(null=True)
    ended_by = UUIDField(null=True)
    batch = UUIDField(null=True)

    class Meta:
        indexes = ((("place", "state"), False),)


@dataclass(frozen=True, slots=True)
class Draft:
    """A signing with its clauses read. `undone`: it was signed, and its import taken back since."""

    id: UUID
    place: str
    number: str
    state: str
    turn: int
    clauses: tuple[Texts, ...]
    assets: tuple[str, ...]
    entered_on: date
    changed_on: date
    ended_on: date | None = None
    batch: UUID | None = None
    undone: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether its terms can still be changed."""
        return self.state == "draft"


class Entry(NamedTuple):
    """A line of the list; `name` is the business's, empty where the ledger has none such yet."""

    id: UUID
    number: str
    business: str
    name: str
    mode: str
    state: str
    place: str
    changed_on: date
    undone: bool


def find(identity: UUID) -> Draft | None:
    """Return one agreement at the signing table."""
    row = Signing.get_or_none(Signing.id == identity)
    if row is None:
        return None
    batch = Batch.get_or_none(Batch.id == row.batch) if row.batch else None
    return Draft(
        *(row.id, row.place, row.number, row.state, row.turn),
        clauses=tuple(json.loads(row.clauses)),
        assets=tuple(json.loads(row.assets)),
        entered_on=row.entered_on,
        changed_on=row.changed_on,
        ended_on=row.ended_on,
        batch=row.batch,
        undone=batch is not None and batch.state == "undone",
    )


def listed(scope: str, state: str, words: str, limit: int, offset: int = 0) -> list[Entry]:
    """Return what lies on the tables of a place, the latest first."""
    chosen = under(Signing.place, scope)
    if state:
        chosen &= Signing.state == state
    if words:
        chosen &= (
            Signing.number.contains(words)
            | Signing.business.contains(words)
            | fn.COALESCE(Business.name, "").contains(words)
        )
    query = (
        Signing.select(
            *(Signing.id, Signing.number, Signing.business, fn.COALESCE(Business.name, "")),
            *(Signing.mode, Signing.state, Signing.place, Signing.changed_on),
            fn.COALESCE(Batch.state, ""),
        )
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Signing.business)
        .join_from(Signing, Batch, JOIN.LEFT_OUTER, on=Batch.id == Signing.batch)
        .where(chosen)
        .order_by(Signing.changed_on.desc(), Signing.number, Signing.id)
    )
    found = tuples(query.limit(limit).offset(offset))
    return [Entry(*row[:-1], undone=row[-1] == "undone") for row in found]


def begin(
    identity: UUID,
    clauses: Sequence[Texts],
    *,
    place: str,
    account: UUID,
    today: date,
    assets: Sequence[str] = (),
    holdings: Sequence[Holding] = (),
) -> None:
    """Lay an agreement on the table once, however often it is sent."""
    new: dict[str, Any] = {"id": identity, "state": "draft", "turn": 0, "place": place}
    new |= {"entered_on": today, "account": account, **_content(clauses, assets, today)}
    with write():
        if Signing.insert(new).on_conflict_ignore().as_rowcount().execute():
            roster.add(identity, holdings)


def _content(clauses: Sequence[Texts], assets: Sequence[str], today: date) -> dict[str, Any]:
    first = clauses[0]
    return {
        "number": first.get("agreement.number", ""),
        "business": first.get("agreement.business", ""),
        "mode": first.get("agreement.mode", ""),
        "clauses": json.dumps(clauses, ensure_ascii=False),
        "assets": json.dumps(assets, ensure_ascii=False),
        "changed_on": today,
    }


def keep(
    identity: UUID, turn: int, clauses: Sequence[Texts], assets: Sequence[str], today: date
) -> bool:
    """Keep the terms of a draft; False if somebody else has kept others since `turn`."""
    new = _content(clauses, assets, today)
    with write():
        row = Signing.get_or_none((Signing.id == identity) & (Signing.state == "draft"))
        if row is None:
            return False
        if (row.clauses, row.assets) == (new["clauses"], new["assets"]):
            return True  # sent twice
        if row.turn != turn:
            return False
        Signing.update(**new, turn=turn + 1).where(Signing.id == identity).execute()
    return True


def drop(identity: UUID, turn: int, clause: int, today: date) -> bool:
    """Take a clause, counted from 1, and its roster off a draft that has others."""
    with write():
        found = find(identity)
        if found is None or not 1 <= clause <= len(found.clauses) or len(found.clauses) == 1:
            return False
        rest = [texts for place, texts in enumerate(found.clauses, 1) if place != clause]
        rows = [row for row in roster.of_draft(identity) if row.clause != clause]
        if not keep(identity, turn, rest, found.assets, today):
            return False
        moved = [row._replace(clause=row.clause - (row.clause > clause)) for row in rows]
        return enrol(identity, range(1, len(found.clauses) + 1), moved)


def enrol(identity: UUID, clauses: Sequence[int], holdings: Sequence[Holding]) -> bool:
    """Set the roster of these clauses; False if the draft is no draft any more."""
    with write():
        if (
            not Signing.select()
            .where((Signing.id == identity) & (Signing.state == "draft"))
            .exists()
        ):
            return False
        roster.replace(identity, clauses, holdings)
    return True


def end(identity: UUID, state: str, account: UUID, today: date, batch: UUID | None = None) -> bool:
    """Close a draft as signed or given up; False if it was closed before.

    Its roster goes: what was signed stands in the ledger.
    """
    closed = {"state": state, "ended_on": today, "ended_by": account, "batch": batch}
    with write():
        was = (Signing.id == identity) & (Signing.state == "draft")
        with audit.changing(Signing, was):
            if not Signing.update(**closed).where(was).execute():
                return False
        roster.forget([identity])
    return True


def reopen(identity: UUID, today: date) -> bool:
    """Make a draft again of what was given up, or signed and taken back since."""
    with write():
        found = find(identity)
        if found is None or not (found.state == "given_up" or found.undone):
            return False
        empty: dict[str, Any] = dict.fromkeys(("ended_on", "ended_by", "batch"))
        again = {**empty, "state": "draft", "changed_on": today, "turn": found.turn + 1}
        mine = Signing.id == identity
        with audit.changing(Signing, mine):
            Signing.update(**again).where(mine).execute()
    return True


def forget(before: date) -> int:
    """Delete what nobody has touched since `before`, with its roster."""
    old = Signing.changed_on < before
    with write():
        roster.forget(list(values(Signing.select(Signing.id).where(old))))
        return audit.erase(Signing, old)
