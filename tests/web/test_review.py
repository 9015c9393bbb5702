"""The yearly review: decisions by the county alone, and who may see what was counted."""

from __future__ import annotations

import time
from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, review
from models.business import Business
from models.household import Household
from models.ids import household_id
from models.review import Decision, Review
from tests.web import farm, yearly
from web import job

SAID = "督促木垒县依尔哈巴克农民专业合作社补付逾期的保底收益。"


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def ledger(app):
    yearly.settle()


@pytest.fixture
def county(ledger, sign_in):
    return sign_in("county")


def decide(client, year=2026, **more):
    data = {"id": str(uuid4()), "met_on": "2026-03-05", "text": SAID} | more
    return client.post(f"/review/{year}", data=data)


def make(client, year=2026, sent=None):
    return client.post(f"/review/{year}/pack", data={"id": str(sent or uuid4())})


def addresses(pack="00000000-0000-4000-8000-000000000000"):
    files = ("", "/pdf", "/word", "/excel")
    return ["/review", "/review/2026", *(f"/review/pack/{pack}{file}" for file in files)]


@pytest.mark.parametrize("role", ["cadre", "township", "prefecture"])
def test_only_the_county_reviews(county, sign_in, role):
    made = make(county).location.rpartition("/")[2]
    decide(county)
    one = Decision.get().decision
    client = sign_in(role)
    for path in (*addresses(made), f"/review/decision/{one}"):
        assert client.get(path).status_code == 404
    assert decide(client).status_code == make(client).status_code == 404
    assert client.post(f"/review/decision/{one}", data={}).status_code == 404
    assert (Decision.select().count(), Review.select().count()) == (1, 1)


def test_who_is_not_signed_in_is_asked_to(client):
    for path in addresses():
        assert client.get(path).location.startswith("/signin")
    assert decide(client).location.startswith("/signin")


def test_another_countys_review_is_not_there(county, sign_in):
    made = make(county).location
    decide(county)
    other = sign_in("county", "652302")
    one = f"/review/decision/{Decision.get().decision}"
    for path in (made, f"{made}/pdf", f"{made}/word", f"{made}/excel", one):
        assert other.get(path).status_code == 404
    assert other.post(one, data={"id": str(uuid4()), "text": "x"}).status_code == 404
    assert SAID not in other.get("/review/2026").text
    assert Decision.select().count() == 1


def test_the_years_since_the_rules_say_whether_they_were_reviewed(county):
    decide(county)
    decide(county, 2024, met_on="2024-12-31", text="年底研究。")
    rows = {
        a["href"]: a.get_text(" ", strip=True) for a in page(county.get("/review")).select("a.row")
    }
    assert list(rows) == [f"/review/{year}" for year in (2026, 2025, 2024, 2023)]
    assert "研究过了" in rows["/review/2026"]
    assert "没有研究记录" in rows["/review/2025"]
    assert "研究过了" in rows["/review/2024"]
    for year in (2022, 2027):
        assert county.get(f"/review/{year}").status_code == 404
        assert decide(county, year).status_code == make(county, year).status_code == 404


def test_the_running_year_is_not_blamed(county):
    first = page(county.get("/review")).select_one("a.row")
    assert "这一年还没研究" in first.text
    assert not review.reviewed(yearly.COUNTY, 2026)


def test_a_decision_is_there_once_however_often_it_is_sent(county):
    sent = str(uuid4())
    for _ in range(3):
        assert decide(county, id=sent).location == "/review/2026"
    assert Decision.select().count() == 1
    assert SAID in county.get("/review/2026").text
    assert review.reviewed(yearly.COUNTY, 2026)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"met_on": ""}, "met_on"),
        ({"met_on": "soon"}, "met_on"),
        ({"met_on": "2025-12-31"}, "met_on"),
        ({"met_on": "2026-11-24"}, "met_on"),
        ({"text": ""}, "text"),
        ({"text": "字" * 4001}, "text"),
        ({"text": "少数民族家庭先付。"}, "text"),
        ({"text": "联系电话 13812345678。"}, "text"),
        ({"text": f"先付 {farm.OURS} 的钱。"}, "text"),
        ({"text": "先付热依汗古丽·吐尔逊的钱。"}, "text"),
        ({"text": "先付赵满仓的钱。"}, "text"),
    ],
)
def test_a_refused_decision_keeps_what_was_typed(county, wrong, where):
    for language in ("zh", "ug"):
        sent = {"id": str(uuid4()), "met_on": "2026-03-05", "text": SAID} | wrong
        answer = county.post(f"/review/2026?lang={language}", data=sent)
        assert answer.status_code == 422
        shown = page(answer)
        assert shown.find(id=f"{where}-error").text.strip()
        assert shown.find(id="met_on")["value"] == sent["met_on"]
        assert shown.find(id="text").text.lstrip("\r\n") == sent["text"]
    assert not Decision.select().exists()


