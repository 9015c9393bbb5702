"""One sheet of one uploaded workbook, taken in piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ledger import show
from ledger.cell import Cells
from ledger.check import findings
from ledger.column import COLUMNS, SHEETS, Column, Sheet
from ledger.fault import Fault
from ledger.problem import Problem
from ledger.row import Row, complete, keys_of
from ledger.unit import known

Raw = Sequence[Any]
MANY = 10_000  # problems of a sheet


@dataclass(slots=True)
class Source:
    """The columns that were read, the cells as they stood there, and the problems found in them."""

    file: str
    sheet: Sheet
    title: str
    row: int  # of the headings
    columns: list[Column]
    headings: list[str]  # as they stood there
    cells: list[Cells]
    problems: list[Problem] = field(default_factory=list)
    pieces: list[tuple[list[int], list[Raw]]] = field(default_factory=list)  # column by column
    refused: bool = False  # the sheet as a whole

    @classmethod
    def of(cls, file: str, message: Mapping[str, Any]) -> Source:
        """Begin a sheet with what the child says of its headings."""
        columns = [COLUMNS[name] for name, _, _ in message["columns"]]
        units = [Decimal(unit) for _, unit, _ in message["columns"]]
        source = cls(
            file=file,
            sheet=SHEETS[message["sheet"]],
            title=message["title"],
            row=message["row"],
            columns=columns,
            headings=[written for _, _, written in message["columns"]],
            cells=[Cells(column, unit) for column, unit in zip(columns, units, strict=True)],
        )
        source.problems = list(source.heading_problems(message["units"]))
        source.refused = bool(source.problems)
        return source

    def heading_problems(self, units: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        """Yield why no row of this sheet can be taken."""
        if not self.columns:
            yield Problem(self.sheet.name, self.row, "", self.title, "headings", {}, self.file)
            return
        for name, unit in units:
            column = COLUMNS[name]
            params = {"unit": unit, "units": known(column)}
            yield self._at(self.row, column, unit, Fault("unit", params))
        for column in self.sheet.columns:
            if column.required and column not in self.columns:
                yield self._at(self.row, column, "", Fault("column_missing"))

    def _at(self, row: int, column: Column, value: str, fault: Fault) -> Problem:
        params = dict(fault.params)
        return Problem(self.sheet.name, row, column.heading, value, fault.code, params, self.file)

    def take(self, numbers: list[int], raws: list[Raw]) -> Iterator[Row]:
        """Take a piece in, yield its good rows and keep the problems of the others."""
        self.pieces.append((numbers, raws))
        if self.refused:
            return
        read: list[Raw] = [cells.each(raw) for cells, raw in zip(self.cells, raws, strict=True)]
        bad = self._bad(numbers, raws, read)
        fields = [column.field for column in self.columns]
        keys = keys_of(self.sheet)
        for number, values in zip(numbers, zip(*read, strict=True), strict=True):
            if number in bad:
                continue
            row = Row(
                self.sheet.name, number, self.file, dict(zip(fields, values, strict=True)), ()
            )
            row.key = complete(row.values, keys)
            found = findings(self.sheet.table, row.values)
            if not found:
                yield row
            for name, code, params in found:
                self.problems.append(row.problem(COLUMNS[name], code, **params))

    def _bad(self, numbers: list[int], raws: list[Raw], read: list[Raw]) -> set[int]:
        """Report the cells that could not be read and return the numbers of their rows."""
        places: dict[int, list[int]] = {}
        for column, cells in enumerate(self.cells):
            if cells.faulty:
                for place, value in enumerate(read[column]):
                    if type(value) is Fault:
                        places.setdefault(place, []).append(column)
        for place in sorted(places):
            if all(isinstance(raw[place], str) and not raw[place].strip() for raw in raws):
                continue
            # Every bad row is named; when there are very many, by its first bad cell alone.
            shown = places[place] if len(self.problems) < MANY else places[place][:1]
            for column in shown:
                text = show.raw(raws[column][place])
                fault = read[column][place]
                self.problems.append(self._at(numbers[place], self.columns[column], text, fault))
        return {numbers[place] for place in places}
