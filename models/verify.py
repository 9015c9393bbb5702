"""Does the database still hold what it should? Its pages, its schema, every due and total."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from peewee import DatabaseError
from playhouse.schema_diff import diff_models

from models.agreement import Agreement
from models.bulk import chunks, columns, values, where_in
from models.database import database, is_sqlite
from models.due import Due
from models.erasure import erased_through
from models.finding import Survey
from models.household import Simple
from models.outcome import Outcome, pack, since
from models.payment import Plan
from models.rebuild import Row, outcomes, rows_of, stated_rows
from models.schema import TABLES, pending
from models.watch import total
from rules import line

NAMES = columns(Due)
AGREEMENT, HOUSEHOLD, WITHDRAWN, STALE = (
    NAMES.index(name) for name in ("agreement", "household", "withdrawn", "stale_on")
)


def verify(on: date) -> list[str]:
    """Return what is wrong, a sentence each; dues are looked at where all else is right."""
    try:
        wrong = [*_pages(), *_schema()]
        return wrong or [*_agreements(on), *_stated(), *_totals(on)]
    except DatabaseError as error:
        return [f"the database cannot be read: {error}"]


def _pages() -> list[str]:
    if not is_sqlite():
        return []
    found = [row[0] for row in database.obj.execute_sql("PRAGMA integrity_check").fetchall()]
    return [] if found == ["ok"] else [f"damaged: {each}" for each in found]


def _schema() -> list[str]:
    late = pending(database.obj)
    if late:
        return [f"the schema lacks {', '.join(late)}: run flask --app web database up"]
    found = diff_models(database.obj, TABLES)
    return [f"the schema is not ours: {line}" for line in str(found).splitlines()] if found else []


def _agreements(on: date) -> list[str]:
    """Compute every agreement anew; one that the calendar has since changed is left to `daily`."""
    numbers = set(values(Agreement.select(Agreement.number).distinct()))
    numbers |= set(values(Plan.select(Plan.number).where(Plan.agreement.is_null())))
    numbers |= set(values(Due.select(Due.agreement).where(Due.agreement != "").distinct()))
    wrong: list[str] = []
    for part in chunks(sorted(numbers)):
        stored, found = list(where_in(Due, "agreement", part)), outcomes(part, on)
        stale = {row[AGREEMENT] for row in stored if row[STALE] and row[STALE] <= on}
        different = {row[AGREEMENT] for row in set(rows_of(found)) ^ _live(stored)}
        wrong += [_wrong(number, "dues") for number in sorted(different - stale)]
        wrong += [_wrong(number, "findings") for number in _met(part, found, on)]
    return wrong


def _met(numbers: list[str], found: Mapping[str, line.Outcome], on: date) -> list[str]:
    """Return the agreements whose stored findings are others; what `daily` renews is left out."""
    erased = erased_through()
    stored = {row[0]: row for row in where_in(Outcome, "agreement", numbers)}
    return [
        number
        for number, (_, text, stale_on) in sorted(stored.items())
        if not (stale_on and stale_on <= on)
        and text != pack(since(found[number].findings if number in found else (), erased))
    ]


def _wrong(number: str, what: str) -> str:
    return f"agreement {number}: its stored {what} are not what they should be"


def _stated() -> list[str]:
    stated = values(Simple.select(Simple.household).distinct())
    kept = values(Due.select(Due.household).where(Due.agreement == "").distinct())
    wrong = set()
    for part in chunks(sorted({*stated, *kept})):
        stored = [row for row in where_in(Due, "household", part) if row[AGREEMENT] == ""]
        wrong |= {row[HOUSEHOLD] for row in set(stated_rows(part)) ^ _live(stored)}
    return [
        f"household {each}: its stated dues are not what they should be" for each in sorted(wrong)
    ]


def _totals(on: date) -> list[str]:
    """Count the totals of every county anew that was surveyed today and has not changed since."""
    surveyed = Survey.select(Survey.county).where(~Survey.stale & (Survey.day == on))
    return [
        f"county {code}: its stored totals are not what they should be"
        for code in sorted(values(surveyed))
        if set(total.stored(code)) != set(total.fresh(code, on))
    ]


def _live(rows: list[Row]) -> set[Row]:
    return {row for row in rows if not row[WITHDRAWN]}
