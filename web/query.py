"""Addresses of lists: what was chosen stands in the query, what was not is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def at(path: str, chosen: Mapping[str, Any]) -> str:
    """Return the address of a list with these choices."""
    asked = urlencode({name: value for name, value in chosen.items() if value})
    return f"{path}?{asked}" if asked else path
