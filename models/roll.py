"""The lines of an agreement as staff see them: households by number, and nobody's word on them.

No names, no checks and no answers (product.md 5, rules 5 and 7); whoever shows a line notes that
its household's record was opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from models import territory
from models.agreement import Agreement
from models.bulk import values
from models.due import Due
from models.finding import Finding
from models.home import renewed
from models.household import Household
from models.payment import Payment, Plan
from models.scope import under

# Everything of a line but the steps that explain it.
LINE = (
    *(Due.household, Due.id, Due.village, Due.agreement, Due.clause, Due.business, Due.mode),
    *(Due.kind, Due.year, Due.ref, Due.party, Due.party_number, Due.instalment, Due.due_on),
    *(Due.listed_on, Due.due, Due.at_least, Due.saved, Due.unit, Due.reason, Due.shown_from),
    *(Due.paid, Due.completed_on, Due.stale_on),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The lines that a finding about money came from; what is empty does not narrow it."""

    agreement: str
    year: int
    village: str = ""
    business: str = ""  # of lines without an agreement (简表)
    clause: int | None = None
    kind: str = ""
    due_on: date | None = None
    party: str = ""
    ref: str = ""  # of a payment that fits no line: its voucher
    party_number: str = ""


def lines(group: Group, scope: str, today: date) -> list[Any]:
    """Return the lines of a group in a scope that are there today, by household and day."""
    rows = _lines(group, scope)
    if renewed(rows, today):
        rows = _lines(group, scope)
    return [row for row in rows if row.shown_from is None or row.shown_from <= today]


def _lines(group: Group, scope: str) -> list[Any]:
    mine = (Due.agreement == group.agreement) & (Due.year == group.year) & ~Due.withdrawn
    mine &= under(Due.village, group.village or scope)
    for name in ("clause", "kind", "due_on", "party", "ref", "party_number"):
        if wanted := getattr(group, name):
            mine &= getattr(Due, name) == wanted
    if not group.agreement:
        mine &= Due.business == group.business
    order = (Due.party_number, Due.clause, Due.listed_on, Due.kind, Due.ref, Due.id)
    return list(Due.select(*LINE).where(mine).order_by(*order).namedtuples())


def years(number: str, scope: str) -> list[int]:
    """Return the years of an agreement's lines in a scope."""
    mine = (Due.agreement == number) & under(Due.village, scope) & ~Due.withdrawn
    return sorted(values(Due.select(Due.year).where(mine).distinct()))


def is_in(number: str, scope: str) -> bool:
    """Say whether an agreement or plan concerns a scope: by lines, by findings, by its place."""
    if years(number, scope):
        return True
    about = (Finding.agreement == number) & under(Finding.place, scope)
    if Finding.select().where(about).exists():
        return True
    found = territory.places("agreement", [number]) | territory.places("plan", [number])
    return any(code.startswith(scope) for code in found.values())


def by_voucher(voucher: str, business: str, plan: str, scope: str) -> list[Any]:
    """Return the payments under a voucher of one payer: a business, or a village for its plan."""
    own = Agreement.select(Agreement.number).where(Agreement.business == business)
    plans = Plan.select(Plan.number).where(Plan.agreement.in_(own) | (Plan.number == plan))
    payer = Payment.agreement.in_(own) | Payment.agreement.in_(plans)
    return _payments((Payment.voucher == voucher) & payer, scope)


def in_kind(agreement: str, year: int, village: str) -> list[Any]:
    """Return the payments of a year to households of a village that were made in kind."""
    mine = (Payment.agreement == agreement) & (Payment.year == year) & (Payment.form == "goods")
    return _payments(mine, village)


def _payments(mine: Any, scope: str) -> list[Any]:
    """`agreement` is that whose lines the payment was laid on: of a plan's, the plan's own."""
    agreement = fn.COALESCE(Plan.agreement, Payment.agreement).alias("agreement")
    query = Payment.select(
        *(Payment.household, Payment.holder, agreement, Payment.year, Payment.voucher),
        *(Payment.amount, Payment.paid_on, Payment.form),
    )
    query = query.join(Household, on=Household.id == Payment.household)
    query = query.join_from(Payment, Plan, JOIN.LEFT_OUTER, on=Plan.number == Payment.agreement)
    query = query.where(mine & under(Household.village, scope))
    return list(query.order_by(Payment.holder, Payment.paid_on, Payment.id).namedtuples())