def test_a_business_may_be_called_after_a_household(county):
    Business.update(name="赵满仓家庭农场").where(Business.number == farm.FARM).execute()
    assert decide(county, text="请赵满仓家庭农场月底以前付清。").status_code == 303
    elsewhere = {"id": household_id("x"), "number": "652302001200-001", "head": "欧阳春雨"}
    farm.add(Household, village="652302001200", **elsewhere)
    assert decide(county, text="由欧阳春雨同志牵头。").status_code == 303, "of another county"


def test_a_correction_is_a_version(county):
    decide(county)
    one = f"/review/decision/{Decision.get().decision}"
    assert page(county.get(one)).find(id="text").text.strip() == SAID
    sent = {"id": str(uuid4()), "met_on": "2026-03-06", "text": "改了。"}
    for _ in range(2):
        assert county.post(one, data=sent).location == "/review/2026"
    assert Decision.select().count() == 2
    shown = county.get("/review/2026").text
    assert "改了。" in shown
    assert SAID not in shown
    assert [each.text.split(" · ")[0] for each in page(county.get(one)).select("summary")] == [
        "第2稿",
        "第1稿",
    ]
    for wrong in ({"text": ""}, {"met_on": "2022-01-01"}, {"id": ""}):
        assert county.post(one, data=sent | wrong).status_code == 422
    county.post(one, data=sent | {"id": str(uuid4()), "withdrawn": "1"})
    assert not review.reviewed(yearly.COUNTY, 2026)


def test_a_pack_is_made_once_and_does_not_change(county):
    decide(county)
    sent = uuid4()
    first = make(county, sent=sent)
    assert make(county, sent=sent).location == first.location == f"/review/pack/{sent}"
    assert Review.select().count() == 1
    before = yearly.tables(county.get(first.location).text)
    assert before["decisions"] == [["2026-03-05", SAID]]
    decide(county, text="后来的决定。")
    farm.pay(farm.SHARES, 2026, 50_00, date(2026, 11, 20))
    assert yearly.tables(county.get(first.location).text) == before
    second = yearly.tables(county.get(make(county).location).text)
    assert len(second["decisions"]) == 2
    assert county.post("/review/2026/pack", data={"id": "x"}).status_code == 422


def test_a_page_waits_for_a_pack_that_takes_long(county, app):
    app.config["REVIEW_PATIENCE"] = 0.01
    with job.TURN:
        address = make(county).location
        for _ in range(2):
            waiting = county.get(address)
            assert waiting.headers["Refresh"] == "2"
            assert "正在算" in waiting.text
            assert county.get(f"{address}/pdf").status_code == 404
        assert "正在算" in county.get("/review/2026").text
    late = time.monotonic() + 30
    while "Refresh" in (done := county.get(address)).headers and time.monotonic() < late:
        time.sleep(0.05)
    assert yearly.tables(done.text)["sheet"]


def test_what_nobody_makes_any_more_is_given_up(county, app, clock):
    app.config["REVIEW_PATIENCE"] = 0.01
    identity = uuid4()
    begun = int(clock.moment.timestamp())
    review.begin(identity, yearly.COUNTY, 2026, clock.moment.date(), account=None, since=begun)
    assert "Refresh" in county.get(f"/review/pack/{identity}").headers
    clock.forward(minutes=11)
    given_up = county.get(f"/review/pack/{identity}")
    assert "Refresh" not in given_up.headers
    assert "没有算成" in given_up.text


def test_taking_a_pack_out_opens_nobodys_record(county):
    address = make(county).location
    for file in ("", "/pdf", "/word", "/excel"):
        assert county.get(address + file).status_code == 200
    for number in (farm.OURS, farm.THEIRS, *yearly.HEADS):
        assert access.of_household(household_id(number)) == []
