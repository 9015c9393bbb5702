"""Tallies of a county: counts by place that need every household, line, agreement or asset.

Households are counted where they live, agreements, assets and projects where they lie. What the
findings themselves say (households without a measure, villages without a business …) is not counted
again: a page takes it from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from peewee import Case, fn

from models.agreement import Agreement, Result
from models.answer import Answer
from models.bulk import columns, delete, tuples, upsert, values
from models.business import Business
from models.due import Due
from models.household import Household, Share, Simple
from models.place import Village
from models.project import Asset
from models.scope import under
from models.tally import ALWAYS, Tally
from models.watch import industry, place
from models.watch.extent import Brief, Extent
from rules.watch.household import RUNNING

Row = tuple[str, int, str, int]
ORDER = ("place", "year", "name", "value")
PRIORITY = ("lifted", "watched")
WITH_FLOOR = ("debt", "equity", "lease")
UNDER_FLOOR = ("linkage_fund", "collective", "quantified_aid")


def fresh(extent: Extent) -> list[Row]:
    """Return the tallies of the places that are looked at, as of the day."""
    found: Counter[tuple[str, int, str]] = Counter()
    for code, year, name, value in (
        *_households(extent),
        *_villages(extent),
        *_lines(extent),
        *_confirmed(extent),
        *_agreements(extent),
        *_projects(extent),
        *industry.tallies(extent),
    ):
        found[code, year, name] += int(value or 0)
    return sorted((*key, value) for key, value in found.items())


def stored(code: str) -> list[Row]:
    """Return the tallies under a code as they are stored."""
    chosen = [getattr(Tally, name) for name in ORDER]
    query = Tally.select(*chosen).where(under(Tally.place, code))
    return sorted(tuples(query))  # type: ignore[arg-type]


def keep(code: str, rows: Iterable[Row]) -> None:
    """Store the tallies under a code in place of those that it had."""
    old = {row[:3]: row for row in stored(code)}
    names = columns(Tally)
    new = [row for row in rows if old.pop(row[:3], None) != row]
    upsert(Tally, [[row[ORDER.index(name)] for name in names] for row in new])
    delete(Tally, list(old))


def _each(rows: Iterable[Any], *names: str) -> Iterator[Row]:
    """Yield the columns of rows that begin with a place as one tally each, of no year."""
    for code, *cells in rows:
        for name, value in zip(names, cells, strict=True):
            yield code, ALWAYS, name, value


def _households(extent: Extent) -> Iterator[Row]:
    day = extent.day
    standing = Agreement.select(Agreement.number).where(
        (Agreement.starts_on <= day) & (Agreement.ends_on.is_null() | (Agreement.ends_on >= day))
    )
    held = Share.select(Share.household).where(place.held(day) & Share.agreement.in_(standing))
    stated = Simple.select(Simple.household).where(Simple.year == day.year)
    linked = Household.id.in_(held) | Household.id.in_(stated)
    quantified = held.where(Share.amount.is_null(False) | Share.shares.is_null(False))
    lifted = Household.category == "lifted"
    labourless = lifted & Household.low_income & (Household.workers == 0)
    chosen = {
        "eligible": lifted & Household.eligible,
        "linked": linked,
        "linked_priority": linked & Household.category.in_(PRIORITY),
        "labourless": labourless,
        "labourless_with_share": labourless & Household.id.in_(quantified),
    }
    sums = [fn.SUM(Case(None, [(condition, 1)], 0)) for condition in chosen.values()]
    query = Household.select(Household.village, *sums)
    inside = under(Household.village, extent.code)
    return _each(tuples(query.where(inside).group_by(Household.village)), *chosen)


def _villages(extent: Extent) -> Iterator[Row]:
    qualified = under(Village.code, extent.code) & Village.qualified
    return _each(
        ((code, 1) for code in values(Village.select(Village.code).where(qualified))), "villages"
    )


def _lines(extent: Extent) -> Iterator[Row]:
    """Lines whose day has passed, and those of them that were paid in full by it."""
    paid = (Due.paid > 0) & (Due.due - Due.paid < Due.unit)
    passed = Due.due_on.is_null(False) & (paid | (Due.late_from < extent.day))
    in_time = paid & (Due.completed_on.is_null() | (Due.completed_on <= Due.late_from))
    chosen = {"lines": passed, "lines_in_time": passed & in_time, "lines_paid": paid}
    sums = [fn.SUM(Case(None, [(condition, 1)], 0)) for condition in chosen.values()]
    query = Due.select(Due.village, Due.year, *sums).where(_counts(extent) & (Due.due > 0))
    for code, year, *cells in tuples(query.group_by(Due.village, Due.year)):
        for name, value in zip(chosen, cells, strict=True):
            yield code, year, name, value


def _confirmed(extent: Extent) -> Iterator[Row]:
    """Lines that were paid in full and that the household itself confirmed, alone."""
    later = Answer.alias()
    newer = later.select().where(
        (later.household == Answer.household)
        & (later.due == Answer.due)
        & (later.turn > Answer.turn)
    )
    paid = (Due.paid > 0) & (Due.due > 0) & (Due.due - Due.paid < Due.unit)
    alone = (Answer.answer == "confirmed") & Answer.assisted.is_null()
    said = alone & (Answer.day <= extent.day) & ~fn.EXISTS(newer)
    query = (
        Answer.select(Due.village, Due.year, fn.COUNT(Due.id))
        .join(Due, on=(Due.household == Answer.household) & (Due.id == Answer.due))
        .where(said & paid & _counts(extent))
        .group_by(Due.village, Due.year)
    )
    return ((code, year, "lines_confirmed", value) for code, year, value in tuples(query))


def _counts(extent: Extent) -> Any:
    inside = under(Due.village, extent.code)
    return (Due.party == "household") & ~Due.withdrawn & inside


def _agreements(extent: Extent) -> Iterator[Row]:
    """Agreements that a floor is for, those that began years ago, and those still running."""
    own = {number: extent.agreements[number] for number in extent.own}
    floors = Agreement.stake.in_(WITH_FLOOR) & Agreement.source.in_(UNDER_FLOOR)
    judged = set(values(Agreement.select(Agreement.number).where(floors).distinct()))
    conditions = dict(tuples(Business.select(Business.number, Business.condition)))
    for number, each in own.items():
        code = extent.places[number]
        stands = each.stands(extent.day)
        yield code, ALWAYS, "agreements", number in judged and stands
        if _is_old(each, extent, code):
            runs = stands and conditions.get(each.business) in RUNNING
            yield code, ALWAYS, "old_agreements", 1
            yield code, ALWAYS, "old_agreements_running", runs and _is_held(each, extent)


def _is_old(each: Brief, extent: Extent, code: str) -> bool:
    years = extent.parameters(code).stable_years or 1
    return each.first <= _years_before(extent.day, years)


def _years_before(day: date, years: int) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)


def _is_held(each: Brief, extent: Extent) -> bool:
    """Say whether a household is still on its roster; of a collective's, it is the collective."""
    return each.party != "household" or any(extent.rosters.get(each.number, {}).values())


def _projects(extent: Extent) -> Iterator[Row]:
    """Assets that are not gone, those in use, and projects of which a result is on record."""
    places = {number: code for number, code in place.of_projects().items() if extent.holds(code)}
    for project, state in tuples(Asset.select(Asset.project, Asset.state)):
        if project in places and state != "disposed":
            yield places[project], ALWAYS, "assets", 1
            yield places[project], ALWAYS, "assets_in_use", state in {None, "normal"}
    told = set(values(Result.select(Result.agreement).where(Result.net.is_null(False)).distinct()))
    known = {each.project or "" for number, each in extent.agreements.items() if number in told}
    for project in sorted(each for each in known if each in places):
        yield places[project], ALWAYS, "projects", 1
