"""Lines that are past their day and not paid in full, as sums; never one for each household."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from peewee import Case, fn

from models.bulk import columns, tuples, values
from models.due import Due
from models.payment import Plan
from models.rebuild import Row
from models.scope import under
from rules.watch.payment import Group

NAMES = columns(Due)
Key = tuple[Any, ...]
KEY = ("agreement", "clause", "kind", "year", "village", "due_on", "late_from", "business", "party")


def stored(code: str, day: date, *, only_stated: bool = False) -> Iterator[Group]:
    """Yield the groups of households under a code, and of everybody else, from the stored dues."""
    place, agreement = Due.village.concat(""), Due.agreement.concat("")
    paid = Case(None, [(Due.paid < 0, 0)], Due.paid)
    group = [getattr(Due, name) for name in KEY]
    # Joined to nothing: by their indexes each line would be fetched on its own.
    query = (
        Due.select(*group, fn.COUNT(Due.household.distinct()), fn.SUM(Due.due), fn.SUM(paid))
        .where(_late(day) & _short() & ~Due.withdrawn)
        .where(under(place, code) | (Due.party != "household"))
        .group_by(agreement, *group, Due.paid > 0)
    )
    if only_stated:
        query = query.where(Due.agreement == "")
    plans = lone_plans()
    for *key, households, due, given in tuples(query):
        yield _group(tuple(key), (int(households), int(due), int(given)), plans)


def _late(day: date) -> Any:
    there = Due.shown_from.is_null() | (Due.shown_from <= day)
    known = (Due.party != "unassigned") & Due.due_on.is_null(False) & (Due.due > 0)
    return known & (Due.late_from < day) & there


def _short() -> Any:
    """A difference below one 计发单位 is paid, as `rules.state` has it."""
    return (Due.paid < Due.due) & ~((Due.paid > 0) & (Due.due - Due.paid < Due.unit))


def late_lines(agreements: list[str], day: date) -> dict[str, int]:
    """Return how many lines of these agreements are past their grace, paid or not."""
    query = (
        Due.select(Due.agreement, fn.COUNT(Due.id))
        .where(Due.agreement.in_(agreements) & _late(day) & ~Due.withdrawn)
        .group_by(Due.agreement)
    )
    return {number: int(count) for number, count in tuples(query)}


def lone_plans() -> frozenset[str]:
    """Return the plans that belong to no agreement."""
    return frozenset(values(Plan.select(Plan.number).where(Plan.agreement.is_null())))


def _group(key: Key, sums: tuple[int, int, int], plans: frozenset[str]) -> Group:
    named: dict[str, Any] = dict(zip(KEY, key, strict=True))
    if named["agreement"]:
        named["business"] = ""
    payee, plan = named.pop("party"), named["agreement"] in plans
    households, due, paid = sums
    return Group(**named, households=households, due=due, paid=paid, payee=payee, plan=plan)


def counted(rows: Iterable[Row], day: date, plans: frozenset[str]) -> Iterator[Group]:
    """Yield the groups of lines that were computed anew: whole agreements at a time."""
    sums: dict[tuple[Key, bool], list[int]] = defaultdict(lambda: [0, 0])
    members: dict[tuple[Key, bool], set[Any]] = defaultdict(set)
    for row in map(_named, rows):
        if is_late(row, day) and not _paid(row):
            place = tuple(row[name] for name in KEY), row["paid"] > 0
            members[place].add(row["household"])
            sums[place][0] += row["due"]
            sums[place][1] += max(0, row["paid"])
    for place, (due, paid) in sums.items():
        yield _group(place[0], (len(members[place]), due, paid), plans)


def _named(row: Row) -> dict[str, Any]:
    return dict(zip(NAMES, row, strict=True))


def is_late(row: dict[str, Any], day: date) -> bool:
    """Say whether somebody's line with a figure is past its grace."""
    known = row["party"] != "unassigned" and row["due_on"] is not None and bool(row["due"])
    there = row["shown_from"] is None or row["shown_from"] <= day
    return known and there and row["late_from"] < day


def _paid(row: dict[str, Any]) -> bool:
    return row["paid"] >= row["due"] or (row["paid"] > 0 and row["due"] - row["paid"] < row["unit"])


def late_of(rows: Iterable[Row], day: date) -> dict[str, int]:
    """Return how many of these lines are past their grace, by agreement."""
    found: dict[str, int] = defaultdict(int)
    for row in map(_named, rows):
        found[row["agreement"]] += is_late(row, day)
    return found
