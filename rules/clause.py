"""A clause 条款 through time: which row of its terms holds on a day, and the years it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rules import month
from rules.facts import Terms
from rules.month import DAY, Year


@dataclass(frozen=True, slots=True)
class Piece:
    """The days within a year in which one row of terms holds."""

    terms: Terms
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Clause:
    """The rows of one clause in order, its days, and the start that its months are counted from.

    Without an end, `last` is the last day of the year after `on`.
    """

    number: int
    start: date
    first: date
    last: date
    open_ended: bool
    year_kind: str
    rows: tuple[Terms, ...]

    def terms_on(self, day: date) -> Terms:
        """Return the row that holds on a day; before the first row the first one."""
        found = self.rows[0]
        for row in self.rows:
            if begin(row) <= day:
                found = row
        return found

    def pieces(self, first: date, last: date) -> list[Piece]:
        """Return the rows that hold within these days, each with its part of them."""
        begins = [begin(row) for row in self.rows]
        ends = [*(following - DAY for following in begins[1:]), self.last]
        spans = zip(self.rows, begins, ends, strict=True)
        found = (Piece(row, max(first, begun), min(last, end)) for row, begun, end in spans)
        return [piece for piece in found if piece.first <= piece.last]

    def months(self, first: date, last: date) -> Fraction:
        """Return the months of these days, counted from the agreement's start."""
        return month.months_between(self.start, first, last)

    def years(self) -> Iterator[Year]:
        """Return the years the clause runs in, none where it ends before it begins."""
        if self.first > self.last:
            return iter(())
        return month.years(self.start, self.year_kind, self.first, self.last)

    def year_of(self, day: date) -> Year:
        """Return the year that holds the day, also before and after the term."""
        return month.year_of(self.start, self.year_kind, day)

    def within(self, year: Year) -> tuple[date, date]:
        """Return the clause's first and last day in a year."""
        return max(self.first, year.first), min(self.last, year.last)


def begin(row: Terms) -> date:
    """Return the first day of a row: its 条款生效日期, never before its 开始日期."""
    return max(row.in_force_from, row.starts_on)


def clauses(terms: Sequence[Terms], on: date) -> list[Clause]:
    """Return the clauses of one agreement in order of their numbers, as they stand on `on`."""
    if not terms:
        return []
    start = min(row.starts_on for row in terms)
    rows: dict[int, list[Terms]] = {}
    for row in sorted(terms, key=order):
        rows.setdefault(row.clause, []).append(row)
    return [clause(number, start, rows[number], on) for number in sorted(rows)]


def clause(number: int, start: date, rows: list[Terms], on: date) -> Clause:
    """Return one clause; its end is that of its last row."""
    kind = rows[-1].year_kind
    end = month.effective_end(start, rows[-1].ends_on)
    last = month.year(start, kind, on.year + 1).last if end is None else end
    return Clause(number, start, begin(rows[0]), last, end is None, kind, tuple(rows))


def order(row: Terms) -> tuple[int, date, date, str]:
    """Return what sorts rows of terms, whatever order they came in."""
    return row.clause, begin(row), row.signed_on, repr(row)
