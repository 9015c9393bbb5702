"""The calculator: the same rules as a real agreement, an address to share, nothing stored."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from models.database import database
from models.rate import Lpr
from web.pages.calculator import CELLS

SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": "", "\u2009": "", " ": ""})
SHARE = "mode=share&stake=debt&part=10000&principal=500000&guaranteed_rate=5"


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def total(response) -> str:
    return page(response).find(class_="money").find("bdi").text


@pytest.mark.parametrize("lang", ["zh", "ug"])
@pytest.mark.parametrize("mode", [mode for mode in CELLS if mode != "training"])
def test_every_way_of_linking_begins_with_an_example(client, mode, lang):
    shown = page(client.get(f"/calculator?mode={mode}&lang={lang}"))
    assert shown.find(class_="money")
    computed = [each for each in shown.select(".why__one") if each.find(class_="why__left")]
    assert computed
    for each in computed:
        left = each.find(class_="why__left").text.translate(SIGNS)
        value = each.find(class_="why__value").find("bdi").text.translate(SIGNS).lstrip("=")
        assert abs(Decimal(eval(left)) - Decimal(value)) <= Decimal("0.01")


def test_training_has_nothing_to_compute(client):
    shown = page(client.get("/calculator?mode=training"))
    assert shown.find("form", action="/calculator") is None
    assert "不发钱" in shown.text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (SHARE, "500.00"),
        (f"{SHARE}&profit=80000&profit_share=30", "980.00"),
        (f"{SHARE}&profit=-80000&profit_share=30", "500.00"),
        (f"{SHARE}&profit=80000&profit_share=30&combination=offset", "500.00"),
        (f"{SHARE}&years=3", "1,500.00"),
        ("mode=land&land_area=12.5&rent_price=600&rent_growth=5&rent_step_years=3&years=5",
         "38,250.00"),
        ("mode=order&kg=2000&price=2.8&floor_price=2.6&premium=0.1", "5,800.00"),
        ("mode=order&kg=2000&price=2&floor_price=2.6&premium=0.1", "5,200.00"),
        ("mode=work&wage=130&wage_unit=day&units=90", "11,700.00"),
        ("mode=service&fee=800&reduced_fee=300", "500.00"),
        ("mode=custody&stake=equity&part=20000&guaranteed_rate=6", "1,200.00"),
        ("mode=share&stake=equity&part=１０，０００&guaranteed_rate=5%", "500.00"),
    ],
)  # fmt: skip
def test_what_it_yields(client, query, expected):
    assert total(client.get(f"/calculator?{query}")) == expected


def test_a_year_is_explained_and_the_others_are_led_to(client):
    query = "mode=land&land_area=12.5&rent_price=600&rent_growth=5&rent_step_years=3"
    first = page(client.get(f"/calculator?{query}&years=5&starts_on=2026-01-01"))
    years = first.select("#result .chips a")
    assert len(years) == 5
    later = page(client.get(years[3]["href"]))
    assert later.select("#result .money bdi")[1].text == "7,875.00"


def test_the_floor_is_compared_and_told(client):
    Lpr.insert(id="0" * 32, batch="0" * 32, day="2024-01-01", rate=3450).execute()
    low = page(client.get(f"/calculator?{SHARE.replace('rate=5', 'rate=3')}"))
    assert "没有达到" in low.text
    assert "3.45%" in low.text
    assert "没有达到" not in page(client.get(f"/calculator?{SHARE}")).text
    own = page(client.get(f"/calculator?{SHARE.replace('debt', 'own')}"))
    assert "没有最低数" in own.text
    leased = "mode=share&stake=lease&part=10000&guaranteed_amount=9000&cost=200000&life_years=20"
    assert "9,500.00" in page(client.get(f"/calculator?{leased}")).text


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("mode=share&part=abc&guaranteed_rate=5", "part"),
        ("mode=share&part=10000", "guaranteed_rate"),
        ("mode=share&guaranteed_rate=5", "part"),
        ("mode=land&land_area=3", "rent_price"),
        (f"{SHARE}&years=31", "years"),
        (f"{SHARE}&years=0", "years"),
        (f"{SHARE}&years=１x", "years"),
        (f"{SHARE}&starts_on=yesterday", "starts_on"),
        ("mode=work&wage=130&wage_unit=week&units=9", "wage_unit"),
        ("mode=land&land_area=-3&rent_price=600", "land_area"),
    ],
)
def test_bad_input_is_kept_and_gets_a_sentence(client, query, name):
    answer = client.get(f"/calculator?{query}")
    shown = page(answer)
    assert answer.status_code == 200
    assert shown.find(id=f"{name}-error").text.strip() or shown.find("select", id=name)
    assert shown.find(class_="money") is None
    kept = shown.find(id="part")
    assert kept is None or "part=abc" not in query or kept["value"] == "abc"


@pytest.mark.parametrize(
    "change", ["&starts_on=2027-05-01", "&year=" + "9" * 5000, "&year=x", "&starts_on=2099-12-31"]
)
def test_any_day_and_any_year_can_be_asked_for(client, change):
    assert total(client.get(f"/calculator?{SHARE}{change}")) == "500.00"


def test_the_address_leads_to_the_same_result(client):
    asked = f"{SHARE}&profit=80000&profit_share=30&years=2&starts_on=2026-03-01"
    first = client.get(f"/calculator?{asked}")
    shared = page(first).select_one("#result .soft a")["href"]
    assert total(client.get(shared)) == total(first) == "1,960.00"


def test_nothing_is_stored_and_nobody_is_marked(client):
    def rows() -> int:
        tables = database.obj.get_tables()
        return sum(
            database.obj.execute_sql(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]
            for name in tables
        )

    before = rows()
    answer = client.get(f"/calculator?{SHARE}")
    assert "Set-Cookie" not in answer.headers
    assert rows() == before


def test_a_part_alone_is_given_to_htmx(client):
    answer = client.get(f"/calculator?{SHARE}", headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="result"')
