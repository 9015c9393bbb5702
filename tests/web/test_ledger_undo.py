"""Undoing on the page, waiting, failing, and what comes out of the county's ledger."""

import io
import tempfile
from random import Random
from threading import Event
from time import monotonic, sleep

import openpyxl
import pytest

from ledger import draft
from models import card
from models.batch import Batch
from models.household import Household
from models.ids import household_id
from models.place import load_places
from tests.ledger.build import book
from tests.ledger.county import VILLAGE, WHOLE, put
from tests.web.test_ledger import BAD, page, preview, send, words


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


def test_undoing_asks_first_and_then_takes_everything_back(county, address):
    asked = page(county, f"{address}/undo")
    assert "新增的 9 行会删掉" in words(asked)
    assert Household.select().exists()
    assert county.post(f"{address}/undo").location == address
    assert not Household.select().exists()
    assert "已经撤回" in words(page(county, address))
    assert "已撤回" in words(page(county, "/ledger"))


def test_undoing_twice_is_undoing_once(county, address):
    for _ in range(2):
        assert county.post(f"{address}/undo").status_code == 303
    assert Batch.get().state == "undone"
    assert county.get(f"{address}/undo").status_code == 404


def test_what_stands_in_the_way_is_said_before_and_after_asking(county, address, clock):
    card.issue(household_id("H-1"), clock.moment.date())
    why = "这次导入的农户已经领了户卡"
    assert why in words(page(county, address))
    assert why in words(page(county, f"{address}/undo"))
    response = county.post(f"{address}/undo")
    assert response.status_code == 409
    assert why in response.text
    assert Household.select().exists()


def test_what_the_command_line_imported_is_listed_but_not_opened(county):
    done = put(WHOLE)
    found = page(county, "/ledger")
    assert "系统管理员" in words(found)
    assert not found.find("a", href=f"/ledger/{done.batch}")
    assert county.post(f"/ledger/{done.batch}/undo").status_code == 404


def test_a_slow_reading_is_waited_for_without_a_script(app, county, monkeypatch):
    app.config["LEDGER_PATIENCE"] = 0.01
    go, done = Event(), Event()
    read = draft.read

    def slow(*given):
        go.wait(20)
        read(*given)
        done.set()

    monkeypatch.setattr("web.routes.ledger.draft.read", slow)
    found = preview(county, WHOLE)
    waiting = county.get(found)
    assert waiting.headers["Refresh"] == "2"
    assert "正在读取，请稍候" in waiting.text
    assert "正在处理" in words(page(county, "/ledger"))
    go.set()
    assert done.wait(20)
    ready = county.get(found)
    assert "Refresh" not in ready.headers
    assert "还没有存入" in ready.text


def test_work_that_nobody_does_any_more_is_given_up(app, county, clock):
    found = preview(county, WHOLE)
    name = found.rpartition("/")[2]
    draft.claim(Batch.get().id, since=int(clock.moment.timestamp()))
    assert "正在存入" in county.get(found).text
    clock.forward(minutes=11)
    assert "还没有存入" in county.get(found).text
    assert draft.load(Batch.get().id).state == "draft"
    Batch.update(state="reading").where(Batch.id == name).execute()
    assert county.get(found).status_code == 422


def test_a_failure_of_ours_is_said_and_stores_nothing(county, monkeypatch, caplog):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("ledger.draft.examine", fail)
    response = send(county, WHOLE)
    assert response.status_code == 422
    assert "这是我们的问题" in response.text
    assert "王建国" not in caplog.text


def test_a_failure_while_storing_leaves_the_preview(county, monkeypatch):
    found = preview(county, WHOLE)

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("ledger.store.rebuild", fail)
    assert county.post(f"{found}/store", data={"rows": "all"}).status_code == 409
    assert not Household.select().exists()
    monkeypatch.undo()
    county.post(f"{found}/store", data={"rows": "all"})
    assert Household.select().count() == 2


def test_the_workbook_comes_back_with_its_cells_marked(county):
    found = preview(county, BAD)
    link = page(county, found).select_one("a[download]")["href"]
    response = county.get(link)
    assert response.headers["Cache-Control"] == "no-store"
    sheet = openpyxl.load_workbook(io.BytesIO(response.data))["发放"]
    cell = sheet["E2"]
    assert cell.value == "一千二"
    assert "要写数字" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert county.get(f"{found}/marked/7").status_code == 404


def test_refused_rows_can_still_be_marked_after_the_others_are_stored(county):
    found = preview(county, BAD)
    county.post(f"{found}/store", data={"rows": "good"})
    assert page(county, found).select_one("a[download]")


def test_a_preview_is_forgotten_after_a_day(county, clock, sign_in):
    found = preview(county, WHOLE)
    clock.forward(days=2)
    again = sign_in("county")
    again.get("/ledger")
    assert again.get(found).status_code == 404


def test_the_template_has_a_clear_name_and_is_cached_nowhere(county):
    response = county.get("/ledger/template")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="liannong.xlsx"; filename*=UTF-8')
    assert disposition.endswith(".xlsx")
    assert openpyxl.load_workbook(io.BytesIO(response.data)).sheetnames[0] == "项目"


def test_the_page_speaks_uyghur_from_right_to_left(county):
    county.set_cookie("lang", "ug")
    found = page(county, preview(county, BAD))
    assert found.html["dir"] == "rtl"
    assert found.select_one('#table td[lang="zh"]').get_text() == "实付金额"


def test_nothing_forbidden_reaches_page_log_or_disk(app, county, caplog, tmp_path):
    rows = [
        [*row, more] for row, more in zip(WHOLE["农户"], ("民族", "某某族", "某某族"), strict=True)
    ]
    rows.append(["652301199001011235", VILLAGE, "李四", "脱贫户", "某某族"])
    found = preview(county, {"农户": rows})
    texts = [county.get(f"{found}?part={part}").text for part in ("refused", "unread")]
    county.post(f"{found}/store", data={"rows": "good"})
    texts += [county.get(found).text, caplog.text]
    Household._meta.database.obj.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for word in ("某某族", "652301199001011235"):
        assert not [text for text in texts if word in text]
        assert word.encode() not in kept


def test_no_upload_touches_a_temporary_file(county, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    noise = Random(1).randbytes(300_000).hex()
    found = preview(
        county, {**WHOLE, "大": [[noise[n : n + 30_000]] for n in range(0, 600_000, 30_000)]}
    )
    county.post(f"{found}/store", data={"rows": "all"})
    assert Household.select().count() == 2


def test_the_history_has_pages(county):
    for n in range(21):
        put({"利率": (("日期", "一年期LPR"), (f"2024-01-{n + 1:02}", 3))}, scope="652301")
    first, second = page(county, "/ledger"), page(county, "/ledger?page=2")
    assert "第 21 次" in words(first)
    assert "第 1 次" not in words(first)
    assert "第 1 次" in words(second)


def test_an_upload_may_be_large(county):
    people = [(f"H-{n}", VILLAGE, f"户主{n}", "脱贫户") for n in range(3000)]
    assert len(book({"农户": (WHOLE["农户"][0], *people)})) > 50_000
    address = preview(county, {"农户": (WHOLE["农户"][0], *people)})
    deadline = monotonic() + 120
    while "正在读取" in (said := words(page(county, address))) and monotonic() < deadline:
        sleep(0.5)
    assert "新增" in said
