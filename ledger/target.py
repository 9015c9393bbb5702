"""Where a row of a sheet belongs: its table, its key and its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from ledger.column import Sheet
from ledger.row import Row
from models.agreement import Agreement, Result, Training
from models.bulk import columns, where_in
from models.business import Business
from models.household import Delivery, Household, Income, Settlement, Share, Simple
from models.ids import derive, household_id
from models.ledger import HolderTable, LedgerTable
from models.payment import Payment, Plan, Portion
from models.place import Village
from models.project import Asset, Lease, Project
from models.rate import County, Lpr, Price

Table = type[LedgerTable] | type[HolderTable]

# In the order in which rows may refer to one another.
TABLES: dict[str, Table] = {
    "项目": Project,
    "资产": Asset,
    "经营主体": Business,
    "协议": Agreement,
    "协议资产": Lease,
    "农户": Household,
    "简表": Simple,  # so early because sheets may refer to a household that only 简表 names
    "受益": Share,
    "经营结果": Result,
    "交售": Delivery,
    "结算": Settlement,
    "分配方案": Plan,
    "分户": Portion,
    "发放": Payment,
    "市价": Price,
    "利率": Lpr,
    "收入": Income,
    "行政村": Village,
    "县指标": County,
    "培训": Training,
}
SHEET_OF = {table: name for name, table in TABLES.items()}


@dataclass(frozen=True, slots=True)
class Target:
    """The row of a table that a row of a sheet stands for; `cells` are the columns it states."""

    table: Table
    id: UUID
    cells: Mapping[str, Any]
    source: Any = None  # the row of the sheet

    @property
    def key(self) -> tuple[UUID, ...]:
        """The primary key, in the order of the table's columns."""
        if "household" in self.cells:
            return (self.cells["household"], self.id)
        return (self.id,)


@cache
def column_of(table: Table, field: str) -> str:
    """Return the table's column for a field of columns.csv, such as project.fund.central."""
    name = field.split(".", 1)[1].replace(".", "_")
    return "holder" if name == "household" and issubclass(table, HolderTable) else name


def stored(table: Table, targets: Sequence[Target]) -> dict[UUID, tuple[Any, ...]]:
    """Return the rows that stand where `targets` belong, by id.

    A household's rows lie together, so they are found by their household.
    """
    place = columns(table).index("id")
    wanted = {item.id for item in targets}
    if not issubclass(table, HolderTable):
        return {row[place]: row for row in where_in(table, "id", wanted)}
    rows = where_in(table, "household", {item.cells["household"] for item in targets})
    return {row[place]: row for row in rows if row[place] in wanted}


def from_row(table: Table, row: tuple[Any, ...]) -> Target:
    """Return the target that a stored row is."""
    cells = dict(zip(columns(table), row, strict=True))
    return Target(table, cells["id"], cells)


class Terms:
    """The clause rows that are known so far, since an empty day in a cell means a day of theirs."""

    def __init__(self, numbers: Iterable[str]) -> None:
        self.rows: dict[tuple[str, int, date], UUID] = {}
        self.first: dict[tuple[str, int], UUID] = {}
        self.start: dict[str, date] = {}
        for row in where_in(Agreement, "number", set(numbers)):
            cells = dict(zip(columns(Agreement), row, strict=True))
            self._know(cells, cells["id"])

    def identify(self, cells: Mapping[str, Any]) -> UUID:
        """Return the id of a clause row: the known one with its key, else a new one.

        A row that is in force from its own start is the clause's first row, whatever the start is
        corrected to later.
        """
        number, clause, day = cells["number"], cells["clause"], cells["in_force_from"]
        found = self.rows.get((number, clause, day))
        if found is None and day == cells["starts_on"]:
            found = self.first.get((number, clause))
        found = found or derive("agreement", number, clause, day)
        self._know(cells, found)
        return found

    def _know(self, cells: Mapping[str, Any], row: UUID) -> None:
        number, clause, day = cells["number"], cells["clause"], cells["in_force_from"]
        self.rows[number, clause, day] = row
        if day == cells["starts_on"]:
            self.first[number, clause] = row
        self.start[number] = min(self.start.get(number, date.max), cells["starts_on"])


def targets(sheet: Sheet, rows: Iterable[Row], terms: Terms) -> Iterator[Target]:
    """Yield where rows of `sheet` belong; they hold only columns that the sheet has."""
    table = TABLES[sheet.name]
    name: str = table._meta.table_name  # type: ignore[attr-defined]
    names = {column.field: column_of(table, column.field) for column in sheet.columns}
    keys = [names[column.field] for column in sheet.keys]
    held = issubclass(table, HolderTable)
    for row in rows:
        cells = {names[field]: value for field, value in row.values.items()}
        if held:
            cells["household"] = household_id(cells["holder"])
        if table is Agreement:
            own = terms.identify(cells)
        elif table is Household:
            cells["simple"] = False
            own = household_id(cells["number"])
        else:
            if table is Share and cells.get("joined_on") == terms.start.get(cells["agreement"]):
                cells["joined_on"] = None
            own = derive(name, *[cells.get(key) for key in keys])
        yield Target(table, own, cells, row)


def first_sight(row: Target) -> Target:
    """Return the household that a row of 简表 speaks of, as sheet 农户 would first state it."""
    cells = {
        "number": row.cells["holder"],
        "village": row.cells["village"],
        "head": row.cells["head"],
        "category": row.cells.get("category"),
        "simple": True,
    }
    return Target(Household, row.cells["household"], cells, row.source)
