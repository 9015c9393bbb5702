"""One check, found with a card and its receipt: what was checked, the result, the day, by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """A payment that was checked (`kind`, `year`), or an agreement's terms; `amount`: fen."""

    business: str
    result: str
    kind: str = ""
    year: int | None = None
    instalment: int | None = None
    amount: int | None = None
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit: its lines, its civil day, who checked."""

    day: date
    name: str
    role: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """The form, or what it found. `token`: the card's own address was opened."""

    token: str = ""
    code: str = ""
    receipt: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    found: tuple[Visit, ...] = ()
    is_staff: bool = False
    days: int = 0

    @property
    def address(self) -> str:
        """Return where the form goes."""
        return f"/c/{self.token}/receipt" if self.token else "/receipt"


def visits(found: Sequence[Any], payers: Mapping[str, str]) -> tuple[Visit, ...]:
    """Return what is shown of the visits that were found."""
    return tuple(
        Visit(each.day, each.name, each.role, tuple(_line(row, payers) for row in each.checks))
        for each in found
    )


def _line(row: Any, payers: Mapping[str, str]) -> Line:
    if row.agreement:
        return Line(payers.get(row.agreement, ""), row.result)
    return Line(
        *(row.name or "", row.result, row.kind or "", row.year, row.instalment, row.amount),
        slip=row.slip,
    )
