"""Villages with the businesses that agreements link them with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models.bulk import pairs, tuples, values
from models.business import Business
from models.household import Household
from models.place import Village
from models.watch.deal import columns_of
from models.watch.extent import Brief, Extent
from models.watch.found import Found
from rules.watch import facts
from rules.watch.village import Link, no_business


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about villages that the ledger knows."""
    linked = _linked(extent)
    conditions = pairs(Business.select(Business.number, Business.condition))
    for village in _villages(extent):
        own = [_link(*each, conditions) for each in sorted(linked[village.code].items())]
        parameters = extent.parameters(village.code)
        if (each := no_business(village, own, parameters, extent.day)) is not None:
            yield Found(each, village.code)


def _villages(extent: Extent) -> list[facts.Village]:
    """Return the villages of sheet 行政村, and those of which only the households are known."""
    query = Village.select(*columns_of(facts.Village, Village))
    found = {row[0]: facts.Village(*row) for row in tuples(query)}
    for code in values(Household.select(Household.village).distinct()):
        found.setdefault(code, facts.Village(code))
    return [village for code, village in sorted(found.items()) if extent.holds(code)]


def _linked(extent: Extent) -> dict[str, dict[str, list[Brief]]]:
    """Return the standing agreements of each village with each business."""
    found: dict[str, dict[str, list[Brief]]] = defaultdict(lambda: defaultdict(list))
    for brief in extent.agreements.values():
        if brief.stands(extent.day):
            for code in _reached(extent, brief):
                found[code][brief.business].append(brief)
    return found


def _reached(extent: Extent, brief: Brief) -> set[str]:
    """Return the villages whose collective or households an agreement links."""
    reached = {code for code, count in extent.rosters.get(brief.number, {}).items() if count}
    return reached | ({brief.party_number or ""} if brief.party == "village" else set())


def _link(business: str, own: list[Brief], conditions: dict[str, str | None]) -> Link:
    last = max(brief.last or date.max for brief in own)
    return Link(
        business,
        min(brief.first for brief in own),
        None if last == date.max else last,
        conditions.get(business),
    )
