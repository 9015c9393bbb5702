"""The pages before the PIN: they know the card's address and nothing of its household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Show:
    """The PIN page; where a member of staff is signed in (`is_staff`) it asks for nothing."""

    token: str = ""
    error: str = ""
    is_staff: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """The page of the sealed slip; the code is kept when something else was wrong."""

    token: str
    code: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
