"""A household's home: what comes next, how its year stands, and who owes it what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.home import Home
from rules import state
from web.pages.line import (
    COMING,
    LATE,
    Line,
    Standing,
    address,
    latest,
    line,
    order,
    rest,
    standing,
)

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
    answered: str  # the dispute that waits for the household's word
    businesses: tuple[Business, ...]

    @property
    def first(self) -> Next | None:
        """Return the payment that stands on top: the next, or the oldest that is late."""
        return self.next or (self.late.first if self.late else None)


def build(home: Home, year: int, today: date) -> Show:
    """Return the home of a household in `year`; what comes next stands on this year's page only."""
    said = latest(home.answers, "due")
    rows = sorted(home.lines, key=order)
    found = [standing(row, today) for row in rows if row.year == year or is_open(row)]
    shown = [each for each in found if each.row.year == year]
    now = year == today.year
    household = home.household
    return Show(
        head=household.head,
        place=household.place,
        phone=household.phone,
        year=year,
        years=tuple(sorted({row.year for row in rows} | {year})) if rows else (),
        next=_next(found, home.agreements, today) if now else None,
        late=_late(found, home.agreements, today) if now else None,
        sums=_sums(shown),
        earlier=_earlier(found, year),
        waiting=_waiting(home, today) if now else None,
        answered=str(UUID(str(household.answered))) if household.answered else "",
        businesses=tuple(_businesses(shown, said, home.agreements)),
    )


def is_open(row: Any) -> bool:
    """Say whether something is still to be paid of a row, whatever the day."""
    return row.due is not None and row.paid < row.due


def _sums(shown: Iterable[Standing]) -> Sums:
    total = state.totals((row.due, row.paid, at, row.saved) for row, at, _ in shown)
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


def _earlier(found: Iterable[Standing], year: int) -> tuple[tuple[int, int], ...]:
    open_of: dict[int, int] = {}
    for row, at, _ in found:
        if row.year < year:
            open_of[row.year] = open_of.get(row.year, 0) + rest(row, at)
    return tuple(sorted((each, fen) for each, fen in open_of.items() if fen))


def _next(found: Iterable[Standing], agreements: list[Any], today: date) -> Next | None:
    coming = [each for each in found if each.state in COMING]
    if not coming:
        return None
    first = min(coming, key=lambda each: each.row.due_on)
    return _payment(first, agreements, today, max(0, (first.row.due_on - today).days))


def _late(found: Iterable[Standing], agreements: list[Any], today: date) -> Late | None:
    late = [each for each in found if each.state in LATE]
    if not late:
        return None
    oldest = _payment(late[0], agreements, today, late[0].days)
    return Late(len(late), sum(rest(row, at) for row, at, _ in late), oldest)


def _payment(found: Standing, agreements: list[Any], today: date, days: int) -> Next:
    row = found.row
    return Next(line(found, {}), row.name or row.business, _form(row, agreements, today), days)


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


def _businesses(
    shown: Iterable[Standing], said: Mapping[UUID, Any], agreements: list[Any]
) -> Iterable[Business]:
    found: dict[str, list[Standing]] = {}
    for each in shown:
        found.setdefault(each.row.business, []).append(each)
    for mine in found.values():
        rows = [each.row for each in mine]
        open_lines, settled = _folded([line(each, said) for each in mine])
        yield Business(
            name=rows[0].name or rows[0].business,
            phone=rows[0].phone,
            modes=tuple(dict.fromkeys(row.mode for row in rows if row.mode)),
            lines=tuple(open_lines),
            settled=tuple(settled),
            agreements=tuple(_terms(rows, agreements)),
            stated=any(row.kind == "stated" for row in rows),
        )


def _folded(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Fold settled lines away where a business has many, but never all of them."""
    open_lines = [each for each in lines if not each.is_settled]
    if len(lines) <= SHOWN or not open_lines:
        return lines[-SHOWN:], lines[:-SHOWN]
    return open_lines, [each for each in lines if each.is_settled]


def _terms(rows: list[Any], agreements: list[Any]) -> Iterable[Terms]:
    for number in dict.fromkeys(row.agreement for row in rows if row.agreement):
        ends = [each.ends_on for each in agreements if each.number == number]
        until = max(ends) if ends and None not in ends else None
        yield Terms(number, address(number), until)
