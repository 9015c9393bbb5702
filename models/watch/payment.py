"""Payments as vouchers and as goods: few rows of 发放, chosen by the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from peewee import fn

from models.agreement import Agreement
from models.bulk import pairs, tuples
from models.household import Household
from models.payment import Payment, Plan
from models.scope import under
from models.watch.extent import Extent
from models.watch.found import Found, dated
from rules.watch.payment import InKind, wage_in_kind
from rules.watch.voucher import Entry, voucher_twice

AT_ONCE = 100  # agreements whose vouchers are in memory at once
MONTH = 7  # characters of a day that name its month
Slip = tuple[str, str]  # payer (a business, or a village for its plans) and voucher


def findings(extent: Extent) -> Iterator[Found]:
    """Yield vouchers that were used twice, and wages that were paid in kind."""
    yield from _vouchers(extent)
    yield from _in_kind(extent)


def _vouchers(extent: Extent) -> Iterator[Found]:
    plans = pairs(Plan.select(Plan.number, Plan.village).where(under(Plan.village, extent.code)))
    near = {extent.agreements[number].business for number in extent.own}
    twice = _twice(extent)
    paid_twice = near & twice.keys()
    numbers = [n for n, each in extent.agreements.items() if each.business in paid_twice]
    numbers += [n for n, village in plans.items() if village in twice]
    payers = {n: brief.business for n, brief in extent.agreements.items()} | plans
    for part in together(numbers, payers):
        for slip, entries in sorted(_entries(extent, part, payers, twice).items()):
            for each in voucher_twice(slip[1], (_entry(row, plans) for row in entries)):
                yield _found(extent, each, plans)


def _entry(row: tuple[Any, ...], plans: Mapping[str, str]) -> Entry:
    number, holder, year, paid_on, amount, *rest = row
    return Entry(number, holder, year, paid_on, amount, *rest, plan=number in plans)


def together(numbers: Iterable[str], payers: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield numbers in chunks, all of one payer in the same."""
    part: list[str] = []
    for _, own in groupby(sorted(numbers, key=lambda n: (payers[n], n)), key=payers.__getitem__):
        part += own
        if len(part) >= AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _found(extent: Extent, each: Any, plans: dict[str, str]) -> Found:
    kind, _, number = each.subject.partition(":")
    agreement = extent.agreements.get(number) if kind == "agreement" else None
    return Found(
        each,
        place=plans.get(number, "") if kind == "plan" else extent.places.get(number, ""),
        agreement=agreement.number if agreement else "",
        business=agreement.business if agreement else "",
        since=dated(each),
    )


def _owners() -> Any:
    """Who pays under each agreement and plan, as number and payer."""
    dealt = Agreement.select(Agreement.number, fn.MIN(Agreement.business).alias("payer"))
    shared = Plan.select(Plan.number, Plan.village.alias("payer"))
    return (dealt.group_by(Agreement.number) + shared).alias("owner")


def _twice(extent: Extent) -> dict[str, set[str]]:
    """Return, by payer, the vouchers that in a month have two paying days or rows of one payee."""
    month = fn.SUBSTR(Payment.paid_on.cast("TEXT"), 1, MONTH)
    owner = _owners()
    days = fn.MIN(Payment.paid_on) < fn.MAX(Payment.paid_on)
    rows = fn.COUNT(Payment.id) > fn.COUNT(Payment.household.distinct())
    query = (
        Payment.select(Payment.voucher, owner.c.payer)
        .join(owner, on=owner.c.number == Payment.agreement)
        .where(Payment.paid_on <= extent.day)
        .group_by(Payment.voucher, owner.c.payer, month)
        .having(days | rows)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for voucher, payer in tuples(query):
        found[payer].add(voucher)
    return found


def _entries(
    extent: Extent, numbers: list[str], payers: Mapping[str, str], twice: Mapping[str, set[str]]
) -> dict[Slip, list[Any]]:
    """Return every row of the vouchers among these agreements and plans."""
    query = (
        Payment.select(
            *(Payment.voucher, Payment.agreement, Payment.holder, Payment.year, Payment.paid_on),
            *(Payment.amount, Payment.kind, Payment.instalment),
        )
        .where(Payment.agreement.in_(numbers) & (Payment.paid_on <= extent.day))
        .order_by(Payment.agreement, Payment.household, Payment.id)
    )
    found: dict[Slip, list[Any]] = defaultdict(list)
    for voucher, number, *row in tuples(query):
        payer = payers[number]
        if voucher in twice.get(payer, ()):
            found[payer, voucher].append((number, *row))
    return found


def _in_kind(extent: Extent) -> Iterator[Found]:
    """A payment without 款项 is wages where the agreement has no clause but work."""
    mode = Agreement.mode
    work = Agreement.select(Agreement.number).group_by(Agreement.number)
    work = work.having((fn.MIN(mode) == "work") & (fn.MAX(mode) == "work"))
    wages = (Payment.kind == "wage") | (Payment.kind.is_null() & Payment.agreement.in_(work))
    group = (Payment.agreement, Payment.year, Household.village)
    sums = (fn.SUM(Payment.amount), fn.MAX(Payment.paid_on))
    query = (
        Payment.select(*group, fn.COUNT(Payment.household.distinct()), *sums)
        .join(Household, on=Household.id == Payment.household)
        .where((Payment.form == "goods") & wages & (Payment.paid_on <= extent.day))
        .where(under(Household.village, extent.code))
        .group_by(*group)
        .having(fn.SUM(Payment.amount) > 0)
    )
    for number, year, village, households, amount, last_on in tuples(query):
        paid = InKind(number, year, village, int(households), int(amount), last_on)
        if (each := wage_in_kind(paid)) is not None:
            brief = extent.agreements.get(number)
            yield Found(each, village, number, brief.business if brief else "", dated(each))
