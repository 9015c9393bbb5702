"""What storing a reading would do: rows that are new, changed, the same or refer to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from ledger.column import SHEETS, Sheet
from ledger.problem import Problem
from ledger.read import Reading
from ledger.reference import Known
from ledger.target import TABLES, Table, Target, Terms, first_sight, from_row, stored, targets
from models.batch import NO_BATCH, unpack
from models.bulk import columns
from models.event import befores
from models.household import Household
from models.rate import Lpr, Price
from models.territory import imported_by

Row = tuple[Any, ...]
# They have no place, and what one county states changes what is due in others.
SHARED = frozenset({Price, Lpr})
COUNTS = ("rows", "new", "changed", "same", "bad")


@dataclass(slots=True)
class Verdict:
    """What became of the rows of one sheet."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    bad: int = 0


class Changed(NamedTuple):
    """A row that would be written over another (both in the order of the table's columns)."""

    target: Target
    before: Row
    after: Row


@dataclass(slots=True)
class Examination:
    """The rows to write, by table, and everything known of them."""

    scope: str = ""
    keeps: bool = True
    sheets: dict[str, Verdict] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    written: list[tuple[Table, list[Row]]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    befores: dict[Table, dict[UUID, list[str]]] = field(default_factory=dict)  # of events
    targets: list[Target] = field(default_factory=list)  # of the rows that are new or changed

    @property
    def clean(self) -> bool:
        """Say whether every row can be stored."""
        return not self.problems

    @property
    def touched(self) -> list[Target]:
        """Everything that is written, and what it was before: what is due may hang on either."""
        before = [from_row(item.target.table, item.before) for item in self.changed]
        return [*self.targets, *before]

    def before(self, table: Table) -> list[Row]:
        """Return the rows of `table` that are written over."""
        return [item.before for item in self.changed if item.target.table is table]


def examine(reading: Reading, scope: str = "", *, keeps: bool = True) -> Examination:
    """Compare a reading with what is stored. Nothing is written.

    `scope` is the administrative code within which the rows must lie; `keeps`: a row that would
    turn back what an event of a household has changed is refused.
    """
    result = Examination(scope, keeps, problems=list(reading.problems))
    known = Known(reading, scope)
    terms = Terms(_agreements(reading))
    for sheet in ordered(reading):
        good, problems = known.sift(sheet, reading.rows.get(sheet.name, ()))
        result.problems += problems
        distinct = _distinct(result, sheet, targets(sheet, good, terms))
        verdict = _compare(result, TABLES[sheet.name], distinct)
        own = (p for p in result.problems if p.sheet == sheet.name and p.row)
        verdict.same += reading.repeated.get(sheet.name, 0)
        verdict.bad = len({(p.file, p.row) for p in own} - _headings(reading, sheet))
        verdict.rows = verdict.bad + verdict.new + verdict.changed + verdict.same
        result.sheets[sheet.name] = verdict
        if sheet.name == "简表":
            _first_sights(result, distinct)
    return result


def _agreements(reading: Reading) -> set[str]:
    """Return the agreements whose clauses and start the rows' keys depend on."""
    return {
        row.values[f"{SHEETS[name].table}.{column}"]
        for name, column in (("协议", "number"), ("受益", "agreement"))
        for row in reading.rows.get(name, ())
    }


def _headings(reading: Reading, sheet: Sheet) -> set[tuple[str, int]]:
    """Return the rows of headings: what is wrong there concerns no row of the table."""
    return {(item.file, item.row) for item in reading.sources if item.sheet is sheet}


def ordered(reading: Reading) -> list[Sheet]:
    """Return the sheets that the reading has, those that others refer to first."""
    found = {problem.sheet for problem in reading.problems} | set(reading.rows)
    found |= {source.sheet.name for source in reading.sources}
    return [SHEETS[name] for name in TABLES if name in found]


def _distinct(result: Examination, sheet: Sheet, targets: Iterable[Target]) -> list[Target]:
    """Refuse a second row that means the same place, such as a joining on the first day."""
    found: dict[Any, Target] = {}
    for item in targets:
        first = found.setdefault(item.id, item)
        if first is not item and first.cells != item.cells:
            place = {"file": first.source.file, "row": first.source.number}
            result.problems.append(item.source.problem(sheet.keys[-1], "duplicate_key", **place))
    return list(found.values())


def _compare(result: Examination, table: Table, targets: Sequence[Target]) -> Verdict:
    names = columns(table)
    place = names.index("batch")
    known = stored(table, targets)
    foreign = _foreign(result, table, [row[place] for row in known.values()])
    verdict, rows = Verdict(), []
    for item in targets:
        old = known.get(item.id)
        row = _row(item, names, old)
        if old is None:
            verdict.new += 1
        elif old == row:
            verdict.same += 1
            continue
        elif old[place] in foreign:
            last = SHEETS[item.source.sheet].keys[-1]
            result.problems.append(item.source.problem(last, "scope", code=result.scope))
            continue
        elif column := _turned_back(result, item, names, old, row):
            result.problems.append(_kept(item, column))
            continue
        else:
            verdict.changed += 1
            result.changed.append(Changed(item, old, row))
        rows.append(row)
        result.targets.append(item)
    if rows:
        result.written.append((table, rows))
    return verdict


def _turned_back(result: Examination, item: Target, names: list[str], old: Row, row: Row) -> str:
    """Return the first column that would hold again what it held before an event, or ""."""
    if not result.keeps:
        return ""
    table = item.table
    if table not in result.befores:
        result.befores[table] = befores(table._meta.table_name)  # type: ignore[attr-defined]
    for text in result.befores[table].get(item.id, ()):
        before = unpack(table, text)
        for name, was, now, then in zip(names, before, old, row, strict=True):
            if name != "batch" and was == then != now:
                return f".{name}"
    return ""


def _kept(item: Target, name: str) -> Problem:
    sheet = SHEETS[item.source.sheet]
    own = (column for column in sheet.columns if column.field.endswith(name))
    return item.source.problem(next(own, sheet.keys[-1]), "event")


def _foreign(result: Examination, table: Table, batches: Sequence[Any]) -> set[Any]:
    """Return the imports whose shared rates this county must not change."""
    if not result.scope or table not in SHARED:
        return set()
    scopes = imported_by(batches)
    return {batch for batch in batches if not scopes.get(batch, "").startswith(result.scope)}


def _row(item: Target, names: list[str], old: Row | None) -> Row:
    """Return the table's row: what the sheet states, and what it does not speak of as it was.

    Its batch is for whoever stores it to say.
    """
    if old is None:
        return tuple(map({**item.cells, "id": item.id, "batch": NO_BATCH}.get, names))
    return tuple(map(item.cells.get, names, old))


def _first_sights(result: Examination, targets: Sequence[Target]) -> None:
    """Add the households that 简表 names first; what sheet 农户 states is never overwritten."""
    stated = {item.id: item for item in map(first_sight, reversed(targets))}
    names = columns(Household)
    own, simple = names.index("id"), names.index("simple")
    fixed = {row[own] for table, rows in result.written if table is Household for row in rows}
    known = stored(Household, list(stated.values()))
    fixed |= {key for key, row in known.items() if not row[simple]}
    _compare(result, Household, [item for key, item in stated.items() if key not in fixed])


def counts(result: Examination) -> dict[str, int]:
    """Return how many rows there are of each verdict, all sheets together."""
    verdicts = result.sheets.values()
    return {name: sum(getattr(verdict, name) for verdict in verdicts) for name in COUNTS}
