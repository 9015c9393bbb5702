"""From tables to the facts that `rules` needs, for many agreements at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from peewee import Model

from models.agreement import Agreement, Result
from models.bulk import chunks, values
from models.calendar import is_working_day
from models.household import Delivery, Household, Settlement, Share
from models.payment import Payment, Plan, Portion
from models.rate import Price
from models.stated import payments_by_agreement
from rules import facts

DUE_DAY = re.compile(r"(次年)?(\d{1,2})-(\d{1,2})(?:=(\d+))?")
ASSISTED = ("lifted", "watched")
TERMS = [field.name for field in fields(facts.Terms)]
PLAIN_TERMS = [
    name for name in TERMS if name not in {"agreement", "record_day", "rent_price_day", "due_days"}
]
Rows = dict[str, list[Any]]


def due_days(text: str | None) -> tuple[facts.DueDay, ...]:
    """Read 兑现时限 as stored: `06-30=2;次年03-31=1`."""
    return tuple(
        facts.DueDay(int(month), int(day), bool(following), int(ratio or 1))
        for following, month, day, ratio in DUE_DAY.findall(text or "")
    )


def month_day(text: str | None) -> tuple[int, int] | None:
    """Read a day of the year as stored: `12-31`."""
    return (int(text[:2]), int(text[3:])) if text else None


def load(numbers: Collection[str]) -> dict[str, facts.Facts]:
    """Return the facts of these agreements (or of plans without an agreement), by number."""
    loaded: dict[str, facts.Facts] = {}
    for part in chunks(sorted(numbers)):
        loaded.update(_load(part))
    return loaded


def _load(numbers: list[str]) -> dict[str, facts.Facts]:
    terms = terms_of(numbers)
    shares = _by(Share, numbers)
    plans = _plans(numbers)
    assisted = _assisted(shares, terms)
    prices = _prices(terms)
    stated = payments_by_agreement(numbers)
    results, deliveries, settlements = (
        _by(table, numbers) for table in (Result, Delivery, Settlement)
    )
    paid = _payments(numbers, plans)
    return {
        number: facts.Facts(
            agreement=number,
            terms=tuple(terms[number]),
            shares=tuple(map(_share(terms[number]), shares[number])),
            results=tuple(map(_result, results[number])),
            deliveries=tuple(map(_delivery, deliveries[number])),
            settlements=tuple(map(_settlement, settlements[number])),
            plans=tuple(plans[number]),
            payments=_with_stated(paid[number], stated.get(number, ())),
            prices=prices,
            assisted=assisted,
            working_day=is_working_day,
        )
        for number in numbers
    }


def _by(table: type[Model], numbers: list[str]) -> Rows:
    rows: Rows = defaultdict(list)
    query = table.select().where(table.agreement.in_(numbers))  # type: ignore[attr-defined]
    for row in query.namedtuples().iterator():
        rows[row.agreement].append(row)
    return rows


def terms_of(numbers: Collection[str]) -> dict[str, list[facts.Terms]]:
    """Return every row of terms of these agreements, by number."""
    terms: dict[str, list[facts.Terms]] = defaultdict(list)
    query = Agreement.select().where(Agreement.number.in_(list(numbers)))
    for row in query.namedtuples().iterator():
        terms[row.number].append(terms_from(row))
    return terms


def terms_from(row: Any) -> facts.Terms:
    """Return the terms that a row of `agreement` states."""
    return facts.Terms(
        agreement=row.number,
        record_day=month_day(row.record_day),
        rent_price_day=month_day(row.rent_price_day),
        due_days=due_days(row.due_days),
        **_defaults({name: getattr(row, name) for name in PLAIN_TERMS}),
    )


def _defaults(plain: dict[str, Any]) -> dict[str, Any]:
    """Drop empty cells, so that the defaults of the ledger's notes hold."""
    return {name: value for name, value in plain.items() if value is not None}


def _share(terms: list[facts.Terms]) -> Any:
    start = min((row.starts_on for row in terms), default=date.min)

    def share(row: Any) -> facts.Share:
        return facts.Share(
            clause=row.clause,
            holder=row.holder,
            joined_on=row.joined_on or start,
            left_on=row.left_on,
            shares=row.shares,
            amount=row.amount,
            area=row.area,
            persons=row.persons if row.persons is not None else 1,
        )

    return share


