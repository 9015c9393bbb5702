"""Households 农户 and what the ledger says that one of them holds, delivers, works and earns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from peewee import BigIntegerField, BooleanField, DateField, IntegerField, TextField

from models import fold
from models.bulk import chunks, pairs, tuples, values
from models.business import Business
from models.database import is_sqlite
from models.ledger import HolderTable, LedgerTable
from models.scope import under

SHORTEST_NAME = 3  # characters


class Household(LedgerTable):
    """Sheet 农户, or a first sight of it in 简表 (`simple`: enriched by sheet 农户 later)."""

    number = TextField(unique=True)
    village = TextField(index=True)
    head = TextField()
    category = TextField(null=True)
    low_income = BooleanField(null=True)
    farms = BooleanField(null=True)
    eligible = BooleanField(null=True)
    workers = IntegerField(null=True)
    simple = BooleanField(default=False)


class Share(HolderTable):
    """Sheet 受益: a holder's part; shares and area in ten-thousandths, amount in fen."""

    agreement = TextField(index=True)
    clause = IntegerField()
    joined_on = DateField(null=True)
    shares = BigIntegerField(null=True)
    amount = BigIntegerField(null=True)
    area = BigIntegerField(null=True)
    persons = IntegerField(null=True)
    left_on = DateField(null=True)
    leave_reason = TextField(null=True)


class Delivery(HolderTable):
    """Sheet 交售."""

    agreement = TextField(index=True)
    clause = IntegerField()
    number = TextField()
    day = DateField()
    grade = TextField(null=True)
    kg = BigIntegerField()
    price = BigIntegerField(null=True)


class Settlement(HolderTable):
    """Sheet 结算: units of work up to a day."""

    agreement = TextField(index=True)
    clause = IntegerField()
    to_day = DateField()
    units = BigIntegerField()


class Income(HolderTable):
    """Sheet 收入, optional, for the county alone (art. 5, 20)."""

    year = IntegerField()
    operating = BigIntegerField(null=True)
    per_head = BigIntegerField(null=True)


class Simple(HolderTable):
    """Sheet 简表: what somebody stated, until the agreement itself is in the ledger."""

    village = TextField()
    head = TextField()
    category = TextField(null=True)
    business = TextField(index=True)
    mode = TextField()
    year = IntegerField()
    due = BigIntegerField(null=True)
    due_on = DateField(null=True)
    paid = BigIntegerField(null=True)
    paid_on = DateField(null=True)


def listed(village: str, words: str = "") -> list[Any]:
    """Return id, number and head of a village's households, or of those that `words` name."""
    query = Household.select(Household.id, Household.number, Household.head)
    rows = query.where(Household.village == village).order_by(Household.number).namedtuples()
    return [row for row in rows if fold.holds(row.number, words) or fold.holds(row.head, words)]


def by_id(household: UUID) -> Any | None:
    """Return number, village and head of a household, or None."""
    query = Household.select(Household.id, Household.number, Household.village, Household.head)
    return query.where(Household.id == household).namedtuples().first()


def by_number(number: str) -> Any | None:
    """Return id and village of the household with this number, or None."""
    query = Household.select(Household.id, Household.village)
    return query.where(Household.number == number).namedtuples().first()


def heads(numbers: Iterable[str]) -> dict[str, str]:
    """Return the heads of these households, by number."""
    found: dict[str, str] = {}
    for part in chunks(set(numbers)):
        query = Household.select(Household.number, Household.head)
        found.update(pairs(query.where(Household.number.in_(part))))
    return found


def lock(households: Collection[UUID]) -> list[str]:
    """Let nobody else who asks the same write about these households until the transaction ends.

    Return their villages. In the order of their ids, so that two who lock several never wait for
    each other; SQLite has one writer at a time anyhow.
    """
    query = Household.select(Household.village).where(Household.id.in_(list(households)))
    locked = query if is_sqlite() else query.order_by(Household.id).for_update()
    return list(values(locked))


def village_of(household: UUID) -> str:
    """Return the village of a household, or "" for an unknown one."""
    return next(values(Household.select(Household.village).where(Household.id == household)), "")


def named_in(text: str, scope: str) -> str:
    """Return the number or the head of a household under a code that stands in a text, or nothing.

    A business may be called after its owner, so the names of businesses are no names of people;
    nor are two characters, which other words have too.
    """
    for name in values(Business.select(Business.name)):
        text = text.replace(name, " ")
    query = Household.select(Household.number, Household.head)
    for found in tuples(query.where(under(Household.village, scope))):
        for words in found:
            if len(words) >= SHORTEST_NAME and words in text:
                return words
    return ""
