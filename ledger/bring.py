"""Agreements brought to the signing table in a workbook: sheets 协议, 协议资产 and 受益."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger import term
from ledger.column import COLUMNS
from ledger.problem import Problem
from ledger.read import Reading
from ledger.row import Row
from ledger.term import Texts
from models.roster import Holding

SHEETS = ("协议", "协议资产", "受益")
KEY = "agreement.clause"


@dataclass(frozen=True, slots=True)
class Brought:
    """One agreement of a workbook: its clauses as typed, its assets and its roster."""

    number: str
    clauses: tuple[Texts, ...]
    assets: tuple[str, ...]
    roster: tuple[Holding, ...]


def brought(found: Reading) -> tuple[list[Brought], list[Problem]]:
    """Return the agreements that a workbook states, and what of it cannot be taken."""
    problems = [each for each in found.problems if each.sheet in SHEETS]
    clauses: dict[str, dict[int, Row]] = {}
    for row in found.rows.get("协议", ()):
        own = clauses.setdefault(row.values["agreement.number"], {})
        first = own.setdefault(row.values[KEY], row)
        if first is not row:  # terms that change later are no matter of the signing table
            where = {"file": first.file, "row": first.number}
            problems.append(row.problem(COLUMNS[KEY], "duplicate_key", **where))
    agreements = []
    for number, own in clauses.items():
        rows = [own[clause] for clause in sorted(own)]
        texts = tuple(term.texts_of(row.values) for row in rows)
        for each, row in zip(texts, rows, strict=True):
            problems += term.read(each, row.number).problems.values()
        places = {clause: place for place, clause in enumerate(sorted(own), 1)}
        assets = tuple(_assets(found.rows.get("协议资产", ()), number))
        roster = tuple(_holdings(found.rows.get("受益", ()), number, places))
        agreements.append(Brought(number, texts, assets, roster))
    return agreements, problems


def _assets(rows: Iterable[Row], number: str) -> Iterable[str]:
    return (row.values["lease.asset"] for row in rows if row.values["lease.agreement"] == number)


def _holdings(rows: Iterable[Row], number: str, places: Mapping[int, int]) -> Iterable[Holding]:
    for row in rows:
        values = row.values
        if values["share.agreement"] == number and values["share.clause"] in places:
            yield Holding(
                *(places[values["share.clause"]], values["share.household"]),
                *(values.get(f"share.{name}") for name in Holding._fields[2:]),
            )
