"""Whether a row refers to something that exists, in the ledger or in the same upload."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from ledger.column import Column, Sheet
from ledger.problem import Problem
from ledger.read import Reading
from ledger.row import Row
from models.agreement import Agreement
from models.bulk import chunks, tuples
from models.territory import OFFICES, places

GROUPS = frozenset({"村集体", "其他股东"})
PLACE = "行政区"
# Columns that refer to something although columns.csv calls them text: field → sheets.
TEXT_REFERENCES = {
    "agreement.party_number": ("经营主体", PLACE),
    "share.household": ("农户",),
    "payment.agreement": ("协议", "分配方案"),
    "payment.household": ("农户", "经营主体", PLACE),
}
HOLDERS = frozenset({"share.household", "payment.household"})
# Sheets whose rows have a number that others refer to, with the concept that it names.
NUMBERED = {
    "项目": "project",
    "资产": "asset",
    "经营主体": "business",
    "协议": "agreement",
    "农户": "household",
    "分配方案": "plan",
    "简表": "household",
}
# A business may work in other counties than its own.
ANYWHERE = frozenset({"经营主体"})
PARTY = "agreement.party_number"
Values = Mapping[str, Any]
Refusal = Callable[[tuple[str, ...], str], str]


def sheets_of(column: Column) -> tuple[str, ...]:
    """Return the sheets in one of which a value of `column` must be found."""
    if column.reference:
        return (column.reference,)
    if column.type in {"code12", "code6"}:
        return (PLACE,)
    return TEXT_REFERENCES.get(column.field, ())


def _sheets_for(column: Column, values: Values) -> tuple[str, ...]:
    """Return the same for one row, whose other cells may say more."""
    if column.field in HOLDERS and values.get(column.field) in GROUPS:
        return ()
    if column.field == PARTY:
        party = values.get("agreement.party")
        if party == "household":
            return ()
        return (PLACE,) if party in OFFICES else ("经营主体",)
    return sheets_of(column)


class Known:
    """The numbers that exist: those asked for are looked up once, with those of the upload."""

    def __init__(self, reading: Reading, scope: str) -> None:
        self.reading = reading
        self.scope = scope
        self.good: dict[str, set[str]] = {}  # of this upload, by sheet
        self.stored: dict[str, dict[str, str | None]] = {}  # sheet → number → its place, or None
        self.clauses: dict[tuple[str, int], bool] = {}

    def sift(self, sheet: Sheet, rows: Sequence[Row]) -> tuple[list[Row], list[Problem]]:
        """Part the rows that can be stored from those that refer to nothing or lie outside."""
        for column in sheet.columns:
            for name in sheets_of(column):
                self._look_up(name, {row.values.get(column.field) for row in rows})
        if self.scope and sheet.name in NUMBERED:
            self._look_up(sheet.name, {row.values[sheet.keys[0].field] for row in rows})
        clause = self._clause(sheet, rows)
        refer = [c for c in sheet.columns if sheets_of(c) or c.field == PARTY]
        refusal = cache(self._refusal)  # many rows refer to the same
        good, problems = [], []
        for row in rows:
            found = self._problem(sheet, refer, row, refusal) or (
                clause and self._clause_problem(clause, row)
            )
            if found:
                problems.append(found)
            else:
                good.append(row)
        self._remember(sheet, good)
        return good, problems

    def _remember(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        if sheet.name in NUMBERED:
            field = sheet.keys[0].field
            name = "农户" if sheet.name == "简表" else sheet.name
            self.good.setdefault(name, set()).update(row.values[field] for row in rows)
        if sheet.name == "协议":
            for row in rows:
                key = row.values["agreement.number"], row.values["agreement.clause"]
                self.clauses[key] = True

    def _look_up(self, name: str, values: set[Any]) -> None:
        known = self.stored.setdefault("农户" if name == "简表" else name, {})
        asked = values - {None, *GROUPS} - set(known)
        known.update(dict.fromkeys(asked))
        known.update(places(NUMBERED.get(name, "place"), asked))

    def _problem(
        self, sheet: Sheet, refer: Sequence[Column], row: Row, refusal: Refusal
    ) -> Problem | None:
        if self.scope and sheet.name in NUMBERED and self._is_elsewhere(sheet, row):
            return row.problem(sheet.keys[0], "scope", code=self.scope)
        for column in refer:
            value = row.values.get(column.field)
            if value is None or not (sheets := _sheets_for(column, row.values)):
                continue
            if code := refusal(sheets, value):
                told = {"code": self.scope} if code == "scope" else {"sheets": "、".join(sheets)}
                return row.problem(column, code, **told)
        return None

    def _refusal(self, sheets: tuple[str, ...], number: str) -> str:
        """Return the code of why a number of one of these sheets is refused, or ""."""
        found = [(name, self._place(name, number)) for name in sheets]
        if all(place is None for _, place in found):
            return "reference"
        return "" if any(self._may_refer(name, place) for name, place in found) else "scope"

    def _place(self, name: str, number: str) -> str | None:
        """Return where a number lies, or None where there is none such."""
        if number in self.good.get(name, ()):
            return self.scope
        return self.stored.get(name, {}).get(number)

    def _may_refer(self, name: str, place: str | None) -> bool:
        return place is not None and (name in ANYWHERE or place.startswith(self.scope))

    def _is_elsewhere(self, sheet: Sheet, row: Row) -> bool:
        """Say whether the row would overwrite what belongs to another county."""
        name = "农户" if sheet.name == "简表" else sheet.name
        place = self.stored.get(name, {}).get(row.values[sheet.keys[0].field])
        return place is not None and not place.startswith(self.scope)

    def _clause(self, sheet: Sheet, rows: Sequence[Row]) -> Column | None:
        """Look the clauses up that a sheet refers to; return its column for their number."""
        ends = (".clause",) if sheet.name != "协议" else ()
        column = next((c for c in sheet.columns if c.field.endswith(ends)), None) if ends else None
        if column is None:
            return None
        asked = {(row.values[sheet.columns[0].field], row.values[column.field]) for row in rows}
        numbers = {number for number, _ in asked - set(self.clauses)}
        for part in chunks(numbers):
            query = Agreement.select(Agreement.number, Agreement.clause)
            for key in tuples(query.where(Agreement.number.in_(part)).distinct()):
                self.clauses[key] = True
        return column

    def _clause_problem(self, column: Column, row: Row) -> Problem | None:
        key = row.values[f"{column.table}.agreement"], row.values[column.field]
        return None if key in self.clauses else row.problem(column, "reference", sheets="协议")
