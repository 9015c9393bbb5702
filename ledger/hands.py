"""Four eyes on payments that are stored: what one account may not do with them alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

PAYMENTS = "发放"  # the sheet whose stored rows nobody changes alone
Counts = Mapping[str, Any]  # of an import, as `ledger.store.summary` says them


def corrections(counts: Counts) -> int:
    """Return how many stored payments an import with these counts changes."""
    return _rows(counts, "changed")


def undoing(counts: Counts, *, by: UUID | None, asked: UUID | None, account: UUID | None) -> str:
    """Return how far `account` is from taking back an import, which `by` stored.

    alone: nobody else is needed, for new payments of its own, or where there are none; ask: another
    account must agree; asked: it has asked already; agree: another has asked.
    """
    touched = _rows(counts, "changed") + _rows(counts, "new")
    own = by == account and not corrections(counts)
    if account is None or own or not touched:
        return "alone"
    if asked is None:
        return "ask"
    return "asked" if asked == account else "agree"


def _rows(counts: Counts, verdict: str) -> int:
    return int(counts.get("sheets", {}).get(PAYMENTS, {}).get(verdict, 0))
