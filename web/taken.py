"""What a household takes out: every row about it, straight from the schema, as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from models import access, held

# Whoever finds the file could try every PIN against it, or use the sign-in.
WITHHELD = frozenset({"pin_hash", "code_hash", "token", "digest"})


def out(household: UUID, today: date) -> bytes:
    """Return every row about a household and every opening of its record; secrets are left out."""
    tables = {
        table._meta.table_name: [_plain(row) for row in held.rows(table, household)]
        for table in held.tables()
    }
    openings = [
        {"name": row.name, "role": row.role, "purpose": row.purpose, "day": str(row.day)}
        for row in access.of_household(household)
    ]
    taken = {"day": str(today), "tables": tables, "openings": openings}
    return json.dumps(taken, ensure_ascii=False, indent=1).encode()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _text(value) for name, value in row.items() if name not in WITHHELD}


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return _plain(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)
