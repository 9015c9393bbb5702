"""A workbook of terms is laid on the signing table, agreement by agreement."""

from ledger.bring import brought
from ledger.read import read
from tests.ledger.build import book
from tests.ledger.sheets import table

ROSTER = [
    ["协议编号", "条款序号", "户编码", "量化金额", "面积"],
    ["XY1", None, "H1", 20000, None],
    ["XY1", 3, "H1", None, 5.5],
    ["XY2", 1, "H2", 100, None],
    ["XY9", 1, "H3", 1, None],
]
ASSETS = [["协议编号", "资产编号"], ["XY1", "Z1"], ["XY2", "Z2"]]


def bring(*changes, **sheets):
    data = book({"协议": table("协议", *changes), **sheets})
    return brought(read([("条款.xlsx", data)]))


def test_clauses_of_one_number_are_one_agreement_and_counted_anew():
    found, problems = bring(
        {"条款序号": 3, "带动方式": "土地流转", "租金单价": 610},
        {"条款序号": 1, "本金": "4万元"},
        {"协议编号": "XY2"},
        受益=ROSTER,
        协议资产=ASSETS,
    )
    assert not problems
    first, second = sorted(found, key=lambda each: each.number)
    assert [each["agreement.mode"] for each in first.clauses] == ["share", "land"]
    assert first.clauses[0]["agreement.principal"] == "40000.00"
    assert first.clauses[1]["agreement.rent_price"] == "610.00"
    assert [(row.clause, row.holder, row.amount, row.area) for row in first.roster] == [
        (1, "H1", 2_000_000, None),
        (2, "H1", None, 55_000),
    ]
    assert (first.assets, second.assets) == (("Z1",), ("Z2",))
    assert [row.holder for row in second.roster] == ["H2"]


def test_nobody_types_a_clauses_number_or_the_day_from_which_it_holds():
    found, _ = bring({"条款生效日期": "2024-01-01"})
    assert not {"agreement.clause", "agreement.in_force_from"} & set(found[0].clauses[0])


def test_terms_that_change_later_are_no_matter_of_the_table():
    _, problems = bring({}, {"条款生效日期": "2025-01-01", "本金": 1})
    assert [(each.column, each.expected) for each in problems] == [("条款序号", "duplicate_key")]


def test_words_about_people_are_refused_with_their_row():
    _, problems = bring({"进入机制": "不看民族"}, {"协议编号": "XY2"})
    assert [(each.row, each.column, each.expected) for each in problems] == [
        (2, "进入机制", "forbidden_word")
    ]


def test_other_sheets_of_the_ledger_are_left_alone():
    found, problems = bring({}, 农户=[["户编码"], ["H1"]])
    assert len(found) == 1
    assert not problems
