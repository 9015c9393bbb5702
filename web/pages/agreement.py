"""An agreement in plain words for one household: its terms, what the household holds, its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any, NamedTuple
from uuid import UUID

from web.pages.due import Witness, witness
from web.pages.household import in_force
from web.pages.line import Line, Standing, latest, line, order, standing
from web.pages.terms import LONG, Term, missing, terms

# The way of linking → the item of article 10 that describes it.
ITEMS = {
    "order": "10(1)",
    "custody": "10(2)",
    "share": "10(3)",
    "land": "10(4)",
    "work": "10(5)",
    "training": "10(6)",
    "service": "10(7)",
    "chain": "10(8)",
}
USES = ("industry", "posts", "upkeep", "welfare", "reserve", "other", "households")


class Found(NamedTuple):
    """What the models know of an agreement and of a household's part in it."""

    number: str
    household: Any
    clauses: list[Any]
    shares: list[Any]
    plans: list[Any]
    lines: list[Any]
    checks: list[Any]
    answers: list[Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What became different from a day on; each is (before, after), either may be none."""

    day: date
    terms: tuple[tuple[Term | None, Term | None], ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """What the household holds of a clause from a day on."""

    since: date | None
    until: date | None
    shares: int | None
    amount: int | None
    area: int | None
    persons: int | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it holds today, and how it changed."""

    number: int
    mode: str
    item: str
    party: str
    terms: tuple[Term, ...]
    texts: tuple[Term, ...]
    missing: tuple[str, ...]
    changes: tuple[Change, ...]
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A distribution plan: what was received, for what it is used, and the household's part."""

    number: str
    year: int
    received: int
    uses: tuple[tuple[str, int], ...]
    decided_on: date | None
    posted_from: date | None
    posted_to: date | None
    due_on: date | None
    basis: int | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A line with its four witnesses."""

    line: Line
    witness: Witness


@dataclass(frozen=True, slots=True)
class Show:
    """The page; an agreement that is a plan alone has no clauses and no days."""

    number: str
    business: str
    phone: str | None
    village_phone: str | None
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    clauses: tuple[Clause, ...]
    plans: tuple[Plan, ...]
    year: int
    years: tuple[int, ...]
    lines: tuple[Witnessed, ...]


def build(found: Found, year: int, today: date) -> Show:
    """Return the page of an agreement, with the lines of `year`."""
    mine = sorted((row for row in found.lines if row.agreement == found.number), key=order)
    by_clause = clauses_of(found.clauses)
    held = {row.clause for row in (*found.shares, *mine)}
    shown = [rows for number, rows in by_clause.items() if number in held] or list(
        by_clause.values()
    )
    last = in_force(shown[0], today) if shown else None
    years = sorted({row.year for row in mine})
    return Show(
        number=found.number,
        business=last.name or last.business if last else "",
        phone=last.phone if last else None,
        village_phone=found.household.phone,
        signed_on=min((row.signed_on for row in found.clauses), default=None),
        starts_on=min((row.starts_on for row in found.clauses), default=None),
        ends_on=last.ends_on if last else None,
        clauses=tuple(clause(rows, found.shares, today) for rows in shown),
        plans=tuple(map(_plan, found.plans)),
        year=year,
        years=tuple(years),
        lines=tuple(_lines((row for row in mine if row.year == year), found, today)),
    )


def clauses_of(rows: Iterable[Any]) -> dict[int, list[Any]]:
    """Return the rows of each clause; they come clause by clause, the oldest first."""
    return {number: list(own) for number, own in groupby(rows, key=lambda row: row.clause)}


def clause(rows: list[Any], shares: Iterable[Any], today: date) -> Clause:
    """Return a clause as it holds today; `shares` are what the reader itself holds of it."""
    row = in_force(rows, today)
    written = terms(row)
    return Clause(
        number=row.clause,
        mode=row.mode,
        item=ITEMS[row.mode],
        party=row.party,
        terms=tuple(each for each in written if each.code not in LONG),
        texts=tuple(each for each in written if each.code in LONG),
        missing=missing(row, row.mode),
        changes=tuple(_changes(rows)),
        holdings=tuple(_holding(each) for each in shares if each.clause == row.clause),
    )


def _changes(rows: list[Any]) -> Iterable[Change]:
    for before, after in pairwise(rows):
        old = {each.code: each for each in terms(before)}
        new = {each.code: each for each in terms(after)}
        different = [code for code in {**old, **new} if old.get(code) != new.get(code)]
        pairs = tuple((old.get(code), new.get(code)) for code in different)
        yield Change(after.in_force_from, pairs)


def _holding(row: Any) -> Holding:
    return Holding(row.joined_on, row.left_on, row.shares, row.amount, row.area, row.persons)


def _plan(row: Any) -> Plan:
    uses = ((f"use_{name}", getattr(row, f"use_{name}")) for name in USES)
    return Plan(
        number=row.number,
        year=row.year,
        received=row.received,
        uses=tuple((name, fen) for name, fen in uses if fen),
        decided_on=row.decided_on,
        posted_from=row.posted_from,
        posted_to=row.posted_to,
        due_on=row.due_on,
        basis=row.own_basis,
        amount=row.own_amount,
    )


def _lines(rows: Iterable[Any], found: Found, today: date) -> Iterable[Witnessed]:
    said = latest(found.answers, "due")
    checked = {row.due: row.result for row in reversed(found.checks) if row.due}
    for row in rows:
        yield _witnessed(standing(row, today), said, checked)


def _witnessed(at: Standing, said: Mapping[UUID, Any], checked: Mapping[UUID, str]) -> Witnessed:
    shown = line(at, said)
    return Witnessed(shown, witness(at, checked.get(shown.id, "nobody"), shown.answer))
