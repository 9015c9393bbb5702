"""阳光公开: figures equal to a recount, nothing of fewer than five households, anybody's page."""

from __future__ import annotations

import io
import re
from uuid import uuid4

import openpyxl
import pytest

from models import stale
from models.answer import Answer
from models.business import Business
from models.database import write
from models.due import Due
from models.finding import Total
from models.sunshine import Cell
from models.watch import total
from tests.web.findings import COUNTY, DAY, NEIGHBOUR, VILLAGE, places, surveyed
from tests.web.lines import add_due, add_household
from tests.web.printed import text_of
from web.pages.sunshine import shown

PAGE = f"/sunshine/village/{VILLAGE}"


def firm(number):
    Business.create(id=uuid4(), batch=uuid4(), number=number, name=f"合作社{number}", kind="farm")


@pytest.fixture
def stored(app):
    """Two businesses and two villages of twelve households each, and a third with two."""
    places()
    with write():
        surveyed()
        for number, size in (("NC-1", 12), ("NC-2", 12), ("NC-3", 2)):
            firm(number)
            for village in (VILLAGE, NEIGHBOUR):
                for n in range(size):
                    household = add_household(f"{village[6:9]}-{number}-{n}", village)
                    paid = 120_000 if n < 6 else 0
                    given = {"village": village, "business": number, "paid": paid}
                    add_due(household, late_from=DAY.replace(day=12), **given)
    total.keep(COUNTY, total.fresh(COUNTY, DAY))


def rows(client, address=PAGE):
    return {each["name"]: each for each in client.get(f"{address}/json").json["rows"]}


def test_figures_equal_a_recount_of_the_rows(stored, client):
    found = rows(client)
    assert found
    for name, each in found.items():
        lines = [
            row
            for row in Due.select()
            if row.village == VILLAGE and f"合作社{row.business}" == name
        ]
        assert each["promised_fen"] == sum(row.due for row in lines)
        assert each["due_fen"] == sum(row.due for row in lines)
        assert each["paid_fen"] == sum(row.paid for row in lines)
    assert {row[0] for row in total.stored(COUNTY)} == {VILLAGE, NEIGHBOUR}


def test_a_business_of_two_households_is_nowhere_and_no_subtraction_gives_it(stored, client):
    assert "合作社NC-3" not in rows(client)
    shown_fen = sum(each["promised_fen"] for each in rows(client).values())
    every = sum(row[6] for row in total.stored(COUNTY) if row[0] == VILLAGE)
    assert shown_fen < every
    assert rows(client, "/sunshine/business/NC-3") == {}
    assert client.get("/sunshine/business/NC-3").status_code == 200


def cell(business, **more):
    given = {"households": 20, "lines": 20, "promised": 2_000, "settled": 20}
    given["stated"] = more.get("households", 20)
    return Cell(VILLAGE, business, **(given | more))


def test_a_few_who_wait_hide_the_money_that_would_show_them():
    first, second, third = shown([cell("A", late=2), cell("B", late=9), cell("C")])
    assert first.promised
    assert not first.paid
    assert not second.paid, "else the county's sum would give the first"
    assert third.paid


def test_a_few_who_have_a_figure_hide_it():
    assert not shown([cell("A", stated=3), cell("B")])[0].promised


def test_a_lone_small_cell_hides_another():
    found = shown([cell("A", households=3), cell("B", households=30), cell("C", households=50)])
    assert [each.promised for each in found] == [False, False, True]


def say(household, due, **more):
    given = {"turn": 1, "answer": "confirmed", "day": DAY} | more
    Answer.create(household=household, id=uuid4(), due=due, **given)


def test_only_what_households_confirmed_alone_is_counted(stored, client):
    groups = [
        list(Due.select().where((Due.village == village) & (Due.business == number)))
        for village in (VILLAGE, NEIGHBOUR)
        for number in ("NC-2", "NC-1")
    ]
    lines = groups[0]
    with write():
        for line in (line for group in groups for line in group[:6]):
            say(line.household, line.id)
        say(lines[7].household, lines[7].id, assisted=True)
    assert rows(client)["合作社NC-2"]["confirmed"] == 0, "not before it is counted"
    total.keep(COUNTY, total.fresh(COUNTY, DAY))
    assert rows(client)["合作社NC-2"]["confirmed"] == 6
    with write():  # two take it back: four are too few
        for line in lines[:2]:
            say(line.household, line.id, turn=2, answer="none")
    total.keep(COUNTY, total.fresh(COUNTY, DAY))
    assert rows(client)["合作社NC-2"]["confirmed"] is None


