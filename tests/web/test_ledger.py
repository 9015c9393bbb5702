"""The county's import: nothing is stored before a preview, and then once."""

import io
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from ledger import draft
from models.batch import Batch
from models.household import Household
from models.place import load_places
from tests.ledger.build import book
from tests.ledger.county import OTHER_COUNTY, OTHER_VILLAGE, WHOLE, changed, only

BAD = changed("发放", 1, "实付金额", "一千二")


@pytest.fixture
def county(app, sign_in):
    load_places()
    return sign_in("county")


def send(client, *sheets, id_=None, **names):
    files = [
        (io.BytesIO(data if isinstance(data, bytes) else book(data)), f"台账{place}.xlsx")
        for place, data in enumerate(sheets, 1)
    ]
    return client.post("/ledger", data={"id": str(id_ or uuid4()), "files": files, **names})


def preview(client, *sheets):
    response = send(client, *sheets)
    assert response.status_code == 303
    return response.location


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.text, "html.parser")


def words(found):
    return " ".join(found.get_text(" ").split())


def counted(found):
    return {
        row.th.get_text(): [int(cell.get_text()) for cell in row.find_all("td")]
        for row in found.select(".table_narrow tbody tr")
    }


def test_the_page_offers_import_downloads_and_history(county):
    found = page(county, "/ledger")
    assert found.select_one("input[type=file][multiple]")["name"] == "files"
    assert [a["href"] for a in found.main.select("a[href^='/ledger/']")] == [
        "/ledger/template",
        "/ledger/export",
    ]
    assert "还没有导入过" in words(found)


def test_a_preview_counts_what_would_be_stored_and_stores_nothing(county):
    found = page(county, preview(county, WHOLE))
    assert "还没有存入" in words(found)
    assert counted(found)["农户"] == [0, 2, 0, 0, 2]
    assert found.find("form", action=lambda a: a and a.endswith("/store")).find("button")
    assert not Household.select().exists()


def test_storing_shows_what_was_stored(county):
    address = preview(county, WHOLE)
    response = county.post(f"{address}/store", data={"rows": "all"})
    assert (response.status_code, response.location) == (303, address)
    found = page(county, address)
    assert "已经存入" in words(found)
    assert "共 9 行：新增 9" in words(found)
    assert Household.select().count() == 2
    assert "第 1 次" in words(page(county, "/ledger"))


def test_a_second_press_stores_nothing_more(county):
    address = preview(county, WHOLE)
    for _ in range(3):
        assert county.post(f"{address}/store", data={"rows": "all"}).status_code == 303
    assert Batch.select().count() == 1
    assert Batch.get().number == 1


def test_the_same_upload_sent_twice_is_one_preview(county):
    name = uuid4()
    first, second = send(county, WHOLE, id_=name), send(county, WHOLE, id_=name)
    assert first.location == second.location == f"/ledger/{name}"
    assert Batch.select().count() == 1


def test_several_workbooks_refer_to_each_other(county):
    found = page(
        county, preview(county, only("受益", "发放"), only("项目", "经营主体", "协议", "农户"))
    )
    assert sum(row[0] for row in counted(found).values()) == 0


def test_a_refused_cell_is_named_with_what_belongs_there(county):
    found = page(county, preview(county, BAD))
    [row] = found.select("#table tbody tr")
    assert words(row) == "发放 2 实付金额 一千二 要写数字，例如 1200.00"
    assert "只存没有错的 8 行" in words(found)


def test_only_the_good_rows_are_stored_when_asked(county):
    address = preview(county, BAD)
    assert county.post(f"{address}/store", data={"rows": "all"}).status_code == 409
    assert not Household.select().exists()
    county.post(f"{address}/store", data={"rows": "good"})
    found = page(county, address)
    assert "共 8 行：新增 8" in words(found)
    assert "一千二" in words(found)


def test_a_changed_cell_is_shown_with_its_old_and_new_value(county):
    address = preview(county, WHOLE)
    county.post(f"{address}/store", data={"rows": "all"})
    again = preview(county, changed("农户", 2, "户主姓名", "王建华"))
    for state in ("draft", "stored"):
        found = page(county, f"{again}?part=changed")
        [row] = found.select("#table tbody tr")
        assert row.find("del").get_text() == "王建国"
        assert row.find("ins").get_text() == "王建华"
        assert draft.load(
            Batch.get(Batch.number.is_null() if state == "draft" else Batch.number == 2).id
        )
        county.post(f"{again}/store", data={"rows": "all"})