def _result(row: Any) -> facts.Result:
    profit = row.profit
    if profit is None and None not in (row.net, row.loss_covered, row.reserve):
        profit = row.net - row.loss_covered - row.reserve
    return facts.Result(row.clause, row.year, row.round, row.confirmed_on, profit, row.per_share)


def _delivery(row: Any) -> facts.Delivery:
    return facts.Delivery(row.clause, row.holder, row.number, row.day, row.kg, row.price)


def _settlement(row: Any) -> facts.Settlement:
    return facts.Settlement(row.clause, row.holder, row.to_day, row.units)


def _plans(numbers: list[str]) -> dict[str, list[facts.Plan]]:
    rows = list(
        Plan.select()
        .where(Plan.agreement.in_(numbers) | (Plan.agreement.is_null() & Plan.number.in_(numbers)))
        .namedtuples()
    )
    portions: Rows = defaultdict(list)
    for part in chunks(row.number for row in rows):
        for row in Portion.select().where(Portion.plan.in_(part)).namedtuples().iterator():
            portions[row.plan].append(facts.Portion(row.holder, row.basis, row.amount))
    plans: dict[str, list[facts.Plan]] = defaultdict(list)
    for row in rows:
        plans[row.agreement or row.number].append(_plan(row, portions[row.number]))
    return plans


def _plan(row: Any, portions: list[facts.Portion]) -> facts.Plan:
    return facts.Plan(
        number=row.number,
        village=row.village,
        year=row.year,
        pot=row.use_households,
        agreement=row.agreement,
        basis=row.basis,
        unit=row.unit or "fen",
        decided_on=row.decided_on,
        due_on=row.due_on,
        portions=tuple(portions),
    )


def _payments(numbers: list[str], plans: dict[str, list[facts.Plan]]) -> Rows:
    home = {number: number for number in set(numbers) - _owned(numbers)}
    home |= {plan.number: number for number, own in plans.items() for plan in own}
    rows: Rows = defaultdict(list)
    for part in chunks(sorted(home)):
        query = Payment.select().where(Payment.agreement.in_(part))
        for row in query.namedtuples().iterator():
            rows[home[row.agreement]].append(payment_of(row))
    return rows


def _owned(numbers: list[str]) -> set[str]:
    """Return the plans among these that belong to an agreement: their payments are laid there."""
    owned = Plan.number.in_(numbers) & Plan.agreement.is_null(False)
    return set(values(Plan.select(Plan.number).where(owned)))


def payment_of(row: Any) -> facts.Payment:
    """Return the payment that a row of 发放 states."""
    return facts.Payment(
        agreement=row.agreement,
        holder=row.holder,
        year=row.year,
        amount=row.amount,
        paid_on=row.paid_on,
        voucher=row.voucher,
        type=row.type or "normal",
        instalment=row.instalment,
        kind=row.kind,
    )


def _with_stated(
    paid: list[facts.Payment], stated: Iterable[facts.Payment]
) -> tuple[facts.Payment, ...]:
    """Add what 简表 stated as paid, where 发放 says nothing of that household and year."""
    known = {(row.holder, row.year) for row in paid}
    return (*paid, *(row for row in stated if (row.holder, row.year) not in known))


def _assisted(shares: Rows, terms: dict[str, list[facts.Terms]]) -> frozenset[str]:
    """Return the households of these rosters that a fee is reduced for."""
    numbers = {
        row.household
        for number, rows in shares.items()
        if any(term.fee is not None for term in terms[number])
        for row in rows
    }
    found: set[str] = set()
    for part in chunks(numbers):
        query = Household.select(Household.number).where(
            Household.id.in_(part) & Household.category.in_(ASSISTED)
        )
        found.update(values(query))
    return frozenset(found)


def _prices(terms: dict[str, list[facts.Terms]]) -> tuple[facts.Price, ...]:
    crops = {
        crop
        for rows in terms.values()
        for row in rows
        for crop in (row.crop, row.rent_crop)
        if crop
    }
    if not crops:
        return ()
    query = Price.select().where(Price.crop.in_(crops)).namedtuples()
    return tuple(facts.Price(row.crop, row.day, row.yuan_per_kg) for row in query)
