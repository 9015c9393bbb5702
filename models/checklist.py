"""The checklist: lines of a village or a household that are due, or that nobody asked about.

It holds what a check needs and nothing else: no income, no other business, no answer of the
household, not even whether it answered (product.md 5, rule 5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.agreement import Agreement
from models.bulk import pairs, tuples, values
from models.business import Business
from models.database import write
from models.due import Due
from models.household import Household
from models.rebuild import rebuild
from models.statement import agreements_of, state_of
from models.visit import asked

KINDS = ("guaranteed", "dividend", "rent", "order", "wage", "portion", "stated")
OPEN = frozenset({"due_today", "short", "overdue"})
SETTLED = frozenset({"paid", "paid_late", "no_date"})
SOON = timedelta(days=15)
RECENT = timedelta(days=90)
COLUMNS = (
    *(Due.household, Due.id, Due.agreement, Due.clause, Due.business, Due.kind, Due.year),
    *(Due.instalment, Due.ref, Due.due_on, Due.due, Due.paid, Due.completed_on, Due.unit),
    *(Due.reason, Due.shown_from),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A line that may be checked; `asked`: somebody did, whoever and whatever the answer."""

    row: Any
    state: str
    days: int
    asked: bool

    @property
    def is_open(self) -> bool:
        """Say whether the money is due and not all there."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Terms:
    """An agreement that may be explained: its number and its ways of linking."""

    number: str
    modes: tuple[str, ...]


def of_village(village: str, today: date) -> dict[UUID, list[Item]]:
    """Return by household what is due in a village, and what nobody asked about."""
    found: dict[UUID, list[Item]] = defaultdict(list)
    for item in _items(Due.village == village, today):
        if item.is_open or _not_asked(item, today):
            found[item.row.household].append(item)
    return found


def of_household(household: UUID, today: date) -> list[Item]:
    """Return a household's lines for a check: also what was paid or falls due these weeks."""
    items = _items(Due.household == household, today)
    return [item for item in items if item.is_open or _not_asked(item, today) or _near(item, today)]


def lines(household: UUID, ids: Collection[UUID]) -> dict[UUID, int]:
    """Return those of these lines that are the household's and may be checked, with their fen.

    A line that was on the list when its page was opened may have been paid since.
    """
    mine = (Due.household == household) & Due.id.in_(list(ids)) & _checkable()
    return pairs(Due.select(Due.id, Due.due).where(mine))


def owners(ids: Collection[UUID]) -> set[UUID]:
    """Return the households that these lines belong to."""
    query = Due.select(Due.household).where(Due.id.in_(list(ids)) & _checkable())
    return set(values(query.distinct()))


def terms_of(household: UUID, today: date) -> list[Terms]:
    """Return the agreements of a household that are in force, to be explained."""
    found: dict[str, dict[str, None]] = {}
    mine = Agreement.number.in_(agreements_of(household))
    running = Agreement.ends_on.is_null() | (Agreement.ends_on >= today)
    query = Agreement.select(Agreement.number, Agreement.mode).where(mine & running)
    for number, mode in tuples(query.order_by(Agreement.number, Agreement.clause)):
        found.setdefault(number, {})[mode] = None
    return [Terms(number, tuple(modes)) for number, modes in found.items()]


def forms_of(items: Iterable[Item]) -> dict[tuple[str, int], str | None]:
    """Return in which form each clause is paid (一卡通, 现金 …), by its latest terms."""
    numbers = {item.row.agreement for item in items}
    query = (
        Agreement.select(Agreement.number, Agreement.clause, Agreement.payment_form)
        .where(Agreement.number.in_(numbers))
        .order_by(Agreement.in_force_from)
    )
    return {(number, clause): form for number, clause, form in tuples(query)}


def payers_of(items: Collection[Item]) -> dict[UUID, str]:
    """Name the payer of lines that would else read alike: one kind from several businesses."""
    payers: dict[str, set[str]] = defaultdict(set)
    for item in items:
        payers[item.row.kind].add(item.row.business)
    alike = [item for item in items if len(payers[item.row.kind]) > 1]
    numbers = {item.row.business for item in alike}
    query = Business.select(Business.number, Business.name).where(Business.number.in_(numbers))
    names = pairs(query)
    return {item.row.id: names.get(item.row.business, item.row.business) for item in alike}


def village_of(household: UUID) -> str | None:
    """Return the code of a household's village, or None for an unknown one."""
    query = Household.select(Household.village).where(Household.id == household)
    return next(values(query), None)


def _checkable() -> Any:
    return (Due.party == "household") & Due.kind.in_(KINDS) & ~Due.withdrawn & (Due.due > 0)


def _items(where: Any, today: date) -> list[Item]:
    renew(where, today)
    shown = Due.shown_from.is_null() | (Due.shown_from <= today)
    rows = list(Due.select(*COLUMNS).where(where & _checkable() & shown).namedtuples())
    before = asked({row.household for row in rows})
    items = [Item(row, *state_of(row, today), row.id in before) for row in rows]
    return sorted(items, key=_order)


def renew(where: Any, today: date) -> None:
    """Rebuild what the calendar alone has changed."""
    stale = Due.select(Due.agreement).where(where & (Due.stale_on <= today)).distinct()
    numbers = {number for number in values(stale) if number}
    if numbers:
        with write():
            rebuild(numbers, (), today)


def _order(item: Item) -> tuple[Any, ...]:
    """What is open first, the longest wait on top; then what was paid, the latest first."""
    row = item.row
    day = (row.due_on or date(row.year, 12, 31)).toordinal()
    return (not item.is_open, day if item.is_open else -day, row.kind, row.ref, str(row.id))


def _not_asked(item: Item, today: date) -> bool:
    """Of this year and the last, since what is older nobody remembers to the yuan."""
    return not item.asked and item.state in SETTLED and item.row.year >= today.year - 1


def _near(item: Item, today: date) -> bool:
    days = [day for day in (item.row.due_on, item.row.completed_on) if day]
    return any(today - RECENT <= day <= today + SOON for day in days)
