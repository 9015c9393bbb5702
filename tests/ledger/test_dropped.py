"""What must never be read is dropped in the child, by name, and appears nowhere."""

import json
import subprocess
import sys

import pytest

from ledger import open as opening
from ledger.read import read
from tests.ledger.build import book
from tests.ledger.sheets import VILLAGE, read_rows

HEADINGS = ["户编码", "行政村代码", "户主姓名", "户类别"]
ROW = ["H1", VILLAGE, "张三", "脱贫户"]
IDENTITY, CARD = "652301199001011235", "6222021234567890128"
FORBIDDEN = ["是否党员", "身份证号码（18位）", "户主电话", "ID card No.", "دىنىي ئېتىقادى"]


@pytest.mark.parametrize("heading", FORBIDDEN)
def test_a_forbidden_column_is_named_and_dropped(heading):
    found = read_rows("农户", [[*HEADINGS, heading], [*ROW, "绝不读取"]])
    assert [(d.sheet, d.column, d.reason) for d in found.dropped] == [
        ("农户", heading.replace("（", "(").replace("）", ")"), "forbidden")
    ]
    assert len(found.rows["农户"]) == 1
    assert "绝不读取" not in repr(found)


@pytest.mark.parametrize("heading", ["户主姓名（身份证号）", "户主姓名(民族)"])
def test_a_forbidden_word_beside_a_known_heading_counts(heading):
    found = read_rows("农户", [[*HEADINGS, heading], [*ROW, "x"]])
    assert [d.reason for d in found.dropped] == ["forbidden"]


@pytest.mark.parametrize(
    "heading", ["备注", "序号", "种植面积", "ئىزاھات", "Remark", "Traceability"]
)
def test_an_unknown_column_is_dropped_as_such(heading):
    found = read_rows("农户", [[*HEADINGS, heading], [*ROW, "x"]])
    assert [d.reason for d in found.dropped] == ["unknown"]


def test_a_column_without_a_heading_is_named_by_its_letter():
    found = read_rows("农户", [[*HEADINGS, None, "备注"], [*ROW, "x", "y"]])
    assert [(d.column, d.reason) for d in found.dropped] == [
        ("[E]", "unknown"),
        ("备注", "unknown"),
    ]


def test_the_second_of_two_alike_is_dropped():
    found = read_rows("农户", [[*HEADINGS, "户主姓名"], [*ROW, "李四"]])
    assert [(d.column, d.reason) for d in found.dropped] == [("户主姓名", "duplicate")]
    assert found.rows["农户"][0].values["household.head"] == "张三"


def test_unknown_sheets_and_the_answers_are_not_read():
    answers = [["协议编号", "户编码", "所属年度", "答复"], ["XY1", "H1", 2024, "有异议"]]
    data = book({"农户": [HEADINGS, ROW], "认账": answers, "说明": [["绝不读取"]]})
    found = read([("a.xlsx", data)])
    assert [(d.sheet, d.column, d.reason) for d in found.dropped] == [
        ("认账", "", "export_only"),
        ("说明", "", "unknown"),
    ]
    assert set(found.rows) == {"农户"}


def whole_output(data: bytes) -> tuple[bytes, bytes]:
    """Return everything that the child says about a workbook."""
    command = [sys.executable, "-I", "-S", "-c", opening.START, *opening._paths()]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout, done.stderr


def test_no_number_of_a_person_leaves_the_child():
    rows = [
        [*HEADINGS, "身份证号", f"备注{IDENTITY}", "民族"],
        [IDENTITY, VILLAGE, "张三", "脱贫户", IDENTITY, "x", "维吾尔族"],
        ["H2", VILLAGE, f"李四 {IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}", CARD, "", "", ""],
        ["H3", VILLAGE, int(IDENTITY), "６５２３０１１９９００１０１１２３５", "", "", "汉族"],
        [f"合计{IDENTITY}", None, None, None, None, None, None],
    ]
    data = book({"农户": rows, f"表{IDENTITY}": [["x"]]})
    out, err = whole_output(data)
    said = out.decode() + json.dumps([json.loads(line) for line in out.splitlines()])
    for secret in (IDENTITY, IDENTITY[:14], CARD, "６５２３０１", "维吾尔族", "汉族", "6.523"):
        assert secret not in said
    assert err == b""
    found = read([(f"{IDENTITY}.xlsx", data)])
    assert IDENTITY[6:14] not in repr(found)
    assert {p.expected for p in found.problems} >= {"identity", "bank_number", "digits_lost"}
    assert {p.value for p in found.problems if p.expected == "identity"} == {"******"}
