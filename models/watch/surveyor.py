"""Surveys: the stored findings and totals of a county brought up to date.

A survey reads without a lock and writes what has changed in one transaction, in which it sees
whether something was changed meanwhile; then nothing is written and it begins again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models import stale
from models.bulk import chunks, columns, upsert, values, where_in
from models.database import write
from models.finding import Finding, Survey
from models.outcome import waiting
from models.rebuild import refresh
from models.watch import tally, total
from models.watch.extent import Extent
from models.watch.found import Found
from models.watch.whole import fresh

TRIES = 3  # the last one holds the lock
NAMES = columns(Finding)
ID, SINCE = NAMES.index("id"), NAMES.index("since")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a survey saw: the rows to write, and every id that was found."""

    changed: list[Row] = field(default_factory=list)
    found: set[UUID] = field(default_factory=set)
    totals: list[Row] = field(default_factory=list)
    tallies: list[tally.Row] = field(default_factory=list)


def up_to_date(county: str, on: date) -> bool:
    """Survey a county if something has changed since its last survey; say whether it was."""
    due = stale.is_due(county, on)
    if due:
        survey(county, on)
    return due


def all_up_to_date(on: date, scope: str = "") -> int:
    """Survey the counties under a code that must be, and return how many there were."""
    return sum(up_to_date(county, on) for county in stale.counties(scope))


def survey(county: str, on: date) -> None:
    """Bring findings and totals of a county up to date as of today."""
    if waiting(on):
        with write():
            refresh(on)
    _note(county)
    for _ in range(TRIES - 1):
        turn = stale.turn(county)
        seen = _look(county, on)
        with write():
            if _finish(county, on, turn):
                _keep(county, on, seen)
                return
    with write():
        _finish(county, on, stale.turn(county))
        _keep(county, on, _look(county, on))


def _note(county: str) -> None:
    with write():
        Survey.insert(county=county).on_conflict_ignore().execute()


def _finish(county: str, on: date, turn: int) -> bool:
    """Mark the county as surveyed, unless something has changed since."""
    same = (Survey.county == county) & (Survey.turn == turn)
    done = Survey.update(stale=False, day=on).where(same)
    return bool(done.execute())


def _look(county: str, on: date) -> Seen:
    tallies = tally.fresh(Extent(county, on, stored=True))
    seen = Seen(totals=total.fresh(county, on), tallies=tallies)
    for part in chunks(fresh(county, on, stored=True)):
        _compare(seen, part, on)
    return seen


def _compare(seen: Seen, part: list[Found], on: date) -> None:
    found = {each.id: each for each in part}
    known = {row[ID]: row for row in where_in(Finding, "id", found)}
    for key, each in found.items():
        old = known.get(key)
        row = _row(key, each, each.since or (old[SINCE] if old else on))
        if row != old and key not in seen.found:
            seen.changed.append(row)
    seen.found.update(found)


def _row(key: UUID, found: Found, since: date) -> Row:
    each = found.finding
    kind, _, number = each.subject.partition(":")
    cells = {
        "id": key,
        "county": found.county,
        "place": found.place,
        "code": each.code,
        "article": each.article,
        "weight": each.weight,
        "actor": each.actor,
        "subject_kind": kind,
        "subject_number": number,
        "agreement": found.agreement,
        "business": found.business,
        "gap": each.gap,
        "params": json.dumps(dict(each.params), ensure_ascii=False),
        "since": since,
        "ended_on": None,
    }
    return tuple(cells[name] for name in NAMES)


def _keep(county: str, on: date, seen: Seen) -> None:
    upsert(Finding, seen.changed)
    for part in chunks(sorted(_gone(county, seen.found))):
        Finding.update(ended_on=on).where(Finding.id.in_(part)).execute()
    total.keep(county, seen.totals)
    tally.keep(county, seen.tallies)


def _gone(county: str, found: Iterable[UUID]) -> set[UUID]:
    """Return what is open and was not found."""
    own = (Finding.county == county) & Finding.ended_on.is_null()
    return set(values(Finding.select(Finding.id).where(own))) - set(found)
