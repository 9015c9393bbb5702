"""The household's page about its own card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Show:
    """Since when it has the card, and what was wrong with the PIN that was typed."""

    issued_on: date
    error: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """The card has ended, and every sign-in with it."""
