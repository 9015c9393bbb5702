"""Addresses of lists: what was chosen stands in the query, what was not is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

MOST_PAGES = 100_000  # what stands behind is asked for by nobody who reads


def at(path: str, chosen: Mapping[str, Any]) -> str:
    """Return the address of a list with these choices."""
    asked = urlencode({name: value for name, value in chosen.items() if value})
    return f"{path}?{asked}" if asked else path


def page(asked: MultiDict[str, str]) -> int:
    """Return which page of a list is asked for: the first where none is named."""
    return min(max(asked.get("page", 1, type=int), 1), MOST_PAGES)
