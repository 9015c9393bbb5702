"""Places 行政区: the prefecture's tree of codes, and what the ledger says of a village."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path
from typing import Any

from peewee import BooleanField, CharField, TextField

from models.bulk import columns, pairs, upsert, values
from models.database import Table, write
from models.ledger import LedgerTable
from models.scope import TOWNSHIP_DIGITS, under

PLACES = Path(__file__).with_name("data") / "places.csv"


class Place(Table):
    """A prefecture, county, township or village with its 4-, 6-, 9- or 12-digit code."""

    code = CharField(max_length=12, primary_key=True)
    level = TextField()
    name = TextField()
    parent = TextField(index=True)
    active = BooleanField(default=True)


class Village(LedgerTable):
    """Sheet 行政村 (art. 4, 18)."""

    code = TextField(unique=True)
    qualified = BooleanField(null=True)
    reason = TextField(null=True)
    phone = TextField(null=True)


def name_of(code: str) -> str:
    """Return a place's name, or its code where the tree does not hold it."""
    return next(values(Place.select(Place.name).where(Place.code == code)), code)


def villages(scope: str) -> dict[str, str]:
    """Return code and name of the villages under an administrative code, in their order."""
    here = under(Place.code, scope) & (Place.level == "village") & Place.active
    return pairs(Place.select(Place.code, Place.name).where(here).order_by(Place.code))


def names(codes: Collection[str]) -> dict[str, str]:
    """Return the names of these codes that the tree holds."""
    return pairs(Place.select(Place.code, Place.name).where(Place.code.in_(sorted(codes))))


def townships(scope: str) -> dict[str, str]:
    """Return code and name of the townships under an administrative code, in their order."""
    here = under(Place.code, scope) & (Place.level == "township") & Place.active
    return pairs(Place.select(Place.code, Place.name).where(here).order_by(Place.code))


def counties(scope: str = "") -> dict[str, str]:
    """Return code and name of the counties under an administrative code, in their order."""
    here = under(Place.code, scope) & (Place.level == "county") & Place.active
    return pairs(Place.select(Place.code, Place.name).where(here).order_by(Place.code))


def villages_by_township(scope: str) -> dict[str, dict[str, str]]:
    """Return the villages under an administrative code by the name of their township."""
    found: dict[str, dict[str, str]] = {}
    names = pairs(Place.select(Place.code, Place.name).where(Place.level == "township"))
    for code, name in villages(scope).items():
        township = code[:TOWNSHIP_DIGITS]
        found.setdefault(names.get(township, township), {})[code] = name
    return found


def load_places() -> int:
    """Bring the tree up to date with places.csv and return how many places changed.

    One that was switched off stays so; a second run changes nothing.
    """
    names = columns(Place)
    with write():
        known = {row.code: row for row in Place.select().namedtuples()}
        changed = []
        for cells in _published():
            old = known.get(cells["code"])
            if old is None or any(getattr(old, name) != cells[name] for name in cells):
                cells["active"] = True if old is None else old.active
                changed.append([cells[name] for name in names])
        upsert(Place, changed)
    return len(changed)


def _published() -> list[dict[str, Any]]:
    with PLACES.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]
