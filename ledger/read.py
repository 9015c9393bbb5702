"""Read workbooks: clean typed rows a sheet, and everything that was not taken, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger.column import SHEETS
from ledger.heading import shown
from ledger.memory import collecting_later
from ledger.open import messages
from ledger.problem import Problem
from ledger.row import Row
from ledger.source import Source


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column (or with an empty `column` a sheet) that was not read.

    `reason`: forbidden | unknown | duplicate | export_only | hidden.
    """

    sheet: str
    column: str
    reason: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is none of the table's. `reason`: total | note | hidden | heading."""

    sheet: str
    row: int
    reason: str
    file: str = ""


@dataclass(slots=True)
class Reading:
    """What several workbooks hold together. A row with any problem is not among `rows`."""

    files: list[str] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    repeated: dict[str, int] = field(default_factory=dict)  # rows that say again what one said
    sources: list[Source] = field(default_factory=list)  # what `ledger.marked` writes back


def read(files: Sequence[tuple[str, bytes]]) -> Reading:
    """Read the workbooks (name, content) in their order; raise Refused if one cannot be opened."""
    return compose((shown(name), messages(shown(name), data)) for name, data in files)


@collecting_later()
def compose(files: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]) -> Reading:
    """Put together what is said of several workbooks; two of the same name are told apart."""
    reading = Reading()
    known: dict[str, dict[tuple[Any, ...], Row]] = {}
    for name, said in files:
        alike = sum(file.partition(" #")[0] == name for file in reading.files)
        reading.files.append(f"{name} #{alike + 1}" if alike else name)
        _workbook(reading, known, said)
    _order(reading)
    return reading


def _workbook(
    reading: Reading,
    known: dict[str, dict[tuple[Any, ...], Row]],
    said: Iterable[Mapping[str, Any]],
) -> None:
    file = reading.files[-1]
    source: Source | None = None
    for message in said:
        if "cells" in message and source:
            rows = known.setdefault(source.sheet.name, {})
            for row in source.take(message["rows"], message["cells"]):
                _add(reading, source, rows, row)
        elif "sheet" in message:
            source = Source.of(file, message)
            reading.sources.append(source)
            name = source.sheet.name
            reading.dropped += [Dropped(name, c, why, file) for c, why in message["dropped"]]
        elif "skipped" in message and source:
            name = source.sheet.name
            reading.skipped += [Skipped(name, r, why, file) for r, why in message["skipped"]]
        elif "dropped" in message:
            reading.dropped.append(Dropped(message["dropped"], "", message["reason"], file))


def _add(reading: Reading, source: Source, known: dict[tuple[Any, ...], Row], row: Row) -> None:
    """Add a row, unless an earlier one has its key: then it repeats or contradicts that one."""
    first = known.setdefault(row.key, row)
    if first is row:
        reading.rows.setdefault(row.sheet, []).append(row)
        return
    same = first.values.items() >= row.values.items()
    if not same and first.file != row.file:
        # Another workbook may know more columns of the same row, never other values.
        same = all(first.values.get(name, value) == value for name, value in row.values.items())
        first.values.update(row.values if same else {})
    if same:
        reading.repeated[row.sheet] = reading.repeated.get(row.sheet, 0) + 1
    else:
        last = source.sheet.keys[-1]
        params = {"file": first.file, "row": first.number}
        source.problems.append(row.problem(last, "duplicate_key", **params))


def _order(reading: Reading) -> None:
    """Put the sheets in the order in which they refer to one another."""
    order = {name: place for place, name in enumerate(SHEETS)}
    reading.rows = {name: reading.rows[name] for name in SHEETS if name in reading.rows}
    reading.sources.sort(key=lambda source: order[source.sheet.name])
    for source in reading.sources:
        source.problems.sort(key=lambda problem: problem.row)
        reading.problems += source.problems
