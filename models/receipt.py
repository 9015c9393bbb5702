"""Receipts 回执 of visits: four digits spoken at the door, with which any phone finds that check.

A receipt is computed from the visit's id and the pepper, and stored nowhere: the same visit has
the same one however often it is sent, and a copy of the database holds none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN

from models import secret
from models.account import WINDOW_SECONDS, Account
from models.agreement import Agreement
from models.bulk import pairs
from models.business import Business
from models.card import Card
from models.due import Due
from models.guess import Slot, give_back, take
from models.visit import Check, Visit

DIGITS = 4
DAYS = 30  # a receipt is good on the day of its visit and so many days after it
WRONG_A_DAY = 5  # for each card
WRONG_FROM_ONE_PLACE = 20  # in a quarter of an hour: nobody walks through all short codes
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Found:
    """A visit: its day, who checked, and its checks, of a line or of an agreement's terms."""

    day: date
    name: str
    role: str
    checks: tuple[Any, ...]  # kind, year, instalment, business, result, amount (fen), slip


def of(household: UUID, visit: UUID) -> str:
    """Return the four digits of a visit."""
    number = int.from_bytes(secret.keyed("receipt", f"{household.hex}:{visit.hex}")[:8], "big")
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def of_account(visit: UUID, account: UUID, today: date) -> str | None:
    """Return the receipt of a visit that this member of staff made and that is still good."""
    row = Visit.get_or_none((Visit.id == visit) & (Visit.account == account) & _good(today))
    return of(row.household, visit) if row else None


def find(card: Card | None, digits: str, today: date) -> list[Found]:
    """Return the visits of a card's household with this receipt; take a guess before asking.

    A card that nobody has is asked for as well, so that it takes as long.
    """
    household: Any = card.household if card else NOBODY
    query: Any = Visit.select(Visit.id, Visit.day, Account.name, Account.role)
    query = query.join(Account, JOIN.LEFT_OUTER, on=Account.id == Visit.account)
    rows = query.where((Visit.household == household) & _good(today)).order_by(Visit.day.desc())
    return [
        Found(row.day, row.name or "", row.role or "", _checks(household, row.id))
        for row in rows.namedtuples()
        if of(household, row.id) == digits
    ]


def _good(today: date) -> Any:
    return Visit.day >= today - timedelta(days=DAYS)


def _checks(household: UUID, visit: UUID) -> tuple[Any, ...]:
    """Return what was checked; not what is due, nor anything else of the household."""
    what = (Check.agreement, Check.result, Check.amount, Check.slip)
    query = Check.select(*what, Due.kind, Due.year, Due.instalment, Business.name)
    query = query.join(
        Due, JOIN.LEFT_OUTER, on=(Due.household == Check.household) & (Due.id == Check.due)
    ).join(Business, JOIN.LEFT_OUTER, on=Business.number == Due.business)
    mine = (Check.household == household) & (Check.visit == visit)
    return tuple(query.where(mine).order_by(Due.year, Due.kind, Due.instalment).namedtuples())


def payers(found: list[Found]) -> dict[str, str]:
    """Return the names of the businesses whose agreements were explained, by agreement."""
    numbers = [each.agreement for visit in found for each in visit.checks if each.agreement]
    query = Agreement.select(Agreement.number, Business.name)
    query = query.join(Business, on=Business.number == Agreement.business)
    return pairs(query.where(Agreement.number.in_(numbers)).distinct())


def take_place(source: str, now: datetime) -> Slot | None:
    """Take one of this quarter of an hour's tries from one place."""
    subject = secret.digest("tries", f"receipt\x1f{source}", "session")[:40]
    return take(f"place:{subject}", int(now.timestamp()) // WINDOW_SECONDS, WRONG_FROM_ONE_PLACE)


def take_guess(card: Card | None, typed: str, today: date) -> Slot | None:
    """Take one of today's guesses at a card's receipts; at one that nobody has, just the same."""
    subject = card.id.hex if card else secret.digest("receipt of nobody", typed)[:32]  # type: ignore[attr-defined]
    return take(f"receipt:{subject}", today.toordinal(), WRONG_A_DAY)


def forgive(*slots: Slot) -> None:
    """Give the slots of a right receipt back."""
    for slot in slots:
        give_back(slot)
