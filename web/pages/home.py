"""The public home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Show:
    """What anybody may read: the articles most asked for, in the order of their questions."""

    articles: tuple[str, ...] = ("12", "10", "13", "15", "20")
