"""Staff's sign-in page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Show:
    """`step` is password, code or recovery; what was typed is kept, except secrets."""

    step: str = "password"
    user: str = ""
    error: str = ""
    next: str = ""
