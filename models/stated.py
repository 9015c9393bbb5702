"""Which rows of 简表 an agreement in the ledger has since taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from models.agreement import Agreement
from models.bulk import chunks, values
from models.business import Business
from models.fold import folded
from models.household import Share, Simple
from rules import facts


def covered(households: Collection[UUID]) -> dict[UUID, str]:
    """Return, by the id of a stated row, the number of the agreement that covers it.

    It covers the row when its business has the name that was stated (spaces and the width of
    brackets aside), its mode is the same, the household is on the clause's roster and the year
    lies in the term. Of several, the first.
    """
    found: dict[UUID, str] = {}
    for part in chunks(sorted(households)):
        for row in _matches().where(Simple.household.in_(part)).namedtuples().iterator():
            if _in_term(row) and folded(row.stated) == folded(row.name):
                found[row.id] = min(found.get(row.id, row.number), row.number)
    return found


def stated_names() -> set[str]:
    """Return the names of businesses that 简表 states, as they are compared."""
    return {folded(name) for name in values(Simple.select(Simple.business).distinct())}


def _matches() -> Any:
    return (
        Simple.select(
            Simple.id,
            Simple.year,
            Simple.business.alias("stated"),
            Business.name,
            Agreement.number,
            Agreement.starts_on,
            Agreement.ends_on,
            Share.joined_on,
            Share.left_on,
        )
        .join(Share, on=Share.household == Simple.household)
        .join(
            Agreement,
            on=(Agreement.number == Share.agreement)
            & (Agreement.clause == Share.clause)
            & (Agreement.mode == Simple.mode)
            & (Agreement.party == "household"),
        )
        .join(Business, on=Business.number == Agreement.business)
    )


def _in_term(row: Any) -> bool:
    first = max(row.starts_on, row.joined_on or row.starts_on).year
    last = min(row.ends_on or date.max, row.left_on or date.max).year
    return first <= row.year <= last


def payments_by_agreement(numbers: Collection[str]) -> dict[str, list[facts.Payment]]:
    """Return what 简表 states as paid under these agreements."""
    wanted = set(numbers)
    households = _households(wanted)
    owner = {row: number for row, number in covered(households).items() if number in wanted}
    paid: dict[str, list[facts.Payment]] = defaultdict(list)
    for part in chunks(sorted(households)):
        query = Simple.select().where(Simple.household.in_(part) & Simple.paid.is_null(False))
        for row in query.namedtuples().iterator():
            if row.id in owner:
                paid[owner[row.id]].append(_payment(owner[row.id], row))
    return paid


def _households(numbers: set[str]) -> set[UUID]:
    """Return the households with a stated row that are on a roster of these agreements."""
    found: set[UUID] = set()
    for part in chunks(sorted(numbers)):
        query = (
            Simple.select(Simple.household)
            .join(Share, on=Share.household == Simple.household)
            .where(Share.agreement.in_(part))
            .distinct()
        )
        found.update(values(query))
    return found


def _payment(number: str, row: Any) -> facts.Payment:
    return facts.Payment(
        agreement=number,
        holder=row.holder,
        year=row.year,
        amount=row.paid,
        # The sheet need not say when: then it counts as in time, and the page shows no day.
        paid_on=row.paid_on or row.due_on or date(row.year, 1, 1),
        voucher="简表",
    )
