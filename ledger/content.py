"""What is stored, as rows of the workbook: the other direction of `ledger.store`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ledger.column import SHEETS, Column
from ledger.reference import ANYWHERE, NUMBERED
from ledger.target import TABLES, column_of
from models.answer import Answer
from models.bulk import columns, pairs, tuples, values
from models.due import Due
from models.household import Household, Simple
from models.scope import under
from models.territory import places

Values = dict[str, Any]
# The word of 款项 for a kind of line (sheet 发放); every other kind is 其他.
KINDS = {
    "guaranteed": "保底",
    "dividend": "分红",
    "rent": "租金",
    "order": "货款",
    "wage": "工资",
    "portion": "分户",
}
NEVER_ASKED = ("saved", "training")
STATED = "简表"


def rows(scope: str = "") -> dict[str, Iterator[Values]]:
    """Return the rows of every sheet (field → value), each read while it is written.

    With the code of a county only what lies in it: a row goes out if everything does that it
    speaks of.
    """
    inside = _Inside(scope) if scope else None
    return {name: _rows(name, inside) for name in TABLES}


def _rows(name: str, inside: _Inside | None) -> Iterator[Values]:
    table: Any = TABLES[name]
    sheet = SHEETS[name]
    names = columns(table)
    # Where an empty cell stands among the others is for each kind of database to say.
    order = [getattr(table, column).asc(nulls="first") for column in _order(name)]
    query = table.select().order_by(*order)
    if table is Household:
        # Who is known from 简表 alone goes out in that sheet, else it would count as stated twice.
        query = query.where(~Household.simple)
    places_of = [names.index(column_of(table, column.field)) for column in sheet.columns]
    fields = [column.field for column in sheet.columns]
    for row in _settled(table, tuples(query)):
        found = dict(zip(fields, [row[place] for place in places_of], strict=True))
        if inside is None or inside.holds(name, found):
            yield found


def _order(name: str) -> list[str]:
    table: Any = TABLES[name]
    keys = [column_of(table, column.field) for column in SHEETS[name].keys]
    return [*keys, "id"]


def _settled(table: Any, found: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Put first, of a household's rows of 简表, the one whose head and village it has now.

    An import takes them from the first, so importing the export again changes nothing.
    """
    if table is not Simple:
        yield from found
        return
    names = columns(Simple)
    key, *stated = (names.index(name) for name in ("household", "village", "head", "category"))
    now = {
        row[0]: row[1:]
        for row in tuples(
            Household.select(*(Household.id, Household.village, Household.head, Household.category))
        )
    }
    every = list(found)
    every.sort(key=lambda row: (row[names.index("holder")], now.get(row[key]) != _at(row, stated)))
    yield from every


def _at(row: tuple[Any, ...], chosen: list[int]) -> tuple[Any, ...]:
    return tuple([row[place] for place in chosen])


class _Inside:
    """What lies in one county: the numbers of each concept that has a place."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.numbers: dict[str, set[str]] = {}
        self.households: set[str] = set()  # wherever they live
        for name in ("项目", "资产", "经营主体", "协议", "农户", "分配方案"):
            table: Any = TABLES[name]
            found = places(NUMBERED[name], values(table.select(table.number).distinct()))
            self.numbers[name] = {key for key, place in found.items() if place.startswith(scope)}
            if table is Household:
                self.households.update(found)

    def holds(self, name: str, row: Mapping[str, Any]) -> bool:
        """Say whether a row of this sheet goes out."""
        own = self.numbers.get(name)
        columns = SHEETS[name].columns
        return (own is None or row[columns[0].field] in own) and all(
            self._reaches(column, row[column.field])
            for column in columns
            if row[column.field] is not None
        )

    def _reaches(self, column: Column, value: Any) -> bool:
        """Say whether a cell speaks of nothing outside."""
        if column.type in {"code12", "code6"}:
            return value.startswith(self.scope)
        if column.field in {"share.household", "simple.household", "payment.household"}:
            return value not in self.households or value in self.numbers["农户"]
        if column.field == "payment.agreement":
            return value in self.numbers["协议"] or value in self.numbers["分配方案"]
        restricted = column.reference and column.reference not in ANYWHERE
        return not restricted or value in self.numbers[column.reference]


def answers(on: date, scope: str = "") -> Iterator[Values]:
    """Yield sheet 认账: what households said of their lines, without reasons.

    Lines whose day has not come are listed only where somebody has answered already.
    """
    said = _said()
    merged: dict[tuple[Any, ...], set[str]] = {}
    for line in tuples(_lines(scope)):
        key, own, due_on, paid = _key(line), line[0], line[-2], line[-1]
        answer = said.get(own, "none")
        if answer != "none" or paid or (due_on is not None and due_on <= on):
            merged.setdefault(key, set()).add(answer)
    fields = [column.field for column in SHEETS["认账"].columns]
    for key, found in sorted(merged.items(), key=lambda item: tuple(map(str, item[0]))):
        state = "disputed" if "disputed" in found else found.pop() if len(found) == 1 else "none"
        yield dict(zip(fields, (*key, state), strict=True))


def _said() -> dict[UUID, str]:
    query = Answer.select(Answer.due, Answer.answer).where(Answer.due.is_null(False))
    return pairs(query.order_by(Answer.turn))


def _lines(scope: str) -> Any:
    query = Due.select(
        *(Due.id, Due.agreement, Due.business, Due.party_number, Due.year),
        *(Due.instalment, Due.kind, Due.due_on, Due.paid),
    ).where((Due.party == "household") & ~Due.withdrawn & Due.kind.not_in(NEVER_ASKED))
    return query.where(under(Due.village, scope)) if scope else query


def _key(line: tuple[Any, ...]) -> tuple[Any, ...]:
    _, agreement, business, household, year, instalment, kind, _, _ = line
    return (
        agreement or f"{STATED} {business}",
        household,
        year,
        instalment,
        STATED if kind == "stated" else KINDS.get(kind, "其他"),
    )
