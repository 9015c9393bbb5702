"""A household's home: what comes next, how its year stands, and who owes it what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from models.home import Home
from rules import state
from web.pages.line import COMING, LATE, Line, latest, line, order

SHOWN = 5  # lines of a business before the settled ones are folded away
ASKING_DAYS = 90  # a check that nobody answered is not held up for longer
WHOLE = 1000  # the bar's width
THINNEST = 12  # what is there at all can be seen


@dataclass(frozen=True, slots=True)
class Sums:
    """A year in fen and counts; `received_to` and `overdue_to` are ends of the bar's parts."""

    due: int
    received: int
    overdue: int
    to_come: int
    tolerated: int
    saved: int
    unknown: int
    agreed: int
    received_to: int
    overdue_to: int


@dataclass(frozen=True, slots=True)
class Next:
    """The payment to come next, or the oldest that is late; `days` to go, or late."""

    line: Line
    business: str
    form: str | None
    days: int


@dataclass(frozen=True, slots=True)
class Late:
    """All that is late, of every year."""

    count: int
    fen: int
    first: Next


@dataclass(frozen=True, slots=True)
class Terms:
    """An agreement on its business's card."""

    number: str
    address: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Business:
    """Who pays: its lines, and the settled ones among many, which are folded away."""

    name: str
    phone: str | None
    modes: tuple[str, ...]
    lines: tuple[Line, ...]
    settled: tuple[Line, ...]
    agreements: tuple[Terms, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """The last check that waits for the household's word."""

    id: UUID
    day: date


@dataclass(frozen=True, slots=True)
class Show:
    """The home in one year. `earlier`: what is still open, by year."""

    head: str
    place: str | None
    phone: str | None
    year: int
    years: tuple[int, ...]
    next: Next | None
    late: Late | None
    sums: Sums
    earlier: tuple[tuple[int, int], ...]
    waiting: Waiting | None
    businesses: tuple[Business, ...]


def build(home: Home, year: int, today: date) -> Show:
    """Return the home of a household in `year`; what comes next stands on this year's page only."""
    said = latest(home.answers, "due")
    rows = sorted(home.lines, key=order)
    pairs = [(row, line(row, today, said)) for row in rows]
    shown = [pair for pair in pairs if pair[0].year == year]
    now = year == today.year
    household = home.household
    return Show(
        head=household.head,
        place=household.place,
        phone=household.phone,
        year=year,
        years=tuple(sorted({row.year for row in rows} | {year})) if rows else (),
        next=_next(pairs, home.agreements, today) if now else None,
        late=_late(pairs, home.agreements, today) if now else None,
        sums=_sums(shown),
        earlier=_earlier(pairs, year),
        waiting=_waiting(home, today) if now else None,
        businesses=tuple(_businesses(shown, home.agreements)),
    )


Pair = tuple[Any, Line]


def _totals(pairs: Iterable[Pair]) -> state.Totals:
    return state.totals((row.due, row.paid, each.state, row.saved) for row, each in pairs)


def _sums(pairs: list[Pair]) -> Sums:
    total = _totals(pairs)
    whole = total.received + total.overdue + total.to_come
    received = _width(total.received, whole)
    overdue = _width(total.overdue, whole)
    return Sums(
        due=total.due,
        received=total.received,
        overdue=total.overdue,
        to_come=total.to_come,
        tolerated=total.tolerated,
        saved=total.saved,
        unknown=total.unknown,
        agreed=total.agreed,
        received_to=min(received, WHOLE - overdue),
        overdue_to=min(received + overdue, WHOLE),
    )


def _width(part: int, whole: int) -> int:
    return max(THINNEST, part * WHOLE // whole) if part else 0


def _earlier(pairs: list[Pair], year: int) -> tuple[tuple[int, int], ...]:
    before = sorted({row.year for row, _ in pairs if row.year < year})
    open_of = {each: _totals(p for p in pairs if p[0].year == each).open for each in before}
    return tuple((each, fen) for each, fen in open_of.items() if fen)


def _next(pairs: list[Pair], agreements: list[Any], today: date) -> Next | None:
    coming = [pair for pair in pairs if pair[1].state in COMING and pair[0].due_on]
    if not coming:
        return None
    row, first = min(coming, key=lambda pair: pair[0].due_on)
    days = max(0, (row.due_on - today).days)
    return Next(first, row.name or row.business, _form(row, agreements, today), days)


def _late(pairs: list[Pair], agreements: list[Any], today: date) -> Late | None:
    late = [pair for pair in pairs if pair[1].state in LATE]
    if not late:
        return None
    row, first = late[0]
    oldest = Next(first, row.name or row.business, _form(row, agreements, today), first.days)
    return Late(len(late), sum(each.rest for _, each in late), oldest)


def _form(row: Any, agreements: list[Any], today: date) -> str | None:
    """Return how the clause in force says that the money comes."""
    mine = [a for a in agreements if (a.number, a.clause) == (row.agreement, row.clause)]
    return in_force(mine, today).payment_form if mine else None


def in_force(rows: list[Any], today: date) -> Any:
    """Return the row of a clause that holds on a day: the last that has begun, else the first."""
    begun = [row for row in rows if row.in_force_from <= today]
    if begun:
        return max(begun, key=lambda row: row.in_force_from)
    return min(rows, key=lambda row: row.in_force_from)


def _waiting(home: Home, today: date) -> Waiting | None:
    said = latest(home.answers, "check")
    for row in reversed(home.checks):
        answered = row.id in said and said[row.id].answer != "none"
        if not answered and (today - row.day).days <= ASKING_DAYS:
            return Waiting(row.id, row.day)
    return None


def _businesses(pairs: list[Pair], agreements: list[Any]) -> Iterable[Business]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair[0].business, []).append(pair)
    for mine in found.values():
        rows, lines = zip(*mine, strict=True)
        open_lines, settled = _folded(lines)
        yield Business(
            name=rows[0].name or rows[0].business,
            phone=rows[0].phone,
            modes=tuple(dict.fromkeys(row.mode for row in rows if row.mode)),
            lines=open_lines,
            settled=settled,
            agreements=tuple(_terms(rows, agreements)),
            stated=all(row.kind in {"stated", "unmatched"} and not row.agreement for row in rows),
        )


def _folded(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Fold settled lines away where a business has many, but never all of them."""
    open_lines = tuple(each for each in lines if not each.is_settled)
    if len(lines) <= SHOWN or not open_lines:
        return lines[-SHOWN:], lines[:-SHOWN]
    return open_lines, tuple(each for each in lines if each.is_settled)


def _terms(rows: tuple[Any, ...], agreements: list[Any]) -> Iterable[Terms]:
    for number in dict.fromkeys(row.agreement for row in rows if row.agreement):
        ends = [each.ends_on for each in agreements if each.number == number]
        until = max(ends) if ends and None not in ends else None
        yield Terms(number, quote(number, safe=""), until)
