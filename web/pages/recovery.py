"""Recovery codes, as their owner sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Show:
    """How many codes are not used yet, of how many."""

    left: int
    whole: int


@dataclass(frozen=True, slots=True)
class Create:
    """A new set, shown this one time, and where to go on to."""

    codes: tuple[str, ...]
    next: str


def spaced(code: str, size: int = 4) -> str:
    """Return a code in groups, as it is read aloud."""
    return " ".join(code[start : start + size] for start in range(0, len(code), size))
