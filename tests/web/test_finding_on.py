"""Findings as of a day: what held then, said to be so, and for the county alone."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from bs4 import BeautifulSoup

from models import finding, past, watch
from models.finding import SORTS, Search
from models.place import load_places
from tests.ledger.county import VILLAGE, changed, put
from tests.web.findings import ELSEWHERE, NEIGHBOUR, found, places
from tests.web.findings import VILLAGE as OURS

NO_DAY = changed("协议", 1, "兑现时限", None)


@pytest.fixture
def ledger(app):
    """An agreement signed on 2023-12-20 that says no day of payment; 2024 was paid."""
    load_places()
    put(NO_DAY)


@pytest.fixture
def county(sign_in):
    return sign_in("county", VILLAGE[:6])


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


def titles(shown):
    return [
        row.select_one("td").contents[0].get_text(strip=True) for row in shown.select("tbody tr")
    ]


def test_a_day_in_the_past_is_computed_anew_and_says_so(ledger, county):
    shown = page(county, "/finding?on=2025-06-30")
    assert "按2025年6月30日的规定、参数和台账重新算出来的" in shown.text
    assert "没有写兑现时限" in titles(shown)
    assert "截至2026" not in shown.text


def test_before_it_was_signed_nothing_is_found_of_it(ledger, county):
    shown = page(county, "/finding?on=2023-12-01&subject=agreement:XY-1")
    assert titles(shown) == []
    assert shown.select_one("a[href='?subject=agreement%3AXY-1']")


def test_what_is_still_open_leads_to_its_page_and_the_rest_is_said_in_a_sentence(ledger, county):
    watch.up_to_date(VILLAGE[:6], date(2026, 11, 23))
    shown = page(county, "/finding?on=2025-06-30&code=agreement.no_due_day")
    assert county.get(shown.select_one("tbody a")["href"]).status_code == 200
    finding.Finding.delete().execute()
    shown = page(county, "/finding?on=2025-06-30&code=agreement.no_due_day")
    assert not shown.select("tbody a")
    assert "没有写哪天付钱" in shown.select_one("tbody").text


def test_the_filter_narrows_the_day_too(ledger, county):
    every = titles(page(county, "/finding?on=2025-06-30"))
    must = titles(page(county, "/finding?on=2025-06-30&weight=must"))
    assert 0 < len(must) < len(every)


def test_the_day_is_taken_out_as_it_is_shown(ledger, county):
    answer = county.get("/finding/export?on=2025-06-30")
    assert "2025-06-30" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("on", ["2026-11-23", "2027-01-01", "yesterday", "2025-02-30"])
def test_a_day_that_is_not_past_is_today(ledger, county, on):
    assert "重新算出来的" not in page(county, f"/finding?on={on}").text


def test_only_the_county_may_ask_for_a_day(ledger, sign_in):
    township = sign_in("township", VILLAGE[:9])
    shown = page(township, "/finding?on=2025-06-30")
    assert "重新算出来的" not in shown.text
    assert not shown.select("input[name=on]")


@pytest.fixture
def stored(app):
    places()
    for number, (code, place, gap) in enumerate(
        product(("agreement.no_wage", "price.old", "plan.over"), (OURS, NEIGHBOUR), (None, 5, 900))
    ):
        found(
            code,
            f"agreement:XY-{number}",
            place=place,
            gap=gap,
            business=f"NC-{number % 3}",
            since=date(2026, 1, 1 + number),
        )
    found("agreement.no_wage", "agreement:XY-99", place=ELSEWHERE)


SEARCHES = (
    {},
    {"place": OURS},
    {"code": "price.old"},
    {"weight": "must"},
    {"article": "10"},
    {"article": "10(4)"},
    {"business": "NC-1", "least": 5},
    {"agreement": "XY-4"},
    {"subject": "agreement:XY-7"},
    {"since": date(2026, 1, 9), "most": 5},
)


@pytest.mark.parametrize("given", SEARCHES, ids=repr)
def test_what_fits_is_what_the_database_finds(stored, given):
    search = Search("652301", **given)
    every = list(finding.rows(Search("6523"), "weight"))
    ids = {row.id for row in every if past.fits(search, row)}
    assert ids == {row.id for row in finding.rows(search, "weight")}


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_both_sort_alike(stored, sort, monkeypatch):
    search = Search("652301")
    order = [row.id for row in finding.rows(search, sort)]
    every = tuple(finding.rows(search, "code"))
    monkeypatch.setattr(past, "every", lambda *_: every)
    assert [row.id for row in past.rows(search, sort, date(2026, 11, 23))] == order


def test_both_can_be_sorted_by_the_same():
    assert set(past.ORDERS) == set(SORTS)
