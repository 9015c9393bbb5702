"""One's own sign-ins: days only; which phone or computer it is, and where, is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Row:
    """A sign-in. `token` names it and opens nothing; `seen_on` is known of staff alone.

    `assisted`: a household's on somebody else's phone, or with somebody at its side.
    """

    token: str
    began_on: date
    seen_on: date | None
    here: bool
    assisted: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """The sign-ins, this one first."""

    rows: tuple[Row, ...]

    @property
    def others(self) -> int:
        """Return how many there are beside this one."""
        return sum(not row.here for row in self.rows)
