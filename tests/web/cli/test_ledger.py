"""The commands of the ledger: exit codes and JSON as contract.md fixes them."""

import json
import stat

import pytest

from ledger.column import SHEETS
from ledger.read import read
from models.batch import Batch
from models.household import Household
from models.place import load_places
from tests.ledger.build import book
from tests.ledger.county import WHOLE, changed, only

BAD = changed("发放", 1, "实付金额", "一千二")


@pytest.fixture
def ledger(app):
    """A function that runs `flask ledger …` and returns its result."""
    load_places()
    return lambda *given: app.test_cli_runner().invoke(args=["ledger", *map(str, given)])


@pytest.fixture
def file(tmp_path):
    def write(sheets, name="台账.xlsx"):
        path = tmp_path / name
        path.write_bytes(sheets if isinstance(sheets, bytes) else book(sheets))
        return path

    return write


def run(ledger, *given):
    result = ledger("import", "--json", *given)
    return result.exit_code, json.loads(result.output)


def test_a_clean_workbook_is_stored(ledger, file):
    code, said = run(ledger, file(WHOLE))
    assert code == 0
    assert set(said) == {"batch", "sheets", "problems", "dropped", "stored"}
    assert said["stored"] is True
    assert said["sheets"]["农户"] == {"rows": 2, "new": 2, "changed": 0, "same": 0, "bad": 0}
    assert said["problems"] == said["dropped"] == []
    assert str(Batch.get().id) == said["batch"]


def test_importing_it_again_changes_nothing(ledger, file):
    run(ledger, file(WHOLE))
    code, said = run(ledger, file(WHOLE))
    assert code == 0
    assert said["sheets"]["农户"] == {"rows": 2, "new": 0, "changed": 0, "same": 2, "bad": 0}


def test_a_bad_cell_stores_nothing_and_is_named(ledger, file):
    code, said = run(ledger, file(BAD))
    assert code == 1
    assert (said["stored"], said["batch"]) == (False, None)
    assert said["problems"] == [
        {
            "sheet": "发放",
            "row": 2,
            "column": "实付金额",
            "value": "一千二",
            "expected": "要写数字，例如 1200.00",
            "message": "“发放”表第 2 行“实付金额”写的是“一千二”，要写数字，例如 1200.00。",
        }
    ]
    assert not Household.select().exists()


def test_good_rows_are_stored_beside_bad_ones_when_asked(ledger, file):
    code, said = run(ledger, file(BAD), "--skip-bad")
    assert code == 2
    assert said["stored"] is True
    assert said["sheets"]["发放"] == {"rows": 2, "new": 1, "changed": 0, "same": 0, "bad": 1}


def test_skipping_bad_rows_of_a_clean_workbook_is_a_full_success(ledger, file):
    assert run(ledger, file(WHOLE), "--skip-bad")[0] == 0


@pytest.mark.parametrize(("sheets", "code"), [(WHOLE, 0), (BAD, 1)])
def test_a_dry_run_stores_nothing(ledger, file, sheets, code):
    found, said = run(ledger, file(sheets), "--dry-run")
    assert (found, said["stored"], said["batch"]) == (code, False, None)
    assert said["sheets"]["农户"]["new"] == 2
    assert not Household.select().exists()


def test_dropped_columns_are_named(ledger, file):
    rows = [[*row, more] for row, more in zip(WHOLE["农户"], ("民族", "甲", "乙"), strict=True)]
    code, said = run(ledger, file({"农户": rows}))
    assert code == 0
    assert said["dropped"] == [
        {"sheet": "农户", "column": "民族", "reason": "这类个人信息永远不收，整列没有读"}
    ]


def test_hidden_rows_are_named_too(ledger, file):
    def hide(made):
        made["农户"].row_dimensions[3].hidden = True

    code, said = run(ledger, file(book({"农户": WHOLE["农户"]}, hide)))
    assert code == 0
    assert said["sheets"]["农户"]["rows"] == 1
    assert said["dropped"] == [{"sheet": "农户", "column": "", "reason": "隐藏的行 · 1 行"}]


def test_several_files_may_refer_to_each_other(ledger, file):
    first = file(only("受益", "发放"), "一.xlsx")
    second = file(only("项目", "经营主体", "协议", "农户"), "二.xlsx")
    assert run(ledger, first, second)[0] == 0


def test_of_several_files_the_bad_one_is_named(ledger, file):
    _, said = run(ledger, file(only("农户"), "一.xlsx"), file(only("受益"), "二.xlsx"))
    assert all(problem["message"].startswith("二.xlsx: ") for problem in said["problems"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "是 PDF"),
        (b"", "是空文件"),
        (b"PK\x03\x04rest", "不完整或已损坏"),
        (b"a,b\n1,2\n", "是文本"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(ledger, file, data, words):
    code, said = run(ledger, file(data))
    assert code == 1
    [problem] = said["problems"]
    assert words in problem["message"]
    assert problem["value"] == "台账.xlsx"
    assert said["sheets"] == {}


def test_a_file_that_is_not_there_is_said_so(ledger, tmp_path):
    code, said = run(ledger, tmp_path / "没有.xlsx")
    assert code == 1
    assert "找不到“没有.xlsx”" in said["problems"][0]["message"]


def test_the_report_speaks_uyghur(ledger, file):
    _, said = run(ledger, file(BAD), "--lang", "ug")
    message = said["problems"][0]["message"]
    assert "\u2068一千二\u2069" in message
    assert said["problems"][0]["row"] == 2


def test_the_report_is_text_without_the_flag(ledger, file):
    result = ledger("import", file(BAD))
    assert "农户：共 2 行，新增 2，变更 0，不变 0，有误 0" in result.output
    assert "“发放”表第 2 行“实付金额”写的是“一千二”" in result.output
    assert result.output.rstrip().endswith("没有存入")
    assert "已存入，批次" in ledger("import", file(WHOLE)).output


def test_export_and_import_change_nothing(ledger, file, tmp_path):
    run(ledger, file(WHOLE))
    out = tmp_path / "导出.xlsx"
    assert ledger("export", out).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    code, said = run(ledger, out)
    assert code == 0
    assert not any(n["new"] or n["changed"] or n["bad"] for n in said["sheets"].values())


@pytest.mark.parametrize("command", ["export", "template"])
def test_where_nothing_can_be_written_it_is_said_so(ledger, tmp_path, command):
    result = ledger(command, tmp_path / "没有" / "台账.xlsx")
    assert result.exit_code == 1
    assert "台账.xlsx" in result.output


def test_the_template_has_every_sheet_and_no_row(ledger, tmp_path):
    out = tmp_path / "模板.xlsx"
    assert ledger("template", out).exit_code == 0
    found = read([("模板.xlsx", out.read_bytes())])
    assert not found.rows
    assert not found.problems
    assert [source.sheet.name for source in found.sources] == list(SHEETS)[:-1]


def test_undo_takes_an_import_back_once(ledger, file):
    _, said = run(ledger, file(WHOLE))
    assert ledger("undo", said["batch"]).exit_code == 0
    assert not Household.select().exists()
    again = ledger("undo", said["batch"])
    assert again.exit_code == 1
    assert "没有这次导入，或者已经撤回。" in again.output


def test_what_is_no_batch_is_a_mistake_of_use(ledger):
    assert ledger("undo", "abc").exit_code == 2
