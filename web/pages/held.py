"""What we hold: every row about a household, column by column, and who opened its record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from models.correction import FACTS

# Columns whose values say nothing to a reader: ids, digests, and what leads from row to row.
TECHNICAL = frozenset(
    {"id", "household", "holder", "batch", "digest", "token", "pin_hash", "code_hash", "account"}
    | {"handler"}
    | {"visit", "check", "turn", "steps", "stale_on", "seen", "party", "party_number", "listed_on"}
    | {"late_from", "proved", "shown_from", "unit", "ref", "simple", "signing", "dispute"}
    | {"record", "was", "parts", "import_id", "decided_by", "printing", "card"}
    | {"subject_kind", "subject_number"}
)
# Never on paper (product rule 6), and what says nothing there. What a finding says of a household
# would tell its category.
ON_SCREEN_ONLY = frozenset(
    {"category", "low_income", "eligible", "short_code", "code", "article", "params"}
)
# Column → how its value is written; `table.column` where one table differs.
FORMS = {
    "about": "dispute_about",
    "active": "yes",
    "actor": "actor",
    "agreement": "code",
    "amount": "money",
    "answer": "answered",
    "answered": "yes",
    "answer.due": "line",
    "answer.reason": "dispute",
    "area": "number",
    "article": "article",
    "assisted": "yes",
    "at_least": "money",
    "basis": "number",
    "before": "earlier",
    "business": "name",
    "category": "choice",
    "cause": "dispute_cause",
    "changed_on": "day",
    "check.due": "line",
    "clause": "count",
    "closed_on": "day",
    "code": "found_title",
    "completed_on": "day",
    "county": "code",
    "day": "day",
    "day_named": "day",
    "decided_name": "name",
    "decided_on": "day",
    "decided_role": "choice",
    "delay": "dispute_delay",
    "dispute.due": "line",
    "dispute.due_on": "day",
    "dispute.reason": "dispute",
    "dispute.state": "dispute_state",
    "dispute_entry.kind": "dispute_kind",
    "dispute_entry.reason": "dispute",
    "due": "money",
    "due.reason": "why_unknown",
    "due_on": "day",
    "eligible": "yes",
    "ended_on": "day",
    "ends": "yes",
    "entered_on": "day",
    "event.evidence": "event_paper",
    "event.ground": "event_ground",
    "event.kind": "event_kind",
    "event.state": "event_state",
    "expires": "day",
    "expires_on": "day",
    "extended": "yes",
    "fact": "fact",
    "farms": "yes",
    "form": "payment_form",
    "gap": "money",
    "grade": "name",
    "ground": "dispute_ground",
    "handed_on": "day",
    "head": "name",
    "instalment": "count",
    "issued_on": "day",
    "joined_on": "day",
    "kg": "number",
    "kind": "kind",
    "leave_reason": "choice",
    "left_on": "day",
    "level": "dispute_level",
    "low_income": "yes",
    "mode": "mode",
    "name": "name",
    "number": "code",
    "operating": "money",
    "opened_on": "day",
    "origin": "dispute_origin",
    "outcome": "dispute_outcome",
    "paid": "money",
    "paid_on": "day",
    "params": "found",
    "passbook_text": "name",
    "payment.kind": "payment_kind",
    "per_head": "money",
    "persons": "count",
    "place": "code",
    "plan": "code",
    "price": "money4",
    "purpose": "choice",
    "reply": "dispute_reply",
    "result": "checked",
    "revoked_on": "day",
    "role": "choice",
    "saved": "money",
    "session.kind": "session",
    "shares": "number",
    "short_code": "code",
    "since": "day",
    "slip": "yes",
    "speaker": "dispute_speaker",
    "stage": "dispute_stage",
    "table": "table",
    "through": "year",
    "to_day": "day",
    "type": "payment_type",
    "units": "number",
    "used_on": "day",
    "village": "code",
    "voucher": "code",
    "withdrawn": "yes",
    "weight": "weight",
    "whole": "yes",
    "words": "name",
    "workers": "count",
    "year": "year",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: `column` names it, `form` says how to write it."""

    column: str
    form: str
    value: Any


