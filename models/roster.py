"""Whom an agreement is for 名册: as drafted while it is being signed, then as the ledger has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from peewee import BigIntegerField, CompositeKey, IntegerField, TextField, UUIDField

from models.bulk import chunks, columns, tuples, upsert
from models.database import Table
from models.household import Share
from models.ids import derive, household_id


class DraftShare(Table):
    """What a household is to hold of a clause; gone once the agreement is signed or given up."""

    household = UUIDField()
    id = UUIDField()
    signing = UUIDField(index=True)
    clause = IntegerField()
    holder = TextField()
    shares = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)
    area = BigIntegerField(null=True)
    persons = IntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("household", "id")
        without_rowid = True


class Holding(NamedTuple):
    """One household of a roster, units as in sheet 受益."""

    clause: int
    holder: str
    shares: int | None = None
    amount: int | None = None
    area: int | None = None
    persons: int | None = None


def of_draft(identity: UUID) -> list[Holding]:
    """Return the households of a draft, by clause and number."""
    names = (getattr(DraftShare, name) for name in Holding._fields)
    query = DraftShare.select(*names).where(DraftShare.signing == identity)
    return [Holding(*row) for row in tuples(query.order_by(DraftShare.clause, DraftShare.holder))]


def of_agreement(agreement: str) -> list[Holding]:
    """Return the households of an agreement of the ledger, by clause and number."""
    names = (getattr(Share, name) for name in Holding._fields)
    query = Share.select(*names).where((Share.agreement == agreement) & Share.left_on.is_null())
    return [Holding(*row) for row in tuples(query.order_by(Share.clause, Share.holder))]


def add(identity: UUID, holdings: Sequence[Holding]) -> None:
    """Put households on the roster of a draft."""
    upsert(DraftShare, [_share(identity, row) for row in holdings])


def replace(identity: UUID, clauses: Sequence[int], holdings: Sequence[Holding]) -> None:
    """Set the roster of these clauses of a draft."""
    old = (DraftShare.signing == identity) & DraftShare.clause.in_(clauses)
    DraftShare.delete().where(old).execute()
    add(identity, holdings)


def forget(drafts: Sequence[UUID]) -> None:
    """Delete the rosters of these drafts."""
    for part in chunks(drafts):
        DraftShare.delete().where(DraftShare.signing.in_(part)).execute()


def _share(identity: UUID, row: Holding) -> tuple[Any, ...]:
    cells = {
        **row._asdict(),
        "household": household_id(row.holder),
        "id": derive("draft_share", identity, row.clause, row.holder),
        "signing": identity,
    }
    return tuple(cells[name] for name in columns(DraftShare))
