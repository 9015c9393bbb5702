"""The administrative scope: the digits of a place's code, and them as a condition of a query."""

from __future__ import annotations

from typing import Any

COUNTY_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS = 6, 9, 12
AFTER_DIGITS = ":"  # the character after 9


class NotTheirs(LookupError):
    """What was named is not the asker's, a household's or a business's, or is there no more."""


def under(column: Any, scope: str) -> Any:
    """Return the condition that a place's code begins with `scope`: a range that an index knows."""
    return (column >= scope) & (column < scope + AFTER_DIGITS)
