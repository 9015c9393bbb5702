"""Which counties must be surveyed again, because something of theirs has changed."""

from __future__ import annotations

from datetime import date

from models.bulk import values
from models.finding import Survey
from models.place import Place
from models.scope import COUNTY_DIGITS, under


def mark(code: str) -> None:
    """Note that something has changed in the county of a place, or in all counties under a code.

    Call it inside the transaction that makes the change. It counts every change, so that a survey
    which began before it is not taken for the last word.
    """
    rows = [{"county": county, "stale": True, "turn": 1} for county in counties(code)]
    if rows:
        Survey.insert_many(rows).on_conflict(
            conflict_target=[Survey.county],
            update={Survey.stale: True, Survey.turn: Survey.turn + 1},
        ).execute()


def counties(code: str) -> list[str]:
    """Return the county in which a place lies, or the counties under a prefecture or nothing."""
    if len(code) >= COUNTY_DIGITS:
        return [code[:COUNTY_DIGITS]]
    counties = (Place.level == "county") & under(Place.code, code)
    return sorted(values(Place.select(Place.code).where(counties)))


def is_due(county: str, on: date) -> bool:
    """Say whether a county must be surveyed before its stored findings hold on a day."""
    fits = (Survey.county == county) & ~Survey.stale & (Survey.day == on)
    return not Survey.select().where(fits).exists()


def turn(county: str) -> int:
    """Return how many changes of a county were counted."""
    query = Survey.select(Survey.turn).where(Survey.county == county)
    return next(values(query), 0)
