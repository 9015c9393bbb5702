"""A household's answer: its word, a reason from the closed list, and the form's own id."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from models.answer import ANSWERS
from web.fragments import own_path

RANDOM = 4  # the version of a UUID that holds no time


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it was sent; `next` is a page of ours to go on to."""

    answer: str
    reason: str | None
    id: UUID | None
    next: str | None


def read(sent: Mapping[str, str], reasons: Collection[str]) -> Sent | None:
    """Read the form; None where it says nothing that can be stored."""
    answer = sent.get("answer", "")
    reason = sent.get("reason") or None if answer == "disputed" else None
    if answer not in ANSWERS or (reason is not None and reason not in reasons):
        return None
    return Sent(answer, reason, _uuid(sent.get("id", "")), own_path(sent.get("next")))


def _uuid(text: str) -> UUID | None:
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if found.version == RANDOM else None
