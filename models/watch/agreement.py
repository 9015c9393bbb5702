"""What is found about agreements, each with everything beside it."""

from __future__ import annotations

from collections.abc import Iterator

from models.watch.deal import deals
from models.watch.extent import Extent
from models.watch.found import Found, dated
from rules.watch import agreement as rules
from rules.watch import chain


def findings(extent: Extent) -> Iterator[Found]:
    """Yield the findings about agreements and their links in a chain, by number."""
    for chunk in deals(extent):
        for deal in chunk.deals:
            brief, code = extent.agreements[deal.number], extent.places[deal.number]
            found = rules.findings(deal, extent.day)
            found += chain.findings(deal, chunk.uppers, extent.day)
            for each in found:
                yield Found(each, code, brief.number, brief.business, dated(each, brief.known))
