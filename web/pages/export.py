"""Why a county takes its ledger out: the question, and what it may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Show:
    """The place, the reasons (code, and words as every household reads them), and what is wrong."""

    place: str
    reasons: Sequence[tuple[str, Any]]
    error: str = ""
