"""Totals of a county: what each business owes the households of each village in each year.

The sums are those of `rules.state.totals`, done by the database over the stored dues.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from peewee import Case, fn

from models.answer import Answer
from models.bulk import columns, delete, key, tuples, upsert
from models.due import Due
from models.finding import Total
from models.scope import under

NAMES = columns(Total)
COUNTY = 6  # digits of a code
KEY = [NAMES.index(name) for name in key(Total)]
# Joined to nothing, the village's index is not used: by it each line would be fetched on its own.
PLACE = Due.village.concat("")
Row = tuple[Any, ...]


def fresh(county: str, day: date, year: int | None = None) -> list[Row]:
    """Return the totals under a code as of a day, in the order of the table's columns.

    With `year`, of that year alone, without the lines of what was overpaid after the day; what is
    laid on the others is as stored (`models.watch.back` lays it anew).
    """
    group = (Due.village, Due.year, Due.business)
    inside = under(PLACE, county) & _counts(day)
    if year is not None:
        inside &= (Due.year == year) & _was_paid(day)
    confirmed = _confirmed(inside, day)
    nothing = (0, 0)
    query = (
        Due.select(*group, fn.COUNT(Due.household.distinct()), fn.COUNT(Due.id), *_sums(day))
        .where(inside)
        .group_by(PLACE, Due.year, Due.business, Due.village)
    )
    found = []
    for cells in tuples(query):
        alone, assisted = confirmed.get(cells[:3], nothing)
        counts = map(int, cells[3:5])
        found.append((*cells[: len(group)], *counts, alone, *_whole(cells), assisted))
    return found


def _whole(cells: Row) -> Iterable[int]:
    return _numbers(cells[5:])


def _counts(day: date) -> Any:
    """A household's line that the ledger gives and that is there on the day."""
    there = Due.shown_from.is_null() | (Due.shown_from <= day)
    return (Due.party == "household") & ~Due.withdrawn & there


def _was_paid(day: date) -> Any:
    """What was paid beyond all dues is a line only from the day on which it was paid."""
    later = Due.completed_on.is_null(False) & (Due.completed_on > day)
    return (Due.kind != "unmatched") | ~later


def _sums(day: date) -> list[Any]:
    """The expressions of due, received, overdue, to_come, tolerated, unknown and agreed."""
    due, paid = Due.due, Due.paid
    received = Case(None, [(due.is_null(), 0), (paid < 0, 0), (paid > due, due)], paid)
    rest = due - received
    small = (paid > 0) & (due - paid < Due.unit)
    late = Due.due_on.is_null(False) & (Due.late_from < day)
    agreed = Due.reason == "agreed"
    return [
        fn.SUM(due),
        fn.SUM(received),
        fn.SUM(Case(None, [(due.is_null() | small, 0), (late, rest)], 0)),
        fn.SUM(Case(None, [(due.is_null() | small | late, 0)], rest)),
        fn.SUM(Case(None, [(due.is_null(), 0), (small, rest)], 0)),
        fn.SUM(Case(None, [(due.is_null() & ~agreed, 1)], 0)),
        fn.SUM(Case(None, [(due.is_null() & agreed, 1)], 0)),
    ]


def _last(day: date) -> Any:
    """The condition that an answer was the household's last word on a line on a day."""
    later = Answer.alias()
    newer = later.select().where(
        (later.household == Answer.household)
        & (later.due == Answer.due)
        & (later.turn > Answer.turn)
        & (later.day <= day)
    )
    return (Answer.day <= day) & ~fn.EXISTS(newer)


def _confirmed(inside: Any, day: date) -> dict[Row, tuple[int, int]]:
    """Return how many lines households confirmed alone, and how many with somebody's help.

    By village, year and business.
    """
    group = (Due.village, Due.year, Due.business)
    query = (
        Answer.select(*group, fn.COUNT(Due.id), fn.COUNT(Answer.assisted))
        .join(Due, on=(Due.household == Answer.household) & (Due.id == Answer.due))
        .where((Answer.answer == "confirmed") & _last(day) & inside)
        .group_by(PLACE, *group)
    )
    return {cells[:3]: (int(cells[3]) - int(cells[4]), int(cells[4])) for cells in tuples(query)}


def by_household(county: str, year: int, day: date) -> list[Row]:
    """Return each household's lines of a year: how many, and their sums as of a day, fen.

    Village, business, household, lines, due, received, overdue, to come; how many lines it
    confirmed itself, alone. For counting groups: no household leaves the models.
    """
    group = (Due.village, Due.business, Due.household)
    inside = under(PLACE, county) & _counts(day) & (Due.year == year)
    query = Due.select(*group, fn.COUNT(Due.id), *_sums(day)[:4]).where(inside).group_by(*group)
    alone: dict[Row, int] = {}
    said = (
        Answer.select(*group, fn.COUNT(Due.id))
        .join(Due, on=(Due.household == Answer.household) & (Due.id == Answer.due))
        .where((Answer.answer == "confirmed") & Answer.assisted.is_null() & _last(day))
        .where(inside)
        .group_by(*group)
    )
    for *who, number in tuples(said):
        alone[tuple(who)] = int(number)
    return [(*row[:3], *_numbers(row[3:]), alone.get(row[:3], 0)) for row in tuples(query)]


def _numbers(cells: Row) -> Iterable[int]:
    return (int(cell or 0) for cell in cells)


def stored(county: str) -> list[Row]:
    """Return the totals as the last survey left them."""
    return list(tuples(Total.select().where(under(Total.village, county))))


def keep(county: str, rows: list[Row]) -> None:
    """Make these the county's stored totals; what has not changed is not written."""
    old = {_key(row): row for row in stored(county)}
    upsert(Total, [row for row in rows if old.pop(_key(row), None) != row])
    delete(Total, list(old))


def _key(row: Row) -> Row:
    return tuple(row[place] for place in KEY)
