"""The pack's figures of articles 6 to 9 are those of the overview, in every file."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models.business import Business
from models.database import write
from models.review import Review
from tests.web import farm, yearly
from web import formats

HIDDEN = "不足 5 户，或能推算出不足 5 户的数，不显示"


@pytest.fixture
def county(app, sign_in):
    """The county of a village with two workshops, one idle, and a park; its overview was opened."""
    yearly.settle()
    with write():
        for number, kind, condition, posts, priority in (
            ("I-1", "workshop", "running", 30, 12),
            ("I-2", "workshop", "idle", 5, 0),
            ("I-3", "park", "running", 1_008, 3),
        ):
            own = {"number": number, "name": number, "village": farm.VILLAGE, "kind": kind}
            farm.add(Business, **own, condition=condition, posts=posts, priority_posts=priority)
    return sign_in("county")


def collective(holders):
    """Let the village's own collective hold quantified shares of some households."""
    number = "I-集体"
    with write():
        own = {"number": number, "name": number, "village": farm.VILLAGE, "kind": "collective"}
        farm.add(Business, **own)
    farm.shares(number, holders=holders, business=number)


def packed(client):
    return client.post("/review/2026/pack", data={"id": str(uuid4())}).location


def overview(client, lang):
    """Return the figures of the overview: article's number, heading, name, figure."""
    shown = BeautifulSoup(client.get(f"/dashboard?lang={lang}").text, "html.parser")
    return [
        (
            block.h3.a["href"].rpartition("/")[2],
            block.h3.contents[0].strip(),
            row.select_one(".bars__label").get_text(strip=True),
            row.b.get_text(strip=True).removesuffix("元").removesuffix("يۈەن").strip(),
        )
        for block in shown.select(".industry")
        for row in block.select(".family__one")
    ]


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_page_and_workbook_say_what_the_overview_says(county, lang):
    collective((farm.OURS, farm.THEIRS, *yearly.HEADS))
    address = packed(county)
    wanted = overview(county, lang)
    assert {row[0] for row in wanted} == {"7", "8", "9"}
    page = yearly.tables(county.get(f"{address}?lang={lang}").text)["industries"]
    assert [tuple(row[1:4]) for row in page] == [row[1:] for row in wanted]
    assert [row[0] for row in page] == [formats.FORMATS[lang].article(row[0], "") for row in wanted]
    book = yearly.in_excel(county.get(f"{address}/excel?lang={lang}").data)
    (sheet,) = [rows for rows in book if rows and rows[0][:2] == page[0][:2]]
    for row, cells in zip(page, sheet, strict=True):
        assert cells == [*row[:3], yearly.value(row[3]), row[4]]


def test_word_has_the_rows_too_and_each_figure_once(county):
    word = yearly.in_word(county.get(f"{packed(county)}/word").data)
    rows = [row for table in word for row in table if row[1:2] == ["就业帮扶车间"]]
    assert [row[3] for row in rows if row[2] == "闲置的车间"] == ["1"]
    assert [row[3] for row in rows if row[2] == "车间的岗位"] == ["35"]


def test_few_members_of_a_collective_are_not_shown_nor_their_amount(county):
    collective((farm.OURS, farm.THEIRS))
    page = yearly.tables(county.get(packed(county)).text)["industries"]
    found = {row[2]: row[3] for row in page}
    assert found["有股份或分配的成员户"] == found["量化给成员的金额"] == HIDDEN


def test_a_county_without_any_has_an_empty_part(app, sign_in):
    yearly.settle()
    client = sign_in("county")
    assert yearly.tables(client.get(packed(client)).text)["industries"] == []


def test_a_pack_of_before_they_were_counted_says_nothing_of_them(county):
    address = packed(county)
    with write():
        row = Review.get()
        figures = json.loads(row.figures)
        del figures["industries"]
        Review.update(figures=json.dumps(figures)).execute()
    assert "industries" not in yearly.tables(county.get(address).text)
