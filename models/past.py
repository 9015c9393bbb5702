"""Findings as of any day: computed anew from the facts and parameters dated up to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from models import stale, watch
from models.database import database
from models.finding import OF_INCOME, Count, Search, Sum
from models.scope import COUNTY_DIGITS
from rules.finding import WEIGHTS

KEPT = 2  # lists: the last ones asked for, so that sorting and paging compute nothing


class Row(NamedTuple):
    """What was found, with the names of a stored finding."""

    id: UUID
    county: str
    place: str
    code: str
    article: str
    weight: str
    actor: str
    subject_kind: str
    subject_number: str
    agreement: str
    business: str
    gap: int | None
    params: str
    since: date
    ended_on: date | None = None


def every(scope: str, on: date) -> tuple[Row, ...]:
    """Return all findings under a code as of a day."""
    return _every(scope, on, stale.turn(scope[:COUNTY_DIGITS]), id(database.obj))


@lru_cache(KEPT)
def _every(scope: str, on: date, _turn: int, _database: int) -> tuple[Row, ...]:
    """The last two say when a list that was kept no longer holds."""
    return tuple(_row(each, on) for each in watch.fresh(scope, on))


def _row(found: watch.Found, on: date) -> Row:
    each = found.finding
    kind, _, number = each.subject.partition(":")
    return Row(
        *(found.id, found.county, found.place, each.code, each.article, each.weight, each.actor),
        *(kind, number, found.agreement, found.business, each.gap),
        json.dumps(dict(each.params), ensure_ascii=False),
        found.since or on,
    )


ORDERS: dict[str, Callable[[Row], Any]] = {
    "weight": lambda row: WEIGHTS.index(row.weight),
    "code": lambda row: row.code,
    "place": lambda row: row.place,
    "article": lambda row: row.article,
    "gap": lambda row: -1 if row.gap is None else row.gap,
    "since": lambda row: row.since,
}


def rows(search: Search, sort: str, on: date) -> list[Row]:
    """Return the findings of a day that are searched for, sorted as `models.finding.rows` does."""
    found = [row for row in every(search.scope, on) if fits(search, row)]
    found.sort(
        key=lambda row: (WEIGHTS.index(row.weight), row.since, row.code, row.params, row.id.hex)
    )
    found.sort(key=ORDERS[sort.lstrip("-")], reverse=sort.startswith("-"))
    return found


def fits(search: Search, row: Any) -> bool:
    """Say whether a finding is searched for; `models.finding.Search.where` asks the same."""
    kind, _, number = search.subject.partition(":")
    gap = row.gap
    return (
        row.place.startswith(search.place or search.scope)
        and all(
            getattr(search, name) in {"", getattr(row, name)}
            for name in ("code", "weight", "business", "agreement")
        )
        and (not search.subject or (row.subject_kind, row.subject_number) == (kind, number))
        and (not search.article or _is_in(row.article, search.article))
        and (search.since is None or row.since <= search.since)
        and (search.least is None or (gap is not None and gap >= search.least))
        and (search.most is None or (gap is not None and gap <= search.most))
    )


def _is_in(article: str, wanted: str) -> bool:
    return article == wanted or article.startswith(f"{wanted}(")


def total(found: Iterable[Row]) -> Sum:
    """Return how many findings these are, and what is missing in all."""
    gaps = [row.gap for row in found]
    known = [gap for gap in gaps if gap is not None]
    return Sum(len(gaps), len(known), sum(known))


def counts(scope: str, on: date) -> list[Count]:
    """Return how many findings there are of a day, as `models.finding.counts` does of now."""
    gaps: dict[tuple[str, str, str, str, str], list[int]] = defaultdict(list)
    unseen = OF_INCOME if len(scope) > COUNTY_DIGITS else ()
    for row in every(scope[:COUNTY_DIGITS], on):
        if row.place.startswith(scope) and row.code not in unseen:
            same = (row.county, row.code, row.article, row.weight, row.subject_kind)
            gaps[same].append(row.gap or 0)
    return [Count(*same, len(found), sum(found)) for same, found in sorted(gaps.items())]


def found_in(found: Iterable[Row], column: str) -> list[Any]:
    """Return the values that these findings have in a column."""
    return sorted({getattr(row, column) for row in found} - {""})
