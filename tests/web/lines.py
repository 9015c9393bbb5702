"""Households and lines put straight into the tables, for pages about them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from models.due import Due
from models.household import Household
from models.ids import derive, household_id

VILLAGE = "652301100200"


def add_household(number: str, village: str = VILLAGE, head: str = "巴合提·努尔兰") -> UUID:
    """Put a household into the ledger and return its key."""
    Household.create(
        id=household_id(number),
        batch=uuid4(),
        number=number,
        village=village,
        head=head,
        category="watched",
    )
    return household_id(number)


def add_due(household: UUID, **columns: Any) -> UUID:
    """Put a line of 1,200 yuan, due on 2026-11-11 and not paid, and return its id."""
    given = {
        "village": VILLAGE,
        "agreement": "XY-2026-1",
        "clause": 1,
        "business": "NC-001",
        "mode": "share",
        "kind": "guaranteed",
        "year": 2026,
        "party": "household",
        "party_number": "",
        "ref": "",
        "due_on": date(2026, 11, 11),
        "due": 120_000,
        "unit": 1,
        "reason": "",
        "paid": 0,
        "steps": "[]",
    } | columns
    line = derive("line", household, *sorted(given.items()))
    Due.create(household=household, id=line, **given)
    return line
