"""The household's page about its own card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Show:
    """Since when it has the card, and what was wrong with the PIN that was typed.

    `has_ended`: just now, and with it every sign-in.
    """

    issued_on: date
    error: str = ""
    has_ended: bool = False
