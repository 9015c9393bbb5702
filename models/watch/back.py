"""The totals of a year as of a day that is over, told from what is dated (article 12).

What was paid by then are the payments of that day and before, laid anew; what households confirmed
is what they said by then. What was due is as the ledger has it now: it keeps no day on which a cell
was typed. What 简表 states as paid without a day counts as paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from models import stale
from models.bulk import chunks, values
from models.database import database
from models.due import Due
from models.facts import payment_of
from models.household import Simple
from models.payment import Payment
from models.scope import COUNTY_DIGITS, under
from models.stated import covered, payments_by_agreement
from models.statement import state_of
from models.watch import total
from rules import facts, state, stated
from rules.line import Line
from rules.payment import lay

KEPT = 4  # places, years and days: the last ones asked for
LINE = [field.name for field in fields(Line) if field.name not in {"paid", "completed_on", "steps"}]
MOVED = ("received", "overdue", "to_come", "tolerated")
NAMES = total.NAMES[: total.NAMES.index("stated")]  # households are not counted anew
AT = {name: NAMES.index(name) for name in (*MOVED, "lines")}
Row = total.Row


def totals(scope: str, year: int, day: date) -> tuple[Row, ...]:
    """Return the totals of a year under a code as of a day, in the order of `NAMES`."""
    return _totals(scope, year, day, stale.turn(scope[:COUNTY_DIGITS]), id(database.obj))


@lru_cache(KEPT)
def _totals(scope: str, year: int, day: date, _turn: int, _database: int) -> tuple[Row, ...]:
    """The last two say when totals that were kept no longer hold."""
    rows = {row[:3]: list(row[: len(NAMES)]) for row in total.fresh(scope, day, year)}
    for line, paid in _laid_anew(scope, year, day):
        row = rows.get((line.village, line.year, line.business))
        if row is not None:
            before, now = _sums(line, day), _sums(line._replace(**paid), day)
            for name in MOVED:
                row[AT[name]] += getattr(now, name) - getattr(before, name)
    return tuple(tuple(row) for row in rows.values())


def _sums(line: Any, day: date) -> state.Totals:
    return state.totals([(line.due, line.paid, state_of(line, day)[0], line.saved)])


def _laid_anew(scope: str, year: int, day: date) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield the lines of households that were paid something later, with what was paid by then."""
    for part in chunks(sorted(_paid_later(scope, year, day))):
        own = Due.household.in_(part) & (Due.year == year) & (Due.party == "household")
        own &= under(Due.village, scope) & ~Due.withdrawn & (Due.kind != "unmatched")
        lines = [
            row for row in Due.select().where(own).namedtuples() if state.shown(row.shown_from, day)
        ]
        found = _of_payments(lines, part, year, day) | _of_stated(part, year, day)
        yield from ((line, found[line.id]) for line in lines if line.id in found)


def _paid_later(scope: str, year: int, day: date) -> set[UUID]:
    """Return the households with a payment of a year after a day."""
    inside = Due.select(Due.household).where(under(Due.village, scope) & (Due.year == year))
    found: set[UUID] = set()
    for table in (Payment, Simple):
        later = (table.year == year) & (table.paid_on > day)
        found |= set(values(table.select(table.household).where(later).distinct()))
    kept: set[UUID] = set()
    for part in chunks(sorted(found)):
        kept |= set(values(inside.where(Due.household.in_(part)).distinct()))
    return kept


def _of_payments(
    lines: Collection[Any], households: Iterable[UUID], year: int, day: date
) -> dict[UUID, dict[str, Any]]:
    """Return what payments up to a day pay of these lines, by the line's id."""
    of: dict[str, list[Line]] = defaultdict(list)
    for row in lines:
        if row.agreement:
            of[row.party_number].append(Line(**{name: getattr(row, name) for name in LINE}))
    paid = _payments(lines, households, year)
    return {
        line.id: {"paid": line.paid, "completed_on": line.completed_on}
        for holder, own in of.items()
        for line in lay(own, [each for each in paid[holder] if each.paid_on <= day]).lines
    }


def _payments(
    lines: Collection[Any], households: Iterable[UUID], year: int
) -> dict[str, list[facts.Payment]]:
    """Return the payments of a year by holder; 简表's where 发放 says nothing of them."""
    owner = {row.ref: row.agreement for row in lines if row.kind == "portion"}
    own = Payment.household.in_(list(households)) & (Payment.year == year)
    paid: dict[str, list[facts.Payment]] = defaultdict(list)
    known = set()
    for each in map(payment_of, Payment.select().where(own).namedtuples()):
        paid[each.holder].append(each)
        known.add((owner.get(each.agreement, each.agreement), each.holder))
    for rows in payments_by_agreement({row.agreement for row in lines if row.agreement}).values():
        for each in rows:
            if each.year == year and (each.agreement, each.holder) not in known:
                paid[each.holder].append(each)
    return paid


def _of_stated(households: Collection[UUID], year: int, day: date) -> dict[UUID, dict[str, Any]]:
    """Return what 简表 states as paid up to a day, by the line's id."""
    taken = covered(households)
    own = Simple.household.in_(list(households)) & (Simple.year == year)
    rows = []
    for row in Simple.select().where(own).namedtuples():
        if row.id not in taken:
            later = row.paid_on is not None and row.paid_on > day
            paid = None if later else row.paid
            named = (row.holder, row.business, row.mode, row.year, row.due, row.due_on)
            rows.append(facts.Stated(*named, paid, row.paid_on))
    return {
        line.id: {"paid": line.paid, "completed_on": line.completed_on}
        for line in stated.lines(rows)
    }
