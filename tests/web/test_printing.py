"""Printings: what a township asks for, what a county sees and decides, and the end."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import card, printing
from models.printing import Printing
from tests.web import press
from tests.web.lines import VILLAGE


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def homes(app):
    app.config["PRINTING_PATIENCE"] = 60
    return press.village()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def test_the_form_says_how_many_cards_and_sheets_before_anything_is_asked_for(township, homes):
    card.issue(homes[0], date(2026, 11, 1))
    asked = page(township.get("/printing/new"))
    places = [option["value"] for option in asked.select("select[name=place] option")]
    assert places == ["", VILLAGE[:9], VILLAGE]
    for which, cards, sheets in (("none", 6, 2), ("all", 7, 2)):
        shown = page(township.get(f"/printing/new?place={VILLAGE}&which={which}"))
        facts = [each.text for each in shown.select("#preview dd")]
        assert facts == [f"{cards} 张", f"{sheets} 张"]
    part = township.get(
        f"/printing/new?place={VILLAGE}", headers={"HX-Request": "true", "HX-Target": "preview"}
    )
    assert part.text.strip().startswith('<div id="preview">')
    assert Printing.select().count() == 0


def test_what_cannot_be_asked_for_is_said(township, homes):
    assert "请选一个村" in township.post("/printing/new", data={"place": ""}).text
    foreign = {"id": str(uuid4()), "place": "652302001200"}
    assert township.post("/printing/new", data=foreign).status_code == 422
    first = press.asked(township)
    again = {"id": str(uuid4()), "place": VILLAGE}
    answer = township.post("/printing/new", data=again)
    assert (answer.status_code, Printing.select().count()) == (409, 1)
    assert "没有要印的户卡" in answer.text
    sent = {"id": first.rpartition("/")[2], "place": VILLAGE}
    assert township.post("/printing/new", data=sent).location == first


def test_the_county_approves_or_says_why_not(township, county, homes):
    address = press.asked(township)
    assert not page(township.get(address)).select(f"form[action='{address}/decide']")
    assert len(page(county.get(address)).select(f"form[action='{address}/decide']")) == 2
    assert county.post(f"{address}/decide", data={"decision": "refuse"}).status_code == 422
    county.post(f"{address}/decide", data={"decision": "refuse", "reason": "people"})
    county.post(f"{address}/decide", data={"decision": "approve"})
    assert "先把户卡讲清楚" in township.get(address).text
    assert Printing.get().state == "refused"
    assert township.post(f"{address}/card/start").status_code == 404


def test_what_nobody_has_decided_can_be_taken_back(township, county, homes):
    address = press.asked(township)
    assert township.post(f"{address}/withdraw").location == "/printing"
    assert township.get(address).status_code == 404
    address = press.approved(township, county)
    assert township.post(f"{address}/withdraw").location == address
    assert township.get(address).status_code == 200


def test_the_list_shows_the_open_ones_first(township, county, homes):
    done = press.made(township, county)
    township.post(f"{done}/close")
    waiting = press.asked(township)
    rows = [row["href"] for row in page(county.get("/printing")).select("main a.row")]
    assert rows == [waiting, done]


def test_the_end_voids_what_was_not_handed_over_and_deletes_the_files(township, county, homes):
    address = press.made(township, county)
    identity = Printing.get().id
    row = printing.rows(identity)[0]
    township.post(f"{address}/handover", data={"household": str(row.household)})
    township.post(f"{address}/close")
    shown = township.get(address).text
    assert "没有交出去的" in shown
    assert township.get(f"{address}/card/file").status_code == 404
    assert card.states(homes) == {
        key: "active" if key == row.household else "revoked" for key in homes
    }
