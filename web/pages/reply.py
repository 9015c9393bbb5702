"""The page on which a business answers what was found about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.concern import Concern
from models.reply import DISAGREES, TROUBLES

KINDS = ("pays", "paid", "disagrees", "asks_help")
REASONS = {"disagrees": DISAGREES, "asks_help": TROUBLES}


@dataclass(frozen=True, slots=True)
class Show:
    """A matter, the word that counts, the earlier ones, and the form.

    `typed` has reply, values and errors, as web.forms.reply reads them. What has ended is only
    read.
    """

    concern: Concern
    reply: Any
    earlier: tuple[Any, ...]
    token: UUID
    kinds: tuple[str, ...]
    typed: Any

    def reasons(self, kind: str) -> tuple[str, ...]:
        """Return the reasons to choose from for a kind of reply."""
        return REASONS.get(kind, ())


def build(concern: Concern, turns: Sequence[Any], reply: Any, token: UUID, typed: Any) -> Show:
    """Return the page of a matter; `turns`: every word on its first finding, in order."""
    money = concern.gap is not None and concern.code.startswith("payment.")
    # Money that is missing is paid; terms that are missing are agreed on, with somebody's help.
    kinds = KINDS if money else (*KINDS[2:], *KINDS[:2])
    counts = reply.id if reply else None
    earlier = tuple(row for row in reversed(turns) if row.id != counts)
    return Show(concern, reply, earlier, token, kinds, typed)
