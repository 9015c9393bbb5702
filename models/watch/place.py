"""Where what is found lies: the code of a village where there is one, else of a larger place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Case, fn

from models.agreement import Agreement
from models.batch import Batch
from models.bulk import pairs, tuples
from models.business import Business
from models.household import Household, Share
from models.project import Project
from models.scope import COUNTY_DIGITS
from models.territory import OFFICES

if TYPE_CHECKING:
    from models.watch.extent import Brief

LEVELS = (12, 9, 6, 4)  # digits of a village, township, county, prefecture
Codes = dict[str, str]
Rosters = dict[str, dict[str, int]]


def shared(codes: Collection[str]) -> str:
    """Return the smallest place in which all these lie."""
    for level in LEVELS:
        heads = {code[:level] for code in codes}
        if len(heads) == 1 and len(head := heads.pop()) == level:
            return head
    return ""


def held(day: date) -> Any:
    """The condition of a row of 受益 that is held on a day."""
    joined = Share.joined_on.is_null() | (Share.joined_on <= day)
    return joined & (Share.left_on.is_null() | (Share.left_on >= day))


def rosters(day: date) -> Rosters:
    """Return how many households hold a share on a day, by agreement and village.

    A village of which nobody holds one any more is there with 0.
    """
    holding = fn.COUNT(Case(None, [(held(day), Share.household)]).distinct())
    query = (
        Share.select(Share.agreement, Household.village, holding)
        .join(Household, on=Household.id == Share.household)
        .group_by(Share.agreement, Household.village)
    )
    found: Rosters = defaultdict(dict)
    for agreement, village, households in tuples(query):
        found[agreement][village] = int(households)
    return found


def of_agreements(agreements: Iterable[Brief], rosters: Rosters) -> Codes:
    """Return where agreements lie: its office, project or roster, else its business.

    What a county imported lies in that county.
    """
    scopes, projects, villages = _scopes(), of_projects(), of_businesses()
    found = {}
    for each in agreements:
        office = (each.party_number if each.party in OFFICES else "") or ""
        roster = shared(rosters.get(each.number, ()))
        ways = (office, projects.get(each.project or "", ""), roster, villages.get(each.business))
        found[each.number] = _within(scopes.get(each.number, ""), ways)
    return found


def _within(scope: str, ways: Iterable[str | None]) -> str:
    """Return the first place that names a county and lies in the importer's, or that."""
    fits = (code for code in ways if code and len(code) >= COUNTY_DIGITS and code.startswith(scope))
    return next(fits, scope)


def _scopes() -> Codes:
    query = Agreement.select(Agreement.number, Batch.scope)
    return pairs(query.join(Batch, on=Batch.id == Agreement.batch).distinct())


def of_projects() -> Codes:
    """Return where projects lie: their village, or the county that imported them."""
    return _own(Project)


def of_businesses() -> Codes:
    """Return where businesses lie: their village, or the county that imported them."""
    return _own(Business)


def _own(table: Any) -> Codes:
    code = fn.COALESCE(table.village, Batch.scope, "")
    query = table.select(table.number, code).join(
        Batch, JOIN.LEFT_OUTER, on=Batch.id == table.batch
    )
    return pairs(query)


def through(own: Mapping[str, str], links: Iterable[tuple[str | None, str]]) -> Codes:
    """Return places by number; a number without one lies where what names it lies together."""
    naming: dict[str, set[str]] = defaultdict(set)
    for number, code in links:
        if number and code and not own.get(number):
            naming[number].add(code)
    return {**own, **{number: shared(codes) for number, codes in naming.items() if number in own}}
