"""Businesses with what hangs on them, a chunk at a time; workshops among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from peewee import fn

from models.agreement import Agreement
from models.bulk import chunks, tuples
from models.business import Business
from models.household import Household, Share
from models.project import Project
from models.scope import COUNTY_DIGITS
from models.watch import place
from models.watch.deal import columns_of
from models.watch.extent import Extent
from models.watch.found import Found
from models.watch.measure import standing
from models.watch.place import held
from rules.watch import business as rules
from rules.watch import facts, workshop
from rules.watch.business import Linked

Year = tuple[str, int]  # a county and a year


@dataclass(frozen=True)
class Businesses:
    """The businesses of an extent, and what all of them share."""

    extent: Extent

    @cached_property
    def places(self) -> dict[str, str]:
        """Where businesses lie: their own village, or where their agreements do."""
        extent = self.extent
        links = ((each.business, extent.places[each.number]) for each in extent.agreements.values())
        return place.through(place.of_businesses(), links)

    @cached_property
    def agreements(self) -> dict[str, int]:
        """How many agreements of each business stand."""
        found: dict[str, int] = defaultdict(int)
        for each in self.extent.agreements.values():
            found[each.business] += each.stands(self.extent.day)
        return found

    @cached_property
    def proposed(self) -> dict[str, tuple[int, dict[str, int]]]:
        """By county: the last year with projects under review, and who is to implement how many."""
        query = Project.select(Project.number, Project.year, Project.implementer)
        codes = place.of_projects()
        found: dict[str, tuple[int, dict[str, int]]] = {}
        for number, year, implementer in tuples(query.where(Project.review == "pending")):
            county = codes.get(number, "")[:COUNTY_DIGITS]
            last, counts = found.get(county, (0, {}))
            if year > last:
                last, counts = found[county] = year, {}
            if year == last:
                counts[implementer] = counts.get(implementer, 0) + 1
        return found

    def linked(self, business: facts.Business, households: int) -> Linked:
        """Return a business with what hangs on it."""
        county = self.places[business.number][:COUNTY_DIGITS]
        _, counts = self.proposed.get(county, (0, {}))
        own = counts.get(business.name, 0)
        agreements = self.agreements[business.number]
        return Linked(business, agreements, households, own, sum(counts.values()) - own)


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about businesses and workshops."""
    all_ = Businesses(extent)
    own = sorted(number for number, code in all_.places.items() if extent.holds(code))
    for numbers in chunks(own):
        query = Business.select(*columns_of(facts.Business, Business))
        query = query.where(Business.number.in_(numbers)).order_by(Business.number)
        households = _households(extent, numbers)
        for business in (facts.Business(*row) for row in tuples(query)):
            linked = all_.linked(business, households.get(business.number, 0))
            for each in (*rules.findings(linked), *workshop.findings(business)):
                code = all_.places[business.number]
                yield Found(each, code, business=business.number)


def _households(extent: Extent, numbers: list[str]) -> dict[str, int]:
    """Return how many households are on the rosters of standing agreements, by business."""
    owner = Agreement.select(Agreement.number, Agreement.business).distinct()
    stands = Agreement.number.in_(standing(extent.day))
    owner = owner.where(Agreement.business.in_(numbers) & stands).alias("owner")
    query = (
        Share.select(owner.c.business, fn.COUNT(Share.household.distinct()))
        .join(owner, on=owner.c.number == Share.agreement)
        .join_from(Share, Household, on=Household.id == Share.household)
        .where(held(extent.day))
        .group_by(owner.c.business)
    )
    return {number: int(count) for number, count in tuples(query)}
