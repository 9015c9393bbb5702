"""The id of a line: the same thing due has the same id after every rebuild, on every machine."""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("6b1f7c0e-2d53-5a0b-9c41-4c69616e6e67")


def due_id(
    agreement: str,
    clause: int,
    party: str,
    year: int,
    *,
    kind: str,
    ref: str = "",
    instalment: int | None = None,
) -> UUID:
    """Return the id of what these name; `party` is its code and number, as "household:6523"."""
    parts = (agreement, clause, party, year, kind, ref, "" if instalment is None else instalment)
    return uuid5(NAMESPACE, "\x1f".join(map(str, parts)))
