"""Setting up one's own account with a one-time code: code, password, second factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Show:
    """`step` is code, password or factor; what was typed is kept, except secrets.

    At the second factor: its QR code for an authenticator, and the same secret in letters.
    """

    step: str = "code"
    user: str = ""
    name: str = ""
    code: Any = None
    letters: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
