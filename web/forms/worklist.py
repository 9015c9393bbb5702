"""What is asked of a worklist, as it stands in its address."""

from __future__ import annotations

from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from web.forms import paging
from web.pages.worklist import View

LONGEST = 40
MOST_DIGITS = 4  # of the days


def read(
    asked: MultiDict[str, str],
    address: str,
    shows: Collection[str],
    whose: Collection[str] = ("1",),
) -> View:
    """Read it; what makes no sense is left out, days that were typed are kept as `wrong`."""
    show, mine = asked.get("show", ""), asked.get("mine", "")
    typed = asked.get("late", "").strip()[:LONGEST]
    late = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else None
    return View(
        address,
        show if show in shows else "",
        mine if mine in whose else "",
        late,
        asked.get("q", "").strip()[:LONGEST],
        paging.page(asked),
        typed if late is None else "",
    )
