"""The demo on a database of its own, and its rows as an export has them."""

from datetime import date
from pathlib import Path
from typing import Any

from ledger.column import SHEETS
from ledger.demo.fill import Demo, Made, fill
from ledger.target import TABLES, column_of
from models import database, place, schema, secret
from models.due import Due

TODAY = date(2026, 11, 24)
HOUSEHOLDS = 120


def made(path: Path, today: date = TODAY, households: int = HOUSEHOLDS, seed: int = 7) -> Made:
    """Fill an empty database at `path` with the demo."""
    secret.use(pepper="walnut" * 8, session="cotton" * 8)
    opened = database.connect(f"sqlite:///{path}")
    schema.migrate(opened)
    place.load_places()
    return fill(Demo(today, households, seed))


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return what every sheet holds: field → value."""
    return {
        name: [
            {column.field: getattr(row, column_of(table, column.field)) for column in columns}
            for row in table.select().order_by(table.id).namedtuples()
            if not getattr(row, "simple", False)
        ]
        for name, table in TABLES.items()
        for columns in [SHEETS[name].columns]
    }


def lines() -> list[Any]:
    return list(Due.select().order_by(Due.household, Due.id).namedtuples())
