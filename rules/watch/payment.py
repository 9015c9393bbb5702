"""Payments that are late or short, vouchers used twice, wages paid in kind (articles 10 and 12).

Everything here is counts and sums of stored lines, so that a county costs a few queries.
`payment.over` and `payment.unmatched` are met by the arithmetic itself (`rules/unmatched.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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
VOUCHER = ("voucher", "days", "first_on", "last_on", "households", "amount")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("payment.overdue", IN_FULL, LATE, actor="business"),
        Kind("payment.short", IN_FULL, LATE, actor="business"),
        Kind("payment.voucher_twice", IN_FULL, VOUCHER, "note", "business"),
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
class Entry:
    """One row of 发放 under a voucher; fen, negative where it takes back (冲正, 退汇)."""

    agreement: str
    household: str
    year: int
    paid_on: date
    amount: int
    kind: str | None = None
    instalment: int | None = None
    plan: bool = False


def voucher_twice(voucher: str, entries: Iterable[Entry]) -> Finding | None:
    """Return the finding about a voucher of one payer, if it was used twice.

    One slip pays many households and several things on one day. Twice is: the rows that stand have
    two paying days, or one household has two rows that may be the same payment (the same agreement,
    year and amount, and no 款项 or 期次 that tells them apart). A row that was taken back does not
    stand. A payer is a business, or a village for its plans: each numbers its own vouchers.

    The caller need only give vouchers with more than one paying day, or with more than one row of
    the same agreement, household, year and amount.
    """
    rows = standing(entries)
    days = sorted({row.paid_on for row in rows})
    again = [row for group in alike(rows) for row in group[1:]]
    counted = (
        again if len(days) == 1 else [row for row in rows if row.paid_on > days[0]] if days else []
    )
    if not counted:
        return None
    first = min(rows, key=lambda row: (row.agreement, row.paid_on))
    return KINDS["payment.voucher_twice"].about(
        subject(first.agreement, plan=first.plan),
        voucher=voucher,
        days=len(days),
        first_on=days[0].isoformat(),
        last_on=days[-1].isoformat(),
        households=len({row.household for row in counted}),
        amount=number.money(sum(row.amount for row in counted)),
    )


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """Return the rows that were not taken back; a row of minus the amount cancels the earliest."""
    rows: dict[tuple[str, str, int, int], list[Entry]] = defaultdict(list)
    back: dict[tuple[str, str, int, int], int] = defaultdict(int)
    for row in entries:
        key = (row.agreement, row.household, row.year, abs(row.amount))
        if row.amount < 0:
            back[key] += 1
        else:
            rows[key].append(row)
    return [
        row
        for key, found in rows.items()
        for row in sorted(found, key=lambda each: each.paid_on)[back[key] :]
    ]


def alike(rows: Iterable[Entry]) -> list[list[Entry]]:
    """Return the rows that may be the same payment, each such set of rows together."""
    sets: dict[tuple[str, str, int, int], list[list[Entry]]] = defaultdict(list)
    for row in rows:
        found = sets[row.agreement, row.household, row.year, row.amount]
        same = next((each for each in found if all(may_be(row, other) for other in each)), None)
        if same is None:
            found.append([row])
        else:
            same.append(row)
    return [each for found in sets.values() for each in found if len(each) > 1]


def may_be(one: Entry, other: Entry) -> bool:
    """Say whether neither 款项 nor 期次 tells two rows apart; an empty cell tells nothing."""
    pairs = ((one.kind, other.kind), (one.instalment, other.instalment))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


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
