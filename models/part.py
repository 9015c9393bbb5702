"""A household's part in one agreement: a line with its payments and checks, and what it holds."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN

from models.account import Account
from models.agreement import Agreement
from models.bulk import pairs
from models.business import Business
from models.due import Due
from models.home import LINE, renewed
from models.household import Delivery, Settlement, Share
from models.payment import Payment, Plan, Portion
from models.query import Prepared
from models.visit import Check, Visit

_line = Prepared(
    lambda household, line: (
        Due.select(*LINE, Due.steps, Due.late_from, Due.withdrawn)
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Due.business)
        .where((Due.household == household) & (Due.id == line))
    ),
    2,
)

checks = Prepared(
    lambda household: (
        Check.select(
            *(Check.id, Check.due, Check.agreement, Check.result, Check.amount, Check.slip),
            *(Check.day, Account.role.alias("role")),
        )
        .join(
            Visit,
            JOIN.LEFT_OUTER,
            on=(Visit.household == Check.household) & (Visit.id == Check.visit),
        )
        .join(Account, JOIN.LEFT_OUTER, on=Account.id == Visit.account)
        .where(Check.household == household)
        .order_by(Check.day.desc(), Check.id)
    )
)


def line(household: UUID, identity: UUID, today: date) -> Any:
    """Return one line of the household, also a withdrawn one, or None where it has no such line."""
    found = _line(household, identity)
    if renewed([row for row in found if not row.withdrawn], today):
        found = _line(household, identity)
    there = [row for row in found if row.shown_from is None or row.shown_from <= today]
    return there[0] if there else None


def payments(household: UUID, row: Any) -> list[Any]:
    """Return the payments that may have been laid on a line.

    They are those to the household in its year under its agreement, or a plan of that.
    """
    if not row.agreement and row.kind != "portion":
        return []
    plans = Plan.select(Plan.number).where(Plan.agreement == row.agreement)
    number = Payment.agreement
    query = Payment.select().where(
        (Payment.household == household)
        & (Payment.year == row.year)
        & (number.in_([row.agreement, row.ref]) | number.in_(plans))
    )
    return list(query.order_by(Payment.paid_on, Payment.voucher).namedtuples())


def checked_lines(household: UUID, rows: list[Any]) -> list[Any]:
    """Return the lines that these checks were about, also withdrawn ones."""
    asked = [row.due for row in rows if row.due]
    query = Due.select(*LINE).join(Business, JOIN.LEFT_OUTER, on=Business.number == Due.business)
    return list(query.where((Due.household == household) & Due.id.in_(asked)).namedtuples())


def names(rows: list[Any]) -> dict[str, str]:
    """Return the names of the businesses whose agreements these checks explained, by agreement."""
    numbers = [row.agreement for row in rows if row.agreement]
    query = Agreement.select(Agreement.number, Business.name)
    query = query.join(Business, on=Business.number == Agreement.business)
    return pairs(query.where(Agreement.number.in_(numbers)).distinct())


def has_part(household: UUID, number: str) -> bool:
    """Say whether the household has anything to do with an agreement, or with a plan.

    It may be on a roster, have a delivery, a settlement or a line, or a part of a plan.
    """
    for table in (Due, Share, Delivery, Settlement):
        mine = (table.household == household) & (table.agreement == number)
        if table.select().where(mine).exists():
            return True
    return bool(plans(household, number))


def clauses(number: str) -> list[Any]:
    """Return all rows of an agreement with its business: clause by clause, the oldest first."""
    query = Agreement.select(
        Agreement, Business.name.alias("name"), Business.phone.alias("phone")
    ).join(Business, JOIN.LEFT_OUTER, on=Business.number == Agreement.business)
    query = query.where(Agreement.number == number)
    return list(query.order_by(Agreement.clause, Agreement.in_force_from).namedtuples())


def shares(household: UUID, number: str) -> list[Any]:
    """Return what the household holds under an agreement."""
    mine = (Share.household == household) & (Share.agreement == number)
    order = (Share.clause, Share.joined_on.asc(nulls="first"), Share.id)
    return list(Share.select().where(mine).order_by(*order).namedtuples())


def plans(household: UUID, number: str) -> list[Any]:
    """Return the plans of an agreement, or that of this number, that the household has a part in.

    Its part is `own_basis` (ten-thousandths) or `own_amount` (fen).
    """
    query = Plan.select(Plan, Portion.basis.alias("own_basis"), Portion.amount.alias("own_amount"))
    query = query.join(Portion, on=Portion.plan == Plan.number)
    mine = (Portion.household == household) & ((Plan.agreement == number) | (Plan.number == number))
    return list(query.where(mine).order_by(Plan.year, Plan.number).namedtuples())
