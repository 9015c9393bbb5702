"""The parts of a project's page: its money, what is found, what was decided, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.project_list import FUNDS
from rules.admission import VERDICTS
from rules.watch.facts import Project


@dataclass(frozen=True, slots=True)
class Fund:
    """Money of one source."""

    name: str
    fen: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the three verdicts of a review."""

    name: str
    good: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """What was decided once. `counts` is false for one whose import was taken back."""

    kind: str
    day: Any
    name: str
    role: str
    department: str
    verdicts: tuple[Verdict, ...]
    missing: tuple[str, ...]
    reason: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """An open finding about the project; `case` is its remedy's id, if it has one."""

    row: Any
    case: UUID | None
    offered: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A step that is to be taken now: where, or why this reader cannot."""

    step: str
    address: str = ""
    obstacle: str = ""


def funds(fact: Project) -> tuple[Fund, ...]:
    """Return the project's money by source."""
    return tuple(Fund(name, fen) for name in FUNDS if (fen := getattr(fact, name)))


def step(row: Any, *, counts: bool) -> Step:
    """Return a stored step as it is shown."""
    verdicts = tuple(
        Verdict(name, getattr(row, name), getattr(row, f"{name}_reason") or "")
        for name in VERDICTS
        if getattr(row, name) is not None
    )
    return Step(
        kind=row.kind,
        day=row.day,
        name=row.name,
        role=row.role,
        department=row.department,
        verdicts=verdicts,
        missing=tuple(filter(None, row.missing.split(";"))),
        reason=row.reason or "",
        counts=counts,
    )
