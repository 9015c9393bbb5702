"""Everything that is found in the places under a code, as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.watch import (
    agreement,
    arithmetic,
    asset,
    business,
    collective,
    county,
    household,
    payment,
    project,
    village,
)
from models.watch.arithmetic import Arithmetic
from models.watch.extent import Extent
from models.watch.found import Found


def fresh(scope: str, on: date, *, stored: bool = False) -> Iterator[Found]:
    """Yield what is found under a code (all under "") from the facts dated up to a day.

    It holds no more than a chunk in memory. `stored` reads dues as they are stored, which is right
    on the day of today alone; otherwise every figure is computed anew.
    """
    extent = Extent(scope, on, stored)
    dues = Arithmetic(extent)
    for source in (
        agreement.findings(extent),
        arithmetic.findings(dues),
        asset.findings(extent),
        business.findings(extent),
        collective.findings(extent),
        county.findings(extent),
        household.findings(extent),
        payment.findings(extent),
        project.findings(extent, dues),
        village.findings(extent),
    ):
        yield from (found for found in source if extent.holds(found.place))
