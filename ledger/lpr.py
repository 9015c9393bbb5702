"""The one-year LPR as published, stored as rows of sheet 利率 (article 13)."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from ledger.column import SHEETS
from ledger.read import Reading
from ledger.row import Row, complete, keys_of
from ledger.store import Import, store
from models.bulk import values
from models.rate import Lpr

PUBLISHED = Path(__file__).with_name("lpr.csv")
SHEET = "利率"
PERCENT = 1000  # hundred-thousandths


def load(today: date) -> int:
    """Store the published rates of days that have none, and return how many there were.

    A rate that the county has entered itself stays as it is.
    """
    known = set(values(Lpr.select(Lpr.day)))
    rows = [row for row in published() if row.values["lpr.day"] not in known]
    if rows:
        store(Reading(files=[PUBLISHED.name], rows={SHEET: rows}), Import(day=today))
    return len(rows)


def published() -> list[Row]:
    """Return the rows of lpr.csv."""
    rows = []
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file), 2):
            rate = int(Decimal(cells["one_year_percent"]) * PERCENT)
            found = {"lpr.day": date.fromisoformat(cells["day"]), "lpr.rate": rate}
            key = complete(found, keys_of(SHEETS[SHEET]))
            rows.append(Row(SHEET, number, PUBLISHED.name, found, key))
    return rows
