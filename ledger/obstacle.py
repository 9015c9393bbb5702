"""What stands on an import, so that it cannot be undone any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ledger.column import SHEETS
from ledger.reference import sheets_of
from ledger.store import agreements, households, taken_over
from ledger.target import TABLES, Table, Target, column_of, from_row
from models.agreement import Agreement
from models.answer import Answer
from models.batch import Batch, Change
from models.bulk import chunks, tuples, values, where_in
from models.card import Card
from models.due import Due
from models.household import Household
from models.visit import Check


def obstacle(batch: UUID) -> str:
    """Return the code of what stands on an import, or "" if it can be undone.

    unknown: no such import, or not any more; later: another import wrote over its rows; referred:
    rows of another import refer to its rows; card: a household that it brought has a card; checked:
    somebody has since checked or answered what follows from it.
    """
    found = Batch.get_or_none((Batch.id == batch) & (Batch.state == "stored"))
    if found is None:
        return "unknown"
    return next((code for code, stands in STANDING.items() if stands(found)), "")


def _changed(batch: UUID, table: Any) -> Any:
    """Return the query of the ids that the import wrote over."""
    own = (Change.batch == batch) & (Change.table == table._meta.table_name)
    return Change.select(Change.id).where(own)


def _made(batch: UUID, table: Any, column: Any) -> Any:
    """Return the query of a column of the rows that did not exist before the import."""
    changed = _changed(batch, table)
    return table.select(column).where((table.batch == batch) & table.id.not_in(changed))


def _later(found: Batch) -> bool:
    batch: Any = found.id
    for table in tables():
        changed = _changed(batch, table)
        still = table.select().where((table.batch == batch) & table.id.in_(changed))
        if still.count() < changed.count():
            return True
    return Change.select().where(Change.before.contains(batch.hex)).exists()


def _referred(found: Batch) -> bool:
    """Say whether rows of other imports refer to its rows, and to nothing else of that number."""
    batch: Any = found.id
    for name, table in TABLES.items():
        field: Any = getattr(table, column_of(table, SHEETS[name].columns[0].field))
        made = _made(batch, table, field)
        if table is Agreement:
            changed = _changed(batch, table)
            others = Agreement.select(field).where(
                (Agreement.batch != batch) | Agreement.id.in_(changed)
            )
            made = made.where(field.not_in(others))
        for child, reference in _references_to(name):
            if child.select().where(reference.in_(made) & (child.batch != batch)).exists():
                return True
    return False


def _references_to(name: str) -> list[tuple[Any, Any]]:
    return [
        (table, getattr(table, column_of(table, column.field)))
        for sheet_name, table in TABLES.items()
        for column in SHEETS[sheet_name].columns
        if name in sheets_of(column)
    ]


def _carded(found: Batch) -> bool:
    made = _made(found.id, Household, Household.id)  # type: ignore[arg-type]
    return Card.select().where(Card.household.in_(made)).exists()


def _checked(found: Batch) -> bool:
    """Say whether somebody has spoken, since that day, of money that the import speaks of."""
    spoken: set[UUID] = set()
    for table in (Check, Answer):
        said = (table.day >= found.day) & table.due.is_null(False)
        spoken.update(values(table.select(table.due).where(said).distinct()))
    explained = Check.select(Check.agreement).where(Check.day >= found.day)
    about = set(values(explained.where(Check.agreement.is_null(False)).distinct()))
    if not spoken and not about:
        return False
    touched = rows(found.id)  # type: ignore[arg-type]
    concerned = households(touched)
    numbers = agreements(touched) | taken_over(concerned)
    return bool(about & numbers) or any(
        agreement in numbers or (not agreement and household in concerned)
        for part in chunks(spoken)
        for agreement, household in tuples(
            Due.select(Due.agreement, Due.household).where(Due.id.in_(part))
        )
    )


def rows(batch: UUID) -> list[Target]:
    """Return the rows that the import wrote last."""
    return [from_row(table, row) for table in tables() for row in where_in(table, "batch", [batch])]


def tables() -> list[Any]:
    """Return every table that an import writes."""
    found: list[Table] = list(TABLES.values())
    return found


STANDING: dict[str, Callable[[Batch], bool]] = {
    "later": _later,
    "referred": _referred,
    "card": _carded,
    "checked": _checked,
}
