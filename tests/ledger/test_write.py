"""The template and the export: complete, without live formulas, and read back as they were."""

import datetime as dt
import io
import re
import tempfile
import zipfile

import openpyxl
import pytest
import time_machine

from ledger.column import SHEETS
from ledger.heading import names
from ledger.heading import read as read_heading
from ledger.hint import TYPES, UNITS, heading, hint
from ledger.read import read
from ledger.write import export, template
from tests.ledger.full import ROWS


def same(found, rows=ROWS):
    """Say whether what was read is what was exported."""
    for sheet, written in rows.items():
        read_back = [
            {field: value for field, value in row.values.items() if value is not None}
            for row in found.rows[sheet]
        ]
        assert read_back == [{f: v for f, v in row.items() if v is not None} for row in written]
    return True


def test_the_template_has_every_sheet_and_no_row():
    found = read([("模板.xlsx", template())])
    assert len(found.sources) == len(SHEETS) - 1
    assert not any((found.rows, found.problems, found.dropped, found.skipped))
    for source in found.sources:
        assert source.columns == list(source.sheet.columns)


def test_the_template_says_what_to_fill_in():
    page = openpyxl.load_workbook(io.BytesIO(template()))["农户"]
    assert page["D1"].value == "户类别*"
    assert "必填" in page["D1"].comment.text
    lists = {str(v.sqref): v.formula1 for v in page.data_validations.dataValidation}
    assert lists["D2:D1048576"] == '"脱贫户,监测对象,其他农户"'


@pytest.mark.parametrize(
    "column", [c for s in SHEETS.values() for c in s.columns], ids=lambda c: c.field
)
def test_every_heading_is_read_back_in_its_own_unit(column):
    found = read_heading(heading(column), names(SHEETS[column.sheet]))
    assert (found.column, found.unit, found.bad_unit) == (column, 1, "")
    assert hint(column)
    assert column.type in TYPES
    assert not column.unit or column.unit in UNITS or column.unit.startswith("units")


def test_an_export_is_read_back_unchanged():
    found = read([("导出.xlsx", export(ROWS))])
    assert not found.problems
    assert same(found)
    assert [(d.sheet, d.reason) for d in found.dropped] == [("认账", "export_only")]


def test_an_export_has_the_answers_that_nobody_reads():
    answer = {
        "answer.agreement": "XY1",
        "answer.household": "H1",
        "answer.year": 2024,
        "answer.instalment": None,
        "answer.kind": "保底",
        "answer.state": "disputed",
    }
    page = openpyxl.load_workbook(io.BytesIO(export({}, [answer])))["认账"]
    assert [cell.value for cell in page[2]] == ["XY1", "H1", 2024, None, "保底", "有异议"]


def test_an_export_has_no_live_formula_and_no_link():
    rows = {
        "农户": [
            {"household.number": f"={n}", "household.head": text}
            for n, text in enumerate(
                ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "https://example.org", "007")
            )
        ]
    }
    data = export(rows)
    archive = zipfile.ZipFile(io.BytesIO(data))
    sheets = b"".join(archive.read(n) for n in archive.namelist() if "worksheets/" in n)
    assert not re.search(rb"<f[ >]", re.sub(rb"<dataValidations.*?</dataValidations>", b"", sheets))
    assert b"hyperlink" not in sheets
    page = openpyxl.load_workbook(io.BytesIO(data))["农户"]
    assert [row[2].value for row in page.iter_rows(min_row=2)][:2] == ["=1+1", "+1"]
    assert {row[2].data_type for row in page.iter_rows(min_row=2)} <= {"s", "inlineStr", "f"}


def test_days_are_days_and_money_is_numbers():
    page = openpyxl.load_workbook(io.BytesIO(export(ROWS)))["发放"]
    cells = {cell.value.partition("(")[0].strip("*"): page.cell(2, cell.column) for cell in page[1]}
    assert cells["实付日期"].value == dt.datetime(2024, 12, 20)
    assert cells["实付金额"].value == 4258.06
    assert cells["实付金额"].number_format == "0.00"


def test_nothing_stays_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    export(ROWS)
    with pytest.raises(KeyError):
        export({"农户": [{"household.category": "no such code"}]})
    assert not list(tmp_path.iterdir())


def test_a_workbook_is_the_same_all_day():
    with time_machine.travel("2026-11-29 08:00:00+00:00", tick=False):
        early = template()
    with time_machine.travel("2026-11-29 17:30:05+00:00", tick=False):
        late = template()
    assert early == late
