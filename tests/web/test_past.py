"""The overview and the list of businesses as of a chosen day of the past."""

from __future__ import annotations

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup

from models import answer, finding, past, past_total, total
from models.due import Due
from models.ids import household_id
from models.place import load_places
from tests.ledger.county import TODAY, VILLAGE, WHOLE, put

FIRST = date(2025, 3, 1)
LATER = (
    ("XY-1", "H-1", 2025, "PZ-2", 700, "2025-12-19"),
    ("XY-1", "H-1", 2025, "PZ-3", 1100, "2026-02-10"),
)
# Of 2025: 1,800 yuan for H-1 and 600 for H-2, due on 20 December, a Saturday.
DAYS = (
    ("2025-12-18", ["0.00", "0.00", "2,400.00"]),
    ("2025-12-19", ["700.00", "0.00", "1,700.00"]),
    ("2025-12-22", ["700.00", "0.00", "1,700.00"]),
    ("2025-12-23", ["700.00", "1,700.00", "0.00"]),
    ("2026-01-15", ["700.00", "1,700.00", "0.00"]),
    ("2026-02-10", ["1,800.00", "600.00", "0.00"]),
)


@pytest.fixture
def county(app, sign_in):
    """A ledger imported on two days, payments of different days, a word given and taken back."""
    load_places()
    put(WHOLE, day=FIRST)
    put({**WHOLE, "发放": (*WHOLE["发放"], *LATER)}, day=TODAY)
    client = sign_in("county", VILLAGE[:6])
    assert client.get("/dashboard").status_code == 200
    return client


def page(client, at):
    response = client.get(at)
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def amounts(shown):
    return [cell.get_text(strip=True) for cell in shown.select("#year .amounts dd")][:3]


def must(shown):
    (card,) = [h.parent for h in shown.select("h3") if h.get_text(strip=True) == "按轻重"]
    return card.select_one(".bars__value").get_text(strip=True)


@pytest.mark.parametrize(("on", "sums"), DAYS)
def test_a_past_day_shows_what_had_come_by_then_and_what_stood(county, on, sums):
    shown = page(county, f"/dashboard?year=2025&on={on}")
    listed = page(county, f"/finding?weight=must&on={on}").select("#found tbody tr")
    assert (amounts(shown), must(shown)) == (sums, str(len(listed)))
    late = [row for row in listed if "2025年的保底" in row.text]
    assert bool(late) == (sums[1] != "0.00")
    assert "看的是截至" in shown.text
    assert "说不出来" in shown.text
    assert not shown.select(".family, .bars a, #industry")
    assert {a["href"].partition("#")[0] for a in shown.select(".years a")} >= {
        f"/dashboard?year=2025&on={on}"
    }


@pytest.mark.parametrize(("on", "sums"), DAYS)
def test_the_list_of_businesses_says_the_same(county, on, sums):
    shown = page(county, f"/business?year=2025&on={on}")
    (row,) = shown.select("tbody tr")
    assert [cell.get_text(strip=True) for cell in row.select("td")[-3:]] == sums
    assert "看的是截至" in shown.text


def test_a_word_counts_from_its_day_until_it_is_taken_back(county):
    lines = list(Due.select().where((Due.year == 2025) & (Due.due > 0)))
    for line in lines:
        for day, word in ((date(2026, 2, 12), "confirmed"), (date(2026, 3, 1), "none")):
            answer.give(line.household, due=line.id, answer=word, today=day)
    assert {line.household for line in lines} == {household_id("H-1"), household_id("H-2")}
    for on, told in (("2026-02-11", 0), ("2026-02-12", 2), ("2026-03-01", 0)):
        money = past_total.money(VILLAGE[:6], 2025, date.fromisoformat(on))
        assert money.confirmed == told, on


def test_today_is_no_past_day_and_its_figures_would_be_those_of_now(county):
    for year in (2024, 2025, 2026):
        now = page(county, f"/dashboard?year={year}&on={TODAY}")
        assert "看的是截至" not in now.text
        assert now.select(".family")
        (own,) = [each for each in total.years(VILLAGE[:6]) if each.year == year]
        assert past_total.money(VILLAGE[:6], year, TODAY) == own
    stored = sum(each.findings for each in finding.counts(VILLAGE[:6]))
    assert sum(each.findings for each in past.counts(VILLAGE[:6], TODAY)) == stored > 0


def test_a_past_day_leaves_out_of_the_list_what_is_known_of_today_alone(county):
    at = "/business?year=2025&condition=idle"
    assert not page(county, at).select("tbody tr")
    shown = page(county, f"{at}&on=2025-12-19")
    assert shown.select("tbody tr")
    assert "经营状况" not in shown.main.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2025-02-28", "台账从2025-03-01才开始导入"),
        ("2026-11-24", "这一天还没有到"),
        ("gestern", "请写一个日期"),
        ("2025-02-30", "请写一个日期"),
    ],
)
@pytest.mark.parametrize("address", ["/dashboard", "/business"])
def test_a_day_of_which_nothing_is_known_gets_a_sentence_and_is_kept(
    county, address, typed, sentence
):
    shown = page(county, f"{address}?year=2025&on={typed}")
    wrong = shown.select_one(".notice_wrong")
    assert sentence in wrong.text
    isolated = [each.text for each in wrong.select("bdi[dir=ltr]")]
    assert isolated == re.findall(r"\d{4}-\d{2}-\d{2}", wrong.text), "keeps its order in Uyghur"
    assert shown.select_one("#on")["value"] == typed
    assert "看的是截至" not in shown.text


def test_a_township_has_its_own_places_and_the_prefecture_no_day(county, sign_in):
    at = "/dashboard?year=2025&on=2025-12-19"
    assert amounts(page(sign_in("township", VILLAGE[:9]), at)) == ["700.00", "0.00", "1,700.00"]
    other = page(sign_in("township", "652301101"), at)
    assert "700.00" not in other.text
    assert page(sign_in("prefecture", VILLAGE[:4]), at).select_one("#on") is None


def test_it_is_said_in_uyghur_too(county):
    shown = page(county, "/dashboard?year=2025&on=2025-12-19&lang=ug")
    assert "شۇ كۈندىكى مەسىلىلەر" in shown.text
