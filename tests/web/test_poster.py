"""A poster's address: a scan without a reader, answers as counts, each once."""

from __future__ import annotations

from uuid import uuid4

import pytest

from models.campaign import PosterAnswer, PosterReply, PosterScan
from models.retention import purge
from rules.awareness import KINDS
from tests.web.wall import KNOWN, begun, send, soup, villages


@pytest.fixture(autouse=True)
def _places(app):
    villages()


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def test_a_scan_is_one_more_on_its_day_and_nothing_else(county, client, clock):
    code = begun(county)[0]
    for address in (f"/q/{code}", f"/Q/{code}", f"/q/{code.lower()}"):
        answer = client.get(address)
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        assert "保底收益和按股分红" in answer.text
    county.get(f"/q/{code}")
    client.head(f"/q/{code}")
    client.get(f"/q/{code}", headers={"Sec-Purpose": "prefetch"})
    clock.forward(days=1)
    client.get(f"/q/{code}")
    assert [(row.code, row.times) for row in PosterScan.select().order_by(PosterScan.day)] == [
        (code, 3),
        (code, 1),
    ]
    assert not PosterAnswer.select().exists()
    assert client.get("/q/AAAAA").status_code == 404


def test_outside_its_days_nothing_counts_and_the_cards_stay(county, client, clock):
    code = begun(county)[0]
    sent, _ = send(client, code)
    clock.forward(days=60)
    assert soup(client.get(f"/q/{code}")).select("a[href='/explanation/8']")
    assert not soup(client.get(f"/q/{code}?kind=share")).select("form[action^='/q/']")
    assert client.post(f"/q/{code}", data={**sent, "id": str(uuid4())}).status_code == 303
    assert not PosterScan.select().exists()
    assert PosterReply.select().count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_answers_count_once_however_often_they_are_sent(county, client, kind):
    code = begun(county)[0]
    sent, first = send(client, code, kind)
    assert (first.status_code, first.location) == (303, f"/q/{code}?done=1")
    again = client.post(f"/q/{code}", data={**KNOWN, **sent, "floor": "no"})
    assert again.status_code == 303
    rows = {(row.question, row.answer): row.times for row in PosterAnswer.select()}
    own = {(name, KNOWN[name]): 1 for name in ("payer", "amount", "day")} if kind != "none" else {}
    aware = "none" if kind == "none" else "yes"
    assert rows == {**own, ("floor", "yes"): 1, ("handout", "no"): 1, ("aware", aware): 1}
    done = soup(client.get(first.location))
    assert done.select("a[href='/explanation/8']")
    assert not PosterScan.select().where(PosterScan.times > 1).exists()


def test_nothing_of_a_reader_is_held():
    held = {table: set(table._meta.sorted_field_names) for table in (PosterScan, PosterAnswer)}
    assert held == {
        PosterScan: {"code", "day", "times"},
        PosterAnswer: {"code", "question", "answer", "times"},
    }
    assert set(PosterReply._meta.sorted_field_names) == {"id", "day"}


def test_what_is_missing_gets_a_sentence_and_what_was_chosen_stays(county, client):
    code = begun(county)[0]
    sent, answer = send(client, code, payer="nobody")
    assert answer.status_code == 422
    found = soup(answer)
    assert len(found.select(".field__error")) == 1
    kept = {each["name"]: each["value"] for each in found.select("input[checked]")}
    assert kept == {name: value for name, value in KNOWN.items() if name != "payer"}
    assert found.select_one("main input[name=id]")["value"] == sent["id"]
    assert not PosterAnswer.select().exists()


def test_a_page_that_was_open_too_long_is_sent_anew(county, client, clock):
    """The ids of what was sent are gone by then: it could count twice."""
    code = begun(county)[0]
    sent, _ = send(client, code)
    clock.forward(days=6)
    purge(clock())
    client.post(f"/q/{code}", data={**KNOWN, **sent})
    assert PosterAnswer.get().times == 1
    clock.forward(days=1)
    purge(clock())
    assert not PosterReply.select().exists()
    answer = client.post(f"/q/{code}", data={**KNOWN, **sent})
    assert answer.status_code == 422
    assert soup(answer).select_one("main input[name=id]")["value"] != sent["id"]
    assert len(soup(answer).select("input[checked]")) == len(KNOWN)
    assert PosterAnswer.get().times == 1


def test_nothing_can_be_typed_below_a_poster(county, client):
    """No PIN, no money, no name: there is nowhere to write one."""
    code = begun(county)[0]
    for address in (f"/q/{code}", f"/q/{code}?kind=land", f"/q/{code}?done=1"):
        found = soup(client.get(address))
        kinds = {each["type"] for each in found.select("main input")}
        assert kinds <= {"hidden", "radio"}
        assert not found.select("main textarea, main select")
        assert "从来不要密码，也不要钱" in found.get_text()
