"""What falls due when under an agreement that is being signed, as `rules.due` computes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger import signing
from ledger.signing import Table
from models.calendar import is_working_day
from models.rate import Price
from models.roster import Holding
from rules import due
from rules.facts import Facts
from rules.facts import Price as ListPrice
from rules.line import Line

# Without a roster one household stands for all: what is shared out is then the whole, and what
# each household earns by itself is one household's.
ANYBODY = "1"
EACH = frozenset({"order", "wage", "saved", "training"})


@dataclass(frozen=True, slots=True)
class Row:
    """What falls due on a day: `fen` is None while nobody can know it, `least`: at least so much.

    `households` is how many it is for, 0 for each of them alike or for a party of its own.
    """

    year: int
    day: date | None
    kind: str
    fen: int | None
    least: bool
    reason: str
    households: int
    each: bool


def rows(found: Table, today: date) -> list[Row]:
    """Return the schedule by year and day, every household together."""
    full = found if found.roster else replace(found, roster=_anybody(found))
    terms = signing.terms(full, today)
    crops = {crop for row in terms for crop in (row.crop, row.rent_crop) if crop}
    facts = Facts(
        full.number,
        terms,
        signing.shares(full, today),
        prices=_prices(crops),
        working_day=is_working_day,
    )
    sums: dict[tuple[object, ...], list[Line]] = {}
    for line in due.outcome(facts, max(today, *(row.signed_on for row in terms))).lines:
        key = (line.year, line.due_on or line.listed_on or date.max, line.kind, line.clause)
        sums.setdefault((*key, line.reason), []).append(line)
    return [_row(lines, real=bool(found.roster)) for _, lines in sorted(sums.items(), key=_order)]


def _order(item: tuple[tuple[object, ...], list[Line]]) -> tuple[str, ...]:
    return tuple(map(str, item[0]))


def _anybody(found: Table) -> tuple[Holding, ...]:
    return tuple(Holding(number, ANYBODY) for number in range(1, len(found.clauses) + 1))


def _prices(crops: set[str]) -> tuple[ListPrice, ...]:
    query = Price.select().where(Price.crop.in_(crops)) if crops else ()
    return tuple(ListPrice(row.crop, row.day, row.yuan_per_kg) for row in query)


def _row(lines: list[Line], *, real: bool) -> Row:
    first = lines[0]
    least = first.at_least is not None
    figures = [
        line.saved if line.kind == "saved" else line.at_least if least else line.due
        for line in lines
    ]
    return Row(
        year=first.year,
        day=first.due_on,
        kind=first.kind,
        fen=None if None in figures else sum(filter(None, figures)),
        least=least,
        reason=first.reason,
        households=len({line.party_number for line in lines}) if real and _is_shared(first) else 0,
        each=not real and first.kind in EACH,
    )


def _is_shared(line: Line) -> bool:
    return line.party == "household"