def test_what_changed_since_is_in_no_figure_and_the_page_says_so(stored, client):
    before, note = client.get(PAGE), "后来的变动还没有算进来"
    assert note not in before.text
    assert client.get(f"{PAGE}/json").json["changed_since"] is False
    figures = rows(client)
    with write():
        Due.update(paid=0).execute()
        stale.mark(VILLAGE)
    assert rows(client) == figures
    assert note in client.get(PAGE).text
    assert note in client.get("/sunshine/business/NC-1").text
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{PAGE}/excel").data))
    assert note in [cell for row in book.worksheets[-1].iter_rows(values_only=True) for cell in row]
    assert client.get(f"{PAGE}/json").json["changed_since"] is True


def test_what_is_not_counted_yet_is_not_said_to_be_nothing(stored, client, tmp_path):
    nothing, counting = "没有可以公开的数", "数正在重新计算"
    stale.mark(VILLAGE)
    assert nothing not in client.get(PAGE).text
    Total.update(late=None).where(Total.village == VILLAGE).execute()  # as after an update
    shown = client.get(PAGE).text
    assert counting in shown
    assert nothing not in shown
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{PAGE}/excel").data))
    assert counting in str([*book.worksheets[-1].iter_rows(values_only=True)])
    for paper in (f"{PAGE}/pdf", f"{PAGE}/poster"):
        (tmp_path / "paper.pdf").write_bytes(client.get(paper).data)
        assert counting in text_of(tmp_path / "paper.pdf")
    found = client.get(f"{PAGE}/json").json
    assert (found["counting"], found["rows"]) == (True, [])
    Total.delete().where(Total.village == VILLAGE).execute()
    assert nothing in client.get(PAGE).text


def test_page_is_anybodys_and_asked_again_with_its_etag(stored, client):
    for address in ("/sunshine", f"/sunshine?county={COUNTY}", PAGE, "/sunshine/business/NC-1"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Set-Cookie" not in answer.headers
        again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert "巴合提" not in answer.text


def test_a_private_page_has_no_etag(as_household):
    assert "ETag" not in as_household.get("/household").headers


def test_files_say_what_the_page_says(stored, client):
    paper = client.get(f"{PAGE}/pdf")
    assert paper.data.startswith(b"%PDF")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{PAGE}/excel").data))
    cells = [list(row) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    first = rows(client)["合作社NC-2"]
    assert cells[0][:2] == ["合作社NC-2", first["promised_fen"] / 100]


def test_a_list_is_searched_with_folded_letters(stored, client):
    assert "六工村" in client.get(f"/sunshine?county={COUNTY}&q=六工").text
    assert "没有找到结果" in client.get(f"/sunshine?county={COUNTY}&q=xyz").text


@pytest.mark.parametrize("address", ["village/652301", "village/1", "business/none"])
def test_what_is_not_there_is_404(stored, client, address):
    assert client.get(f"/sunshine/{address}").status_code == 404


def test_a_year_without_anything_shows_the_last_one(stored, client):
    assert "2026年" in client.get(f"{PAGE}?year=1999").text


def test_a_business_that_only_a_stated_row_names_has_the_page_that_the_villages_lead_to(
    stored, client
):
    with write():
        for village in (VILLAGE, NEIGHBOUR):
            for n in range(30):
                household = add_household(f"{village[6:9]}-S-{n}", village)
                add_due(household, village=village, business="丰收 合作社", kind="stated")
    total.keep(COUNTY, total.fresh(COUNTY, DAY))
    (link,) = re.findall(r'href="(/sunshine/business/%E4%B8%B0[^"]+)"', client.get(PAGE).text)
    assert client.get(link).status_code == 200
    assert client.get("/sunshine/business/丰收合作社").status_code == 404


@pytest.mark.parametrize("name", ["stated", "settled", "late", "waiting", "agreeing", "silent"])
def test_a_row_that_does_not_say_of_how_many_it_speaks_is_left_out(stored, client, name):
    first = (Total.village == VILLAGE) & (Total.business == "NC-1")
    Total.update({name: None}).where(first).execute()
    assert client.get(PAGE).status_code == 200
    assert "合作社NC-1" not in rows(client)
