"""Totals of a county: what each business owes the households of each village in each year.

The sums are those of `rules.state.totals`, done by the database over the stored dues.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import and_
from typing import Any

from peewee import JOIN, Case, fn

from models.answer import Answer
from models.bulk import columns, delete, key, tuples, upsert
from models.due import Due
from models.finding import Total
from models.scope import under

NAMES = columns(Total)
GROUP = ("village", "year", "business")
SUMS = ("due", "received", "overdue", "to_come", "tolerated", "unknown", "agreed")
KEY = [NAMES.index(name) for name in key(Total)]
# Joined to nothing, the village's index is not used: by it each line would be fetched on its own.
PLACE = Due.village.concat("")
Row = tuple[Any, ...]


def fresh(county: str, day: date, year: int | None = None) -> list[Row]:
    """Return the totals under a code as of a day, in the order of the table's columns.

    With `year`, of that year alone, without the lines of what was overpaid after the day; what is
    laid on the others is as stored (`models.watch.back` lays it anew).
    """
    inside = under(PLACE, county) & _counts(day)
    if year is not None:
        inside &= (Due.year == year) & _was_paid(day)
    own, said = _by_household(inside, day), _confirmed(inside, day)
    group = [own.c[name] for name in GROUP]
    same = [own.c[name] == said.c[name] for name in (*GROUP, "household")]
    chosen = _chosen(own.c, said.c)
    query = (
        own.select_from(*group, *(chosen[name] for name in NAMES[len(GROUP) :]))
        .join(said, JOIN.LEFT_OUTER, on=reduce(and_, same))
        .group_by(*group)
    )
    return [(*row[: len(GROUP)], *map(int, row[len(GROUP) :])) for row in tuples(query)]


def _chosen(own: Any, said: Any) -> dict[str, Any]:
    """The columns of a total, by name, from each household's lines and what it confirmed."""
    alone, assisted = (fn.COALESCE(each, 0) for each in (said.alone, said.assisted))
    groups = {
        "stated": own.due > 0,
        "settled": own.received > 0,
        "late": own.overdue > 0,
        "waiting": own.to_come > 0,
        "agreeing": alone > 0,
        "silent": alone < own.lines,
    }
    return {
        "households": fn.COUNT(own.household),
        "lines": fn.SUM(own.lines),
        "confirmed": fn.SUM(alone),
        **{name: fn.COALESCE(fn.SUM(getattr(own, name)), 0) for name in SUMS},
        "assisted": fn.SUM(assisted),
        **{name: fn.SUM(Case(None, [(held, 1)], 0)) for name, held in groups.items()},
    }


def _by_household(inside: Any, day: date) -> Any:
    """Each household's lines of a business and year: how many, and their sums."""
    sums = (sum_.alias(name) for name, sum_ in zip(SUMS, _sums(day), strict=True))
    chosen = (*_group(), Due.household, fn.COUNT(Due.id).alias("lines"), *sums)
    return Due.select(*chosen).where(inside).group_by(PLACE, *_group(), Due.household).alias("own")


def _group() -> tuple[Any, ...]:
    return tuple(getattr(Due, name) for name in GROUP)


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


def _confirmed(inside: Any, day: date) -> Any:
    """How many lines each household confirmed alone, and how many with somebody's help."""
    helped = fn.COUNT(Answer.assisted)
    alone = (fn.COUNT(Due.id) - helped).alias("alone")
    return (
        Answer.select(*_group(), Due.household, alone, helped.alias("assisted"))
        .join(Due, on=(Due.household == Answer.household) & (Due.id == Answer.due))
        .where((Answer.answer == "confirmed") & _last(day) & inside)
        .group_by(PLACE, *_group(), Due.household)
        .alias("said")
    )


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
