"""Vouchers 凭证 that were used twice (article 12): what was paid once must not count twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rules import number
from rules.finding import IN_FULL, Kind
from rules.line import Finding
from rules.watch.payment import subject

PARAMS = ("voucher", "first_on", "twice", "last_on", "households", "amount")
KINDS = {
    kind.code: kind
    for kind in (Kind("payment.voucher_twice", IN_FULL, PARAMS, "note", "business"),)
}


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
    plan: bool = False  # `agreement` is the number of a plan


def voucher_twice(voucher: str, entries: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return a finding for each month in which a payer used this voucher twice.

    A payer is a business, or a village for its plans; each numbers its own vouchers, by the month.
    One slip pays many households and several things on one day. Twice is: in one month the rows
    that stand have two paying days, or one household has two rows that may be the same payment.

    The caller need only give vouchers that have, within a month, more than one paying day, or more
    than one row of the same agreement, household, year and amount; of these every row.
    """
    months: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for row in standing(entries):
        months[row.paid_on.year, row.paid_on.month].append(row)
    found = (_twice(voucher, months[month]) for month in sorted(months))
    return tuple(each for each in found if each is not None)


def _twice(voucher: str, rows: list[Entry]) -> Finding | None:
    days = sorted({row.paid_on for row in rows})
    if len(days) > 1:
        again = [row for row in rows if row.paid_on > days[0]]
    else:
        again = [row for same in alike(rows) for row in same[1:]]
    if not again:
        return None
    first = min(rows, key=lambda row: (row.agreement, row.plan))
    return KINDS["payment.voucher_twice"].about(
        subject(first.agreement, plan=first.plan),
        voucher=voucher,
        first_on=days[0].isoformat(),
        twice="days" if len(days) > 1 else "rows",
        last_on=days[-1].isoformat(),
        households=len({row.household for row in again}),
        amount=number.money(sum(row.amount for row in again)),
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
    """Return the rows that may be the same payment, each such set of rows together.

    The same agreement, household, year and amount, and no 款项 or 期次 that tells them apart.
    """
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
