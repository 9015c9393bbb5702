"""Payments that are late or short, and wages paid in kind (articles 10 and 12).

Everything here is counts and sums of stored lines, so that a county costs a few queries.
`payment.over` and `payment.unmatched` are met by the arithmetic itself (`rules/unmatched.py`);
`rules/watch/voucher.py` looks at vouchers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rules import number
from rules.article import Citation
from rules.finding import IN_FULL, PROCEDURE, RENT_PAID, WAGE, Kind
from rules.line import Finding

# A line of another kind rests on IN_FULL.
CITED = {
    "rent": RENT_PAID,
    "order": Citation("10(1)", "形成稳定的购销关系"),
    "wage": WAGE,
    "portion": PROCEDURE,
}
# The first six tell findings about the same agreement apart; the others change from day to day.
LATE = ("clause", "due_kind", "year", "due_on", "village", "payee")
LATE += ("households", "due", "paid", "days")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("payment.overdue", IN_FULL, LATE, actor="business"),
        Kind("payment.short", IN_FULL, LATE, actor="business"),
        Kind(
            "payment.wage_in_kind",
            Citation("10(5)", "工资发放方式"),
            ("year", "village", "households", "amount", "last_on"),
            actor="business",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Group:
    """Open lines of one agreement, clause, kind, year, due day, village and payee, sums in fen.

    Only lines that lack at least one 计发单位 and are somebody's (`unassigned` is nobody). Lines
    with something paid and lines with nothing paid are two groups. `late_from` is the last day of
    grace, as models/due.py has it; `households` counts lines' parties, also where `payee` is not
    the household.
    For a plan without an agreement `agreement` is its number; for 简表 it is empty, `business` set.
    """

    agreement: str
    clause: int
    kind: str
    year: int
    village: str
    due_on: date
    late_from: date
    households: int
    due: int
    paid: int
    payee: str = "household"  # household village business township county
    plan: bool = False  # `agreement` is the number of a plan
    business: str = ""

    @property
    def missing(self) -> int:
        """What is still to be paid in all, fen."""
        return self.due - max(0, self.paid)


def late(group: Group, day: date) -> Finding | None:
    """Return what is overdue (nothing paid) or short (part paid) on a day; the gap is of all."""
    days = (day - group.late_from).days
    if days <= 0 or group.missing <= 0:
        return None
    kind = KINDS["payment.short" if group.paid > 0 else "payment.overdue"]
    found = kind.about(
        subject(group.agreement, plan=group.plan, business=group.business),
        gap=group.missing,
        cited=CITED.get(group.kind),
        clause=group.clause,
        due_kind=group.kind,
        year=group.year,
        due_on=group.due_on.isoformat(),
        village=group.village,
        payee=group.payee,
        households=group.households,
        due=number.money(group.due),
        paid=number.money(max(0, group.paid)),
        days=days,
    )
    return replace(found, actor="village") if group.kind == "portion" else found


def subject(agreement: str, *, plan: bool = False, business: str = "") -> str:
    """Return whom a finding about money is about."""
    if not agreement:
        return f"business:{business}"
    return f"plan:{agreement}" if plan else f"agreement:{agreement}"


@dataclass(frozen=True, slots=True)
class InKind:
    """Wages of one agreement, year and village that were paid as 实物 (发放形式), fen.

    A payment is wages where its 款项 says so, or where it says nothing and the agreement has no
    clause but work.
    """

    agreement: str
    year: int
    village: str
    households: int
    amount: int
    last_on: date


def wage_in_kind(paid: InKind) -> Finding | None:
    """Return the finding about wages in kind: 劳动法 50 wants wages in money."""
    if paid.households <= 0:
        return None
    return KINDS["payment.wage_in_kind"].about(
        subject(paid.agreement),
        year=paid.year,
        village=paid.village,
        households=paid.households,
        amount=number.money(paid.amount),
        last_on=paid.last_on.isoformat(),
    )
