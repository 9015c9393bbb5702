"""A village's poster: what its sunshine page says, both sizes, a code that leads there."""

from __future__ import annotations

from datetime import date

import pytest
import zxingcpp
from pypdfium2 import PdfDocument

from models.business import Business
from models.household import Household
from models.watch import total
from tests.web import glyphs, sharing
from tests.web.findings import COUNTY, DAY, VILLAGE
from tests.web.lines import add_due, add_household
from tests.web.papers import shown_to_all
from tests.web.test_sunshine import firm
from web import formats, qr

PAGE = f"/sunshine/village/{VILLAGE}"
SIZES = {"a4": (595, 842), "a3": (842, 1191)}


@pytest.fixture
def village(app):
    shown_to_all()


def poster(client, asked=""):
    answer = client.get(f"{PAGE}/poster{asked}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return answer.data


@pytest.mark.parametrize("size", SIZES)
def test_it_is_one_sheet_whose_code_leads_to_the_page(village, client, size):
    data = poster(client, f"?size={size}")
    document = PdfDocument(data)
    assert len(document) == 1
    assert tuple(map(round, document[0].get_size())) == SIZES[size]
    drawn = document[0].render(scale=2, grayscale=True)
    picture = memoryview(bytes(drawn.buffer)).cast("B", (drawn.height, drawn.stride))
    assert zxingcpp.read_barcodes(picture)[0].text == f"https://liannong.example{PAGE}"


def test_its_figures_are_those_of_the_page(village, client):
    rows = client.get(f"{PAGE}/json").json["rows"]
    assert len(rows) == 2
    text, _ = glyphs.shown(poster(client))
    for row in rows:
        assert row["name"] in text
        assert formats.amount(row["promised_fen"]) in text
    assert "11月11日" in text
    for household in Household.select():
        assert household.number not in text
        assert household.head not in text


def test_whom_to_ask_is_what_the_county_has_settled(village, client):
    assert "____" in glyphs.shown(poster(client))[0]
    sharing.settle("query_phone", sharing.PHONE)
    assert sharing.PHONE in glyphs.shown(poster(client))[0]


def test_a_village_with_nothing_to_show_says_so(app, client):
    sharing.share(1)
    text, count = glyphs.shown(poster(client))
    assert count == 1
    assert "没有可以公开的数" in text


def test_many_businesses_still_are_one_sheet(village, client):
    for each in range(3, 12):
        firm(f"NC-{each}")
        for n in range(9):
            household = add_household(f"{each}-{n}", VILLAGE)
            for month in (3, 6, 12):
                day = date(2026, month, 28)
                add_due(household, business=f"NC-{each}", village=VILLAGE, due_on=day)
    Business.update(name=Business.name.concat("昌吉市六工镇十三户村特色种植养殖农民专业")).execute()
    total.keep(COUNTY, total.fresh(COUNTY, DAY))
    text, count = glyphs.shown(poster(client))
    assert count == 1
    assert "还有7个" in text.replace("\n", "").replace(" ", "")


def test_the_page_offers_both_sizes(village, client):
    page = client.get(PAGE).text
    assert f"{PAGE}/poster?year=2026&amp;size=a3" in page
    assert "/poster" not in client.get("/sunshine/business/NC-1").text


@pytest.mark.parametrize("code", ["652301", "1", "999999999999"])
def test_what_is_no_village_has_none(village, client, code):
    assert client.get(f"/sunshine/village/{code}/poster").status_code == 404


@pytest.mark.parametrize("size", SIZES)
def test_a_poster_whose_code_cannot_be_read_is_not_handed_out(village, client, monkeypatch, size):
    blank = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    monkeypatch.setattr(qr, "svg", lambda _code: blank)
    answer = client.get(f"{PAGE}/poster?size={size}")
    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert "没有交给您" in answer.text
