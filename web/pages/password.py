"""Changing one's own password."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Show:
    """Whose it is and what is wrong; no secret that was typed is shown again."""

    user: str
    errors: Mapping[str, str] = field(default_factory=dict)