def test_dropped_columns_and_skipped_rows_are_named(county):
    rows = [[*row, more] for row, more in zip(WHOLE["农户"], ("民族", "甲", "乙"), strict=True)]
    rows.append(["合计", "", "", "", ""])
    found = page(county, f"{preview(county, {'农户': rows})}?part=unread")
    assert "农户 · 民族 这类个人信息永远不收" in words(found)
    assert "农户 合计行 · 1 行" in words(found)


def test_a_discarded_preview_is_gone(county):
    address = preview(county, WHOLE)
    assert county.post(f"{address}/discard").location == "/ledger"
    assert county.get(address).status_code == 404
    (left,) = Batch.select()
    assert (left.state, left.content, left.files, left.counts) == ("discarded", None, "[]", "{}")


def test_an_open_preview_is_offered_again(county):
    address = preview(county, WHOLE)
    assert page(county, "/ledger").find("a", href=address)


def test_a_long_report_has_pages_a_filter_and_an_order(county):
    people = [(f"H-{n:03}", "不对", f"户主{n}", "脱贫户") for n in range(120)]
    sheets = {"农户": (WHOLE["农户"][0], *people), "利率": (("日期", "一年期LPR"), ("x", 3))}
    address = preview(county, sheets)
    found = page(county, address)
    assert len(found.select("#table tbody tr")) == 50
    last = page(county, f"{address}?page=3")
    assert len(last.select("#table tbody tr")) == 21
    assert len(page(county, f"{address}?page=99").select("#table tbody tr")) == 21
    only_rates = page(county, f"{address}?sheet=利率")
    assert len(only_rates.select("#table tbody tr")) == 1
    turned = page(county, f"{address}?sort=-row")
    assert turned.select("#table tbody tr")[0].select("td")[1].get_text() == "121"
    heading = turned.select_one("#table th[aria-sort=descending]")
    assert "sort=row" in heading.a["href"]


def test_htmx_gets_the_table_alone(county):
    address = preview(county, BAD)
    part = county.get(address, headers={"HX-Request": "true"}).text.strip()
    assert part.startswith('<div id="table">')


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7", "是 PDF"),
        (b"", "是空文件"),
        (b"PK\x03\x04 cut", "不完整或已损坏"),
        (b"<html></html>", "其实是网页"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(county, data, says):
    response = send(county, data)
    assert response.status_code == 422
    found = BeautifulSoup(response.text, "html.parser")
    assert says in words(found.select_one(".notice_wrong"))
    assert not Batch.select().exists()


def test_an_upload_without_a_file_says_what_to_do(county):
    response = county.post("/ledger", data={"id": str(uuid4())})
    assert response.status_code == 422
    assert "还没有选工作簿" in response.text
    empty = county.post("/ledger", data={"files": (io.BytesIO(b""), "")})
    assert empty.status_code == 422


def test_too_many_files_are_refused(county):
    assert "最多上传" in send(county, *[b"x"] * 21).text


def test_too_large_an_upload_is_refused(app, county):
    app.config["LEDGER_MAX_BYTES"] = 1000
    within_the_request = send(county, b"x" * 2000)
    kind = "multipart/form-data; boundary=x"
    beyond_it = county.post("/ledger", data=b"x" * (1 << 21), content_type=kind)
    for response in (within_the_request, beyond_it):
        assert response.status_code == 413
        assert "合起来超过了" in response.text


def test_a_county_brings_in_only_its_own(county):
    rows = {"农户": (WHOLE["农户"][0], ("Z-1", OTHER_VILLAGE, "别县人", "脱贫户"))}
    assert "只能导入本地区（ 652301 ）的内容" in words(page(county, preview(county, rows)))


def test_another_county_sees_nothing_of_it(county, sign_in):
    address = preview(county, WHOLE)
    other = sign_in("county", OTHER_COUNTY)
    for path in (address, f"{address}/undo", f"{address}/marked/0"):
        assert other.get(path).status_code == 404
    for path in ("store", "discard", "undo"):
        assert other.post(f"{address}/{path}").status_code == 404
    county.post(f"{address}/store", data={"rows": "all"})
    assert "第 1 次" not in words(page(other, "/ledger"))
    assert other.get(address).status_code == 404


@pytest.mark.parametrize("role", ["cadre", "township", "prefecture"])
def test_other_staff_has_no_ledger(app, sign_in, role):
    client = sign_in(role)
    for path in ("/ledger", "/ledger/export", "/ledger/template", f"/ledger/{uuid4()}"):
        assert client.get(path).status_code == 404
    assert client.post("/ledger").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/ledger").location.startswith("/signin")


def test_an_unknown_import_is_not_there(county):
    assert county.get(f"/ledger/{uuid4()}").status_code == 404
