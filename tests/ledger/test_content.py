"""The export: everything that is stored, as it was typed, and nothing that is not the ledger's."""

import os
import tempfile

import openpyxl
import pytest

from ledger import content
from ledger.column import SHEETS
from ledger.read import read
from ledger.store import Import, store
from ledger.write import export
from models.answer import give
from models.due import Due
from models.household import Household
from models.ids import household_id
from models.visit import Check, Visit
from tests.ledger.county import (
    OTHER_COUNTY,
    OTHER_VILLAGE,
    SIMPLE,
    TODAY,
    VILLAGE,
    WHOLE,
    changed,
    put,
)
from tests.ledger.test_store import everything

OWN = VILLAGE[:6]
H1 = household_id("H-1")
MORE = {
    **WHOLE,
    "简表": (
        SIMPLE["简表"][0],
        (
            "S-1",
            VILLAGE,
            "巴合提古丽·居马哈力",
            "好日子农场",
            "土地流转",
            2024,
            10.5,
            None,
            None,
            None,
        ),
        ("S-1", VILLAGE, "+1-1", "丰收合作社", "务工就业", 2024, None, None, None, None),
    ),
    "交售": (
        ("协议编号", "户编码", "单号", "日期", "净重", "单价", "等级"),
        ("XY-1", "H-1", "001", "2024-09-30", 1234.5678, 2.3456, "＝一等"),
    ),
    "市价": (("品名", "日期", "单价"), ("小麦", "2024-10-01", 2.4)),
    "利率": (("日期", "一年期LPR"), ("2024-10-21", 3.1)),
    "县指标": (("县代码", "年度", "中央衔接资金总额(万元)"), (OWN, 2024, 1234.56)),
    "行政村": (("行政村代码", "有条件", "联系电话"), (VILLAGE, "否", "0994-2345678")),
    "分配方案": (
        ("方案编号", "行政村代码", "年度", "到账金额", "分配口径"),
        ("FA-1", VILLAGE, 2024, 999.99, "人"),
    ),
    "分户": (("方案编号", "户编码", "口径数"), ("FA-1", "H-1", 3)),
}


def exported(scope=""):
    return export(content.rows(scope), content.answers(TODAY, scope))


def imported(data, **order):
    return store(read([("导出.xlsx", data)]), Import(TODAY, **order))


@pytest.fixture
def full(db):
    done = put(MORE)
    assert not done.problems
    return done


def test_importing_an_export_changes_nothing(full):
    before = everything()
    again = imported(exported())
    assert not again.problems
    assert not again.examination.written
    assert everything() == before


def test_an_export_into_an_empty_ledger_makes_the_same_ledger(full, empty, tmp_path):
    data, before = exported(), everything()
    Household._meta.database.obj.close()
    (tmp_path / "ledger.db").write_bytes(empty.read_bytes())
    for rest in ("-wal", "-shm"):
        (tmp_path / f"ledger.db{rest}").unlink(missing_ok=True)
    done = imported(data)
    assert not done.problems
    after = everything()
    batches = (str(full.batch), str(done.batch))
    assert str(after).replace(batches[1], batches[0]) == str(before)


def test_a_household_known_from_the_simple_sheet_stays_so(full):
    again = imported(exported())
    assert again.batch
    assert Household.get(Household.number == "S-1").simple
    assert all(row["household.number"] != "S-1" for row in content.rows()["农户"])


def test_whose_head_the_later_import_stated_comes_first(full):
    other = (
        SIMPLE["简表"][0],
        ("S-1", VILLAGE, "新户主", "丰收合作社", "务工就业", 2024, *[None] * 4),
    )
    put({"简表": other})
    assert Household.get(Household.number == "S-1").head == "新户主"
    assert not imported(exported()).examination.written


def test_the_export_has_no_live_formula(full, tmp_path):
    path = tmp_path / "export.xlsx"
    path.write_bytes(exported())
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "+1-1" in {cell.value for cell in cells}
    assert book.sheetnames == list(SHEETS)


def test_a_county_exports_its_own_and_nothing_of_others(full):
    put({"农户": (WHOLE["农户"][0], ("Z-1", OTHER_VILLAGE, "别县人", "脱贫户"))})
    own = {name: list(found) for name, found in content.rows(OWN).items()}
    assert [row["household.number"] for row in own["农户"]] == ["H-1", "H-2"]
    assert [len(own[name]) for name in ("项目", "经营主体", "协议", "受益", "发放")] == [
        1,
        1,
        1,
        2,
        2,
    ]
    assert [len(own[name]) for name in ("交售", "分配方案", "分户", "简表")] == [1, 1, 1, 2]
    others = {name: list(found) for name, found in content.rows(OTHER_COUNTY).items()}
    assert [row["household.number"] for row in others.pop("农户")] == ["Z-1"]
    assert {name for name, found in others.items() if found} == {"市价", "利率"}


def test_a_county_can_import_its_own_export(full):
    again = imported(exported(OWN), scope=OWN)
    assert not again.problems
    assert not again.examination.written


def test_a_share_of_a_household_elsewhere_stays_out_of_a_county_export(full):
    put({"农户": (WHOLE["农户"][0], ("Z-1", OTHER_VILLAGE, "别县人", "脱贫户"))})
    put({"受益": (WHOLE["受益"][0], ("XY-1", "Z-1", 1), ("XY-1", "村集体", 1))})
    holders = [row["share.household"] for row in content.rows(OWN)["受益"]]
    assert sorted(holders) == ["H-1", "H-2", "村集体"]


def said(scope=""):
    return {
        (row["answer.agreement"], row["answer.household"], row["answer.year"]): row["answer.state"]
        for row in content.answers(TODAY, scope)
        if row["answer.kind"] == "保底"
    }


def test_answers_go_out_without_reasons(full):
    line = Due.get((Due.household == H1) & (Due.year == 2024) & (Due.kind == "guaranteed"))
    assert said()["XY-1", "H-1", 2024] == "none"
    give(H1, due=line.id, answer="disputed", reason="less", today=TODAY)
    assert said()["XY-1", "H-1", 2024] == "disputed"
    assert said(OWN)["XY-1", "H-1", 2024] == "disputed"
    assert not said(OTHER_COUNTY)
    assert "less" not in str(list(content.answers(TODAY)))
    give(H1, due=line.id, answer="none", today=TODAY)
    assert said()["XY-1", "H-1", 2024] == "none"


def test_lines_to_come_are_not_asked_about(full):
    assert ("XY-1", "H-1", 2025) in said()
    assert ("XY-1", "H-1", 2026) not in said()


def test_checks_and_openings_are_in_no_export(full):
    tables = {type(table).__name__ for table in content.TABLES.values()} | set(content.rows())
    assert not {Visit, Check} & set(content.TABLES.values())
    assert not [name for name in tables if "访" in name or "核对" in name or "查阅" in name]


def test_an_export_after_a_change_holds_the_change(full):
    put(changed("农户", 2, "户主姓名", "王建华"))
    assert [row["household.head"] for row in content.rows()["农户"]][1] == "王建华"


def test_what_a_killed_export_left_is_swept_away(full, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young, other = (tmp_path / n for n in ("liannong-workbook-a", "liannong-workbook-b", "c"))
    for folder in (old, young, other):
        folder.mkdir()
        (folder / "rows").write_text("王建国")
    for folder in (old, other):
        os.utime(folder, (0, 0))
    exported()
    assert [folder.exists() for folder in (old, young, other)] == [False, True, True]
    assert not [path for path in tmp_path.glob("liannong-workbook-*") if path != young]
