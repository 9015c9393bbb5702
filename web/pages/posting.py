"""The days on which a paper hangs on the board, and on which people can object to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from models.calendar import first_working_day


@dataclass(frozen=True, slots=True)
class Posting:
    """From which civil day to which a paper is posted; None where nobody has settled it yet.

    `typed` is what was asked for, `errors` what is wrong with it.
    """

    first: date | None = None
    last: date | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """Return what the address of a paper needs to say, so that it has the same days."""
        if self.errors or not self.typed.get("from"):
            return ""
        return f"?from={self.first}&days={self.typed.get('days', '')}"


def last_day(first: date, days: int) -> date:
    """Return the last day of so many: the first is not counted, and the last is a working day.

    民法典 201 and 203: who reads a paper late on its first day loses none of the days.
    """
    return first_working_day(first + timedelta(days=days))
