"""What an agreement lacks, and where it stays below its floor (articles 10, 12, 13, 15 and 18)."""

from __future__ import annotations

from datetime import date

from rules.line import Finding
from rules.watch.facts import Deal


def findings(deal: Deal, on: date) -> list[Finding]:
    """Return every finding about an agreement that runs on a day, in order of code and clause.

    It holds what `floor`, `buyback`, `asset.valuations` and the terms have to say; the arithmetic's
    own findings (no_due_day, roster_over, shares_unassigned …) come from `rules.due.outcome`.
    """
    raise NotImplementedError
