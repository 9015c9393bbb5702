"""A sheet taken in piece by piece."""

from ledger import source
from ledger.source import Source
from tests.ledger.sheets import VILLAGE

HEAD = {
    "sheet": "农户",
    "title": "农户",
    "row": 1,
    "columns": [
        ["household.number", "1", "户编码"],
        ["household.village", "1", "行政村代码"],
        ["household.head", "1", "户主姓名"],
        ["household.category", "1", "户类别"],
    ],
    "units": [],
}


def bad(count):
    return [[f"H{n}" for n in range(count)], ["x"] * count, [""] * count, ["y"] * count]


def test_good_rows_are_given_and_bad_ones_named():
    taken = Source.of("a.xlsx", HEAD)
    cells = [["H1", "H2"], [VILLAGE, "x"], ["张三", "李四"], ["脱贫户", "脱贫户"]]
    assert [row.number for row in taken.take([2, 3], cells)] == [2]
    assert [(p.row, p.column, p.value) for p in taken.problems] == [(3, "行政村代码", "x")]


def test_when_there_are_very_many_problems_every_bad_row_is_still_named(monkeypatch):
    monkeypatch.setattr(source, "MANY", 30)
    taken = Source.of("a.xlsx", HEAD)
    assert not list(taken.take(list(range(2, 102)), bad(100)))
    assert {problem.row for problem in taken.problems} == set(range(2, 102))
    assert len(taken.problems) == 30 + 90


def test_a_row_of_blanks_is_nothing():
    taken = Source.of("a.xlsx", HEAD)
    assert not list(taken.take([2], [[" "], ["\u3000"], [""], [""]]))
    assert not taken.problems


def test_a_sheet_without_a_needed_column_gives_no_row_but_keeps_its_cells():
    taken = Source.of("a.xlsx", {**HEAD, "columns": HEAD["columns"][:3]})
    assert taken.refused
    assert not list(taken.take([2], [["H1"], [VILLAGE], ["张三"]]))
    assert taken.pieces == [([2], [["H1"], [VILLAGE], ["张三"]])]
