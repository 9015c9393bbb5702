"""The county takes its ledger out: why, what comes, and who reads of it."""

import io

import openpyxl
import pytest

from ledger import write
from models import access
from models.ids import household_id
from models.place import load_places
from tests.ledger.county import WHOLE
from tests.web.test_ledger import page, preview, words


@pytest.fixture
def county(app, sign_in):
    load_places()
    return sign_in("county")


@pytest.fixture
def address(county):
    """A stored import."""
    found = preview(county, WHOLE)
    county.post(f"{found}/store", data={"rows": "all"})
    return found


def export(client, reason="export_change"):
    return client.post("/ledger/export", data={"reason": reason})


def test_the_file_has_a_clear_name_and_is_cached_nowhere(county, address):
    response = export(county)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="liannong.xlsx"; filename*=UTF-8')
    assert disposition.endswith(".xlsx")
    assert openpyxl.load_workbook(io.BytesIO(response.data)).sheetnames[0] == "项目"


def test_an_export_brought_in_again_changes_nothing(county, address):
    found = page(county, preview(county, export(county).data))
    assert "没有错，也没有改动旧的内容" in words(found) or "只供导出" in words(found)
    totals = [cell.get_text() for cell in found.select("tfoot td")]
    assert totals == ["合计", "0", "0", "0", "9", "9"]


def test_a_county_exports_its_own(county, address, sign_in):
    other = sign_in("county", "652302")
    sheet = openpyxl.load_workbook(io.BytesIO(export(other).data))["农户"]
    assert sheet.max_row == 1
    own = openpyxl.load_workbook(io.BytesIO(export(county).data))["农户"]
    assert [row[0].value for row in own.iter_rows(min_row=2)] == ["H-1", "H-2"]


def test_every_household_sees_that_its_record_was_taken_out_and_why(county, address, clock):
    assert not access.of_household(household_id("H-1"))
    for reason in (access.EXPORTS[0], *access.EXPORTS[:2]):
        export(county, reason)
    noted = access.of_household(household_id("H-1"))
    assert {opening.purpose for opening in noted} == set(access.EXPORTS[:2])
    today = clock.moment.date()
    assert [(each.role, each.day) for each in noted] == [("county", today)] * 2
    assert noted[0].name == "阿依古丽·买买提"


def test_without_a_reason_nothing_is_taken_out(county, address):
    found = page(county, "/ledger/export")
    assert [each["value"] for each in found.select("[name=reason]")] == [*access.EXPORTS]
    for other in ("export", "check", "whatever"):
        answer = export(county, other)
        assert (answer.status_code, "请选一个" in answer.text) == (422, True)
    assert not access.of_household(household_id("H-1"))


def test_every_sheet_says_at_its_foot_who_took_it_out_when_and_why(county, address, clock):
    data = export(county, "export_report").data
    book = openpyxl.load_workbook(io.BytesIO(data))
    said = book.properties.description
    assert said.startswith("昌吉市 · 阿依古丽·买买提 · " + clock.moment.date().isoformat())
    assert said.endswith("报给上级")
    assert {sheet.oddFooter.center.text for sheet in book} == {said}


@pytest.mark.parametrize("name", ["&[Picture]", "张&G", 'A&B &P "李"', "😀" * 200])
def test_no_name_takes_the_foot_away(name):
    data = write.export({}, (), f"昌吉市 · {name} · 2026-11-23")
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        assert sheet.oddFooter.center.text.startswith(f"昌吉市 · {name}".replace("&", "＆")[:110])
