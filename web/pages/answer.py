"""The household's own word on a line or a check, and what it can say next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.answer import CHECK_REASONS, DUE_REASONS

# What a tap on "no" says at once; the household may choose another reason afterwards.
FIRST_REASON = {"received": "not_received", "in_full": "less", "explained": "nobody_asked"}


@dataclass(frozen=True, slots=True)
class Word:
    """What was said, what is asked, and where an answer goes.

    `asked` is a key of web/words/answer.py, or empty where there is nothing to say yes to; a
    `fresh` answer was given just now, on this page; an `assisted` one with somebody's help.
    """

    address: str
    token: UUID
    asked: str
    answer: str
    reason: str | None
    day: date | None
    first_reason: str
    reasons: tuple[str, ...]
    fresh: bool
    assisted: bool = False


def word(
    said: Any,
    *,
    address: str,
    token: UUID,
    asked: str,
    of_check: bool = False,
    fresh: bool = False,
) -> Word:
    """Return the word that counts; `said`: its row, or None where nothing was ever said."""
    return Word(
        address=address,
        token=token,
        asked=asked,
        answer=said.answer if said else "none",
        reason=said.reason if said else None,
        day=said.day if said else None,
        first_reason=FIRST_REASON.get(asked, ""),
        reasons=CHECK_REASONS if of_check else DUE_REASONS,
        fresh=fresh,
        assisted=bool(said and said.assisted),
    )
