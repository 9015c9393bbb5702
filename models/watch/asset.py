"""Assets with all others of their project, a chunk of projects at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from models.bulk import chunks, tuples
from models.project import Asset, Project
from models.watch.deal import appraised, columns_of, named
from models.watch.extent import Extent
from models.watch.found import Found
from models.watch.project import Projects
from rules.watch import asset as rules
from rules.watch import facts


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about assets that are in use on the day."""
    places = Projects(extent).places
    for numbers in chunks(sorted(n for n, code in places.items() if extent.holds(code))):
        projects = named(facts.Project, Project, numbers)
        for number, beside in groupby(_assets(extent, numbers), key=attrgetter("project")):
            together = list(beside)
            parameters = extent.parameters(places[number])
            for asset in together:
                project = projects.get(number)
                for each in rules.findings(asset, parameters, extent.day, project, together):
                    yield Found(each, places[number], since=asset.in_use_from)


def _assets(extent: Extent, projects: list[str]) -> Iterator[facts.Asset]:
    query = (
        Asset.select(*columns_of(facts.Asset, Asset))
        .where(Asset.project.in_(projects) & (Asset.in_use_from <= extent.day))
        .order_by(Asset.project, Asset.number)
    )
    return (appraised(facts.Asset(*row), extent.day) for row in tuples(query))
