"""A day of the past that a page is asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Past:
    """The day, None where the page stands as of now; what was typed, and why it is no such day."""

    on: date | None = None
    typed: str = ""
    error: str = ""

    @property
    def query(self) -> str:
        """Return the end of an address that keeps the day."""
        return f"&on={self.on.isoformat()}" if self.on else ""


NOW = Past()
