"""What a line stands under: its clause, the terms that hold for it, and its year."""

from __future__ import annotations

from dataclasses import dataclass

from rules.clause import Clause
from rules.facts import Terms
from rules.month import Year
from rules.number import UNITS


@dataclass(frozen=True, slots=True)
class Heading:
    """The clause, terms and year of one or more lines."""

    clause: Clause
    terms: Terms
    year: Year

    @property
    def unit(self) -> int:
        """计发单位 in fen."""
        return UNITS[self.terms.unit]
