"""What is asked of a worklist, as it stands in its address."""

from __future__ import annotations

from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from web.forms import paging
from web.pages.worklist import View

LONGEST = 40
MOST_DAYS = 9999


def read(asked: MultiDict[str, str], address: str, shows: Collection[str]) -> View:
    """Read it; what makes no sense is left out."""
    show, late = asked.get("show", ""), asked.get("late", type=int)
    return View(
        address,
        show if show in shows else "",
        asked.get("mine") == "1",
        late if late is not None and 0 <= late <= MOST_DAYS else None,
        asked.get("q", "").strip()[:LONGEST],
        paging.page(asked),
    )
