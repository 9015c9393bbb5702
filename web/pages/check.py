"""Checks as the household sees them: what, on which day, by which role, and its own word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from web.pages.answer import Word, word
from web.pages.line import address, latest


@dataclass(frozen=True, slots=True)
class Check:
    """One check: of a line (`kind`, `year`, `fen`), or of an agreement's terms."""

    id: UUID
    day: date
    role: str | None
    result: str
    amount: int | None
    slip: bool
    business: str
    due: UUID | None
    kind: str | None
    year: int | None
    fen: int | None
    agreement: str | None
    address: str
    answer: str


@dataclass(frozen=True, slots=True)
class Year:
    """The answered checks of a calendar year."""

    year: int
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Checks that wait for the household's word, and the others by year; the latest first."""

    waiting: tuple[Check, ...]
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """One check and the household's word on it."""

    check: Check
    word: Word
    dispute: Any = None  # models.dispute.Dispute


def index(rows: list[Any], lines: list[Any], answers: list[Any], names: dict[str, str]) -> Index:
    """Return the list of checks; `names`: businesses by agreement."""
    checks = [check(row, lines, answers, names) for row in rows]
    told = [each for each in checks if each.answer != "none"]
    years = sorted({each.day.year for each in told}, reverse=True)
    return Index(
        waiting=tuple(each for each in checks if each.answer == "none"),
        years=tuple(
            Year(year, tuple(each for each in told if each.day.year == year)) for year in years
        ),
    )


def show(found: Check, said: Any, dispute: Any, token: UUID, *, fresh: bool = False) -> Show:
    """Return the page of one check."""
    asked = "explained" if found.due is None else "check"
    goes_to = f"/check/{found.id}/answer"
    given = word(said, address=goes_to, token=token, asked=asked, of_check=True, fresh=fresh)
    return Show(found, given, dispute)


def check(row: Any, lines: list[Any], answers: list[Any], names: dict[str, str]) -> Check:
    """Return one check with what it was about."""
    said = latest(answers, "check").get(row.id)
    line = next((each for each in lines if each.id == row.due), None)
    agreement = line.agreement if line else row.agreement
    return Check(
        id=row.id,
        day=row.day,
        role=row.role,
        result=row.result,
        amount=row.amount,
        slip=row.slip,
        business=(line.name or line.business) if line else names.get(row.agreement, ""),
        due=row.due,
        kind=line.kind if line else None,
        year=line.year if line else None,
        fen=line.due if line else None,
        agreement=agreement or None,
        address=address(agreement or ""),
        answer=said.answer if said else "none",
    )