@dataclass(frozen=True, slots=True)
class Found:
    """What the sentence of a finding needs; `gap` is fen."""

    code: str
    params: tuple[tuple[str, str], ...]
    gap: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its rows without empty cells, and its technical columns by name.

    `doubts`: where the household says that a row is wrong, empty where that is no row of the
    ledger.
    """

    table: str
    rows: tuple[tuple[Cell, ...], ...]
    technical: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody of the staff opened the record."""

    name: str
    role: str
    purpose: str
    day: date


@dataclass(frozen=True, slots=True)
class Ask:
    """The question for the PIN, and what was wrong with the last one."""

    error: str = ""


@dataclass(frozen=True, slots=True)
class Erase:
    """Which closed years can be erased early; `waits`: a dispute about them is not closed."""

    years: tuple[int, ...]
    through: int
    error: str = ""
    waits: bool = False
    done: bool = False


def file_name(day: date) -> str:
    """Return the name of the file that is taken out."""
    return f"liannong-{day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Show:
    """The page; tables without a row are named only. `day` stands on paper."""

    openings: tuple[Opening, ...]
    sections: tuple[Section, ...]
    empty: tuple[str, ...]
    assisted: tuple[date, ...] = ()  # days on which somebody helped at its side
    day: date | None = None


def build(
    found: Iterable[tuple[str, list[str], list[dict[str, Any]]]],
    openings: list[Any],
    assisted: Iterable[date] = (),
) -> Show:
    """Return the page; `found` has the name, columns and rows of every table."""
    tables = [(name, columns, rows) for name, columns, rows in found if name != "access"]
    return Show(
        openings=tuple(Opening(row.name, row.role, row.purpose, row.day) for row in openings),
        sections=tuple(_section(*each) for each in tables if each[2]),
        empty=tuple(name for name, _, rows in tables if not rows),
        assisted=tuple(assisted),
    )


def sheet(page: Show, day: date) -> Show:
    """Return the same for paper: without category words and without what only leads on."""
    sections = tuple(
        replace(section, rows=tuple(tuple(filter(_printed, row)) for row in section.rows))
        for section in page.sections
    )
    return replace(page, sections=sections, day=day)


def _printed(cell: Cell) -> bool:
    return cell.column not in ON_SCREEN_ONLY and cell.form != "line"


def form(table: str, column: str) -> str | None:
    """Return how a column's value is written, or None for a technical one."""
    return FORMS.get(f"{table}.{column}") or (
        None if column in TECHNICAL else FORMS.get(column, "code")
    )


def _section(table: str, columns: list[str], rows: list[dict[str, Any]]) -> Section:
    return Section(
        table=table,
        rows=tuple(tuple(_cells(table, row)) for row in rows),
        technical=tuple(column for column in columns if form(table, column) is None),
        doubts=tuple(_doubt(table, row.get("id")) for row in rows),
    )


def _doubt(table: str, identity: Any) -> str:
    if table == "check":
        return f"/check/{identity}"
    return f"/household/dispute/new?record={table}:{identity}" if table in FACTS else ""


def _cells(table: str, row: dict[str, Any]) -> Iterable[Cell]:
    for column, value in row.items():
        how = form(table, column)
        if how is None or value is None or value == "":
            continue
        if how == "earlier":
            yield from _cells(row["table"], value)
        else:
            yield Cell(column, how, _value(column, value, row))


def _value(column: str, value: Any, row: dict[str, Any]) -> Any:
    if column == "params":
        return Found(row["code"], tuple(json.loads(value).items()), row["gap"])
    # A sign-in's end is stored as seconds; the reader sees the day.
    return datetime.fromtimestamp(value, UTC).date() if column == "expires" else value
