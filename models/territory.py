"""Which county a row of the ledger belongs to: the administrative code it lies in, or "".

What has no place of its own belongs to whoever imported it last; what the command line imported
without a place belongs to nobody in particular, and only the command line changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from models.agreement import Agreement
from models.batch import Batch
from models.bulk import chunks, pairs, tuples, values
from models.business import Business
from models.household import Household, Share
from models.payment import Plan
from models.place import Place
from models.project import Asset, Project

OFFICES = ("village", "township", "county")
Places = dict[str, str]


def places(concept: str, numbers: Iterable[str]) -> Places:
    """Return the code in which each number lies; one that does not exist is left out."""
    found: Places = {}
    for part in chunks(set(numbers)):
        found.update(PLACES[concept](part))
    return found


def imported_by(batches: Collection[UUID]) -> Mapping[UUID, str]:
    """Return the scope of each import."""
    found: dict[UUID, str] = {}
    for part in chunks(set(batches)):
        found.update(pairs(Batch.select(Batch.id, Batch.scope).where(Batch.id.in_(part))))
    return found


def _own(table: Any) -> Callable[[list[str]], Places]:
    """Return the query of a table that names its village."""

    def find(numbers: list[str]) -> Places:
        query = (
            table.select(table.number, fn.COALESCE(table.village, Batch.scope, ""))
            .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == table.batch)
            .where(table.number.in_(numbers))
        )
        return pairs(query)

    return find


def _assets(numbers: list[str]) -> Places:
    rows = pairs(Asset.select(Asset.number, Asset.project).where(Asset.number.in_(numbers)))
    owners = places("project", rows.values())
    return {number: owners.get(project, "") for number, project in rows.items()}


def _agreements(numbers: list[str]) -> Places:
    """Whoever imported it, else its project, its party's office, its roster, its business."""
    query = (
        Agreement.select(
            *(Agreement.number, Batch.scope, Project.village),
            *(Agreement.party, Agreement.party_number, Business.village),
        )
        .join(Batch, JOIN.LEFT_OUTER, on=Batch.id == Agreement.batch)
        .join(Project, JOIN.LEFT_OUTER, on=Project.number == Agreement.project)
        .join(Business, JOIN.LEFT_OUTER, on=Business.number == Agreement.business)
        .where(Agreement.number.in_(numbers))
        .order_by(Agreement.clause, Agreement.in_force_from)
    )
    rosters = _rosters(numbers)
    found: Places = {}
    for number, scope, project, party, receiver, business in tuples(query):
        office = receiver if party in OFFICES else ""
        place = scope or project or office or rosters.get(number) or business or ""
        found[number] = found.get(number) or place
    return found


def _rosters(numbers: list[str]) -> Places:
    query = (
        Share.select(Share.agreement, fn.MIN(Household.village))
        .join(Household, on=Household.id == Share.household)
        .where(Share.agreement.in_(numbers))
        .group_by(Share.agreement)
    )
    return pairs(query)


def _offices(codes: list[str]) -> Places:
    return {code: code for code in values(Place.select(Place.code).where(Place.code.in_(codes)))}


PLACES: Mapping[str, Callable[[list[str]], Places]] = {
    "project": _own(Project),
    "asset": _assets,
    "business": _own(Business),
    "agreement": _agreements,
    "household": _own(Household),
    "plan": _own(Plan),
    "place": _offices,
}
