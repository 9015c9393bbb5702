"""What findings are about, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.bulk import chunks, tuples
from models.business import Business
from models.place import Place
from models.project import Asset, Project

# Kind of subject → where its number has a name. The others are known by their number alone.
NAMED: Mapping[str, tuple[Any, Any]] = {
    "business": (Business.number, Business.name),
    "project": (Project.number, Project.name),
    "asset": (Asset.number, Asset.name),
    "place": (Place.code, Place.name),
}
ALSO = {
    "workshop": "business",
    "village": "place",
    "township": "place",
    "county": "place",
    "group": "place",
}
Names = Mapping[str, Mapping[str, str]]


def names(findings: Iterable[Any]) -> Names:
    """Return the names of subjects, businesses and places: one query for each kind of NAMED."""
    wanted: dict[str, set[str]] = {kind: set() for kind in NAMED}
    for row in findings:
        kind = ALSO.get(row.subject_kind, row.subject_kind)
        if kind in wanted:
            wanted[kind].add(row.subject_number)
        wanted["business"].add(row.business)
        wanted["place"].add(row.place)
    return {kind: called(kind, numbers) for kind, numbers in wanted.items()}


def name(names: Names, kind: str, number: str) -> str:
    """Return the name of a subject, or nothing where it has none."""
    return names.get(ALSO.get(kind, kind), {}).get(number, "")


def called(kind: str, numbers: Iterable[str]) -> dict[str, str]:
    """Return the names of these numbers; one that is not in the ledger is left out."""
    number, name = NAMED[kind]
    found: dict[str, str] = {}
    for part in chunks(sorted(set(numbers))) if numbers else [[]]:
        found |= dict(tuples(name.model.select(number, name).where(number.in_(part))))
    return found
