"""Which page of a list is asked for."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict

MOST_PAGES = 100_000  # what stands behind is asked for by nobody who reads


def page(asked: MultiDict[str, str]) -> int:
    """Return which page of a list is asked for: the first where none is named."""
    return min(max(asked.get("page", 1, type=int), 1), MOST_PAGES)
