"""The question for a secret before data is taken out or a card is printed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Show:
    """Where the answer goes, what was typed before it, and whether there is a second factor."""

    action: str
    typed: tuple[tuple[str, str], ...] = ()
    has_code: bool = False
    error: str = ""


def query(path: str) -> str:
    """Return the path to go on to, as a query."""
    return urlencode({"next": path})
