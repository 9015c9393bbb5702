"""A campaign for the county: made once, printed, and its figures without small groups."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models import campaign
from models.campaign import Campaign, Poster, PosterAnswer, PosterReply, PosterScan
from models.retention import purge
from tests.web import glyphs
from tests.web.printed import codes_of, fonts_of, text_of
from tests.web.wall import GOOD, VILLAGES, begun, make, send, soup, villages
from web import qr


@pytest.fixture(autouse=True)
def _places(app):
    villages()


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def test_a_campaign_is_made_once_with_a_poster_for_each_village(county):
    key = uuid4()
    for _ in range(2):
        answer = make(county, key)
        assert (answer.status_code, answer.location) == (303, f"/campaign/{key}")
    assert Campaign.select().count() == 1
    posters = campaign.posters(key)
    assert tuple(posters.values()) == VILLAGES
    for code in posters:
        assert len(code) == 5
        assert set(code) <= set(campaign.LETTERS)
    assert GOOD["title"] in county.get("/campaign").text


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        *(("title", text, "title") for text in ("", "民族政策", "王某 11010519491231002X")),
        *(("from_day", text, "from_day") for text in ("", "昨天")),
        *(("to_day", text, "to_day") for text in ("2026-11-19", "2028-01-01")),
        *(("card", cards, "card") for cards in ([], ["99"], ["1", "2", "3", "8", "9"])),
        *(("village", places, "village") for places in ([], ["652302100200"])),
    ],
)
def test_what_is_wrong_is_refused_and_what_was_typed_stays(county, name, value, error):
    answer = make(county, **{name: value})
    assert answer.status_code == 422
    found = soup(answer)
    assert found.select_one(f"#{error}-error").get_text()
    kept = {each["value"] for each in found.select("input[name=card][checked]")}
    assert kept == (set(GOOD["card"]) if name != "card" else set(value) - {"99"})
    assert not Campaign.select().exists()


def test_the_county_sees_a_rate_and_no_small_group(county, client):
    codes = begun(county)
    for n in range(6):
        send(client, codes[0])
        send(client, codes[0], payer="state")
        client.get(f"/q/{codes[0]}")
        if n < 3:
            client.get(f"/q/{codes[1]}")
    key = Campaign.get().id
    found = soup(county.get(f"/campaign/{key}"))
    assert found.select_one("#rate").get_text(" ", strip=True).startswith("50%")
    villages = [
        row.get_text(" ", strip=True) for row in found.select("table")[0].select("tbody tr")
    ]
    assert "不显示" in villages[0], "it would give the other village's scans away"
    assert "不显示" in villages[1]
    send(client, codes[1])
    found = soup(county.get(f"/campaign/{key}"))
    rows = [row.get_text(" ", strip=True) for row in found.select("table")[0].select("tbody tr")]
    assert not [row for row in rows if "%" in row]


def test_a_scan_alone_is_never_awareness(county, client):
    codes = begun(county)
    for _ in range(9):
        client.get(f"/q/{codes[0]}")
        send(client, codes[0], "none")
    found = soup(county.get(f"/campaign/{Campaign.get().id}"))
    assert "%" not in found.select_one("#rate").get_text()


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_both_languages_have_every_page(county, client, language):
    codes = begun(county)
    key = Campaign.get().id
    for reader, address in (
        *((client, f"/q/{codes[0]}{rest}") for rest in ("", "?done=1", "?kind=land")),
        *((county, f"/campaign{rest}") for rest in ("", "/new", f"/{key}")),
    ):
        answer = reader.get(address, query_string=None)
        assert answer.status_code == 200
        sign = "&" if "?" in address else "?"
        assert f'lang="{language}"' in reader.get(f"{address}{sign}lang={language}").text


def test_neighbours_see_nothing(county, sign_in, client):
    begun(county)
    key = Campaign.get().id
    assert sign_in("county", "652302").get(f"/campaign/{key}").status_code == 404
    assert sign_in("county", "652302").get(f"/campaign/{key}/paper").status_code == 404
    assert sign_in("township").get("/campaign").status_code == 404
    assert client.get("/campaign").status_code == 303


def test_campaigns_go_with_their_counts(county, client, clock):
    code = begun(county)[0]
    client.get(f"/q/{code}")
    send(client, code)
    clock.forward(days=365 * 4)
    purge(clock())
    assert Campaign.select().exists()
    clock.forward(days=365)
    purge(clock())
    for table in (Campaign, Poster, PosterScan, PosterAnswer, PosterReply):
        assert not table.select().exists()


def test_a_poster_says_its_address_in_words_and_as_a_code(county, tmp_path):
    codes = begun(county)
    answer = county.get(f"/campaign/{Campaign.get().id}/paper")
    assert answer.mimetype == "application/pdf"
    pdf = tmp_path / "poster.pdf"
    pdf.write_bytes(answer.data)
    read = codes_of(pdf)
    assert read == [f"HTTPS://LIANNONG.EXAMPLE/Q/{code}" for code in codes]
    text = text_of(pdf)
    for code in codes:
        assert f"liannong.example/q/{code}" in text
    assert "从来不要密码" in text
    assert all(fonts_of(pdf).values())


def test_the_first_sheet_and_the_count_come_before_the_batch(county, tmp_path):
    codes = begun(county)
    address = f"/campaign/{Campaign.get().id}"
    part = soup(county.get(address)).find(id="print")
    assert [each.text for each in part.select("dd")] == ["2", "2 张"]
    first, whole = [each["href"] for each in part.select("a")]
    assert whole == f"{address}/paper"
    pdf = tmp_path / "first.pdf"
    pdf.write_bytes(county.get(first).data)
    assert codes_of(pdf) == [f"HTTPS://LIANNONG.EXAMPLE/Q/{codes[0]}"]
    assert glyphs.shown(pdf.read_bytes())[1] == 1


def test_a_poster_whose_code_says_another_address_is_not_handed_out(county, monkeypatch):
    begun(county)
    other = qr.svg(qr.poster_code("https://liannong.example", "AAAAAAAA"))
    monkeypatch.setattr(qr, "svg", lambda _code: other)
    answer = county.get(f"/campaign/{Campaign.get().id}/paper")
    assert (answer.status_code, answer.mimetype) == (503, "text/html")
    assert "没有交给您" in answer.text
