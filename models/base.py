"""An asset among all of its project: the base of returns, and the agreements that use it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models import parameter, territory
from models.bulk import tuples, values
from models.project import Asset, Lease, Project
from models.scope import COUNTY_DIGITS
from models.watch.deal import appraised, columns_of, named
from rules.watch import facts
from rules.watch.facts import Parameters


class Base(NamedTuple):
    """What the rules need of an asset's project; `place` is the code where the project lies."""

    asset: facts.Asset
    project: facts.Project | None
    assets: list[facts.Asset]
    place: str
    parameters: Parameters


def of_asset(number: str, on: date) -> Base | None:
    """Return an asset with all of its project as of a day, or None for an unknown one."""
    project = next(values(Asset.select(Asset.project).where(Asset.number == number)), None)
    if project is None:
        return None
    query = Asset.select(*columns_of(facts.Asset, Asset)).where(Asset.project == project)
    rows = tuples(query.order_by(Asset.number))
    every = [appraised(facts.Asset(*row), on) for row in rows]
    place = territory.places("project", [project]).get(project, "")
    return Base(
        next(each for each in every if each.number == number),
        named(facts.Project, Project, {project}).get(project),
        every,
        place,
        parameter.on(place[:COUNTY_DIGITS], on),
    )


def agreements_on(numbers: list[str]) -> dict[str, list[str]]:
    """Return the assets that each agreement uses, of these."""
    query = Lease.select(Lease.agreement, Lease.asset).where(Lease.asset.in_(numbers))
    found: dict[str, list[str]] = {}
    for agreement, asset in tuples(query.order_by(Lease.agreement, Lease.asset)):
        found.setdefault(agreement, []).append(asset)
    return found
