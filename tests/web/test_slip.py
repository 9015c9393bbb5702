"""Sealed slips: one code, shown once, on paper in both languages."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

import web.paper
from models import access, card, database
from models.slip import Slip
from tests.web import glyphs
from tests.web.lines import add_household
from tests.web.printed import codes_of, fonts_of

TODAY = date(2026, 11, 23)


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def secret(response):
    return glyphs.slip_code(response.data) if response.mimetype == "application/pdf" else None


@pytest.fixture
def home(app):
    return add_household("652301100200-017")


@pytest.fixture
def owned(home):
    return card.issue(home, TODAY)


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def make(client, home, sent=None):
    return client.post(f"/card/{home}/slip", data={"id": str(uuid4() if sent is None else sent)})


def test_a_slip_is_made_after_a_second_step_and_opens_the_card_once(township, home, owned, client):
    form = page(township.get(f"/card/{home}/slip")).find("form", action=f"/card/{home}/slip")
    assert not Slip.select().count()
    answer = make(township, home, form.find("input", {"name": "id"})["value"])
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    code = secret(answer)
    assert re.fullmatch(r"\d{8}", code)
    sent = {"code": code, "pin": "402917", "again": "402917"}
    address = f"/c/{card.token(owned.id)}/start"
    assert client.post(address, data=sent).status_code == 303
    client.post("/signout")
    assert client.post(address, data=sent).status_code == 422


def test_the_code_is_shown_once(township, home, owned):
    sent = uuid4()
    code = secret(make(township, home, sent))
    again = make(township, home, sent)
    assert (again.status_code, secret(again)) == (410, None)
    assert code not in again.text
    assert "再做一个新的" in again.text
    assert Slip.select().count() == 1


def test_of_many_threads_one_sees_the_code(app, township, home, owned):
    sent = uuid4()

    def send(_):
        try:
            client = app.test_client()
            client.set_cookie("session", township.get_cookie("session").value)
            return secret(make(client, home, sent))
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(send, range(8)))
    assert len([code for code in codes if code]) == 1
    assert Slip.select().count() == 1


def test_a_new_slip_voids_the_one_before(township, home, owned, client):
    first, second = secret(make(township, home)), secret(make(township, home))
    address = f"/c/{card.token(owned.id)}/start"
    sent = {"pin": "402917", "again": "402917"}
    assert client.post(address, data=sent | {"code": first}).status_code == 422
    assert client.post(address, data=sent | {"code": second}).status_code == 303


def test_a_slip_needs_a_card_and_a_random_id(township, home):
    assert "先发户卡" in township.get(f"/card/{home}/slip").text
    assert make(township, home).status_code == 422
    card.issue(home, TODAY)
    assert make(township, home, "17").status_code == 422
    assert not Slip.select().count()


def test_the_slip_is_bilingual_and_holds_neither_name_nor_the_cards_address(
    township, home, owned, tmp_path
):
    data = make(township, home).data
    text, sheets = glyphs.shown(data)
    assert sheets == 1
    assert "一次性代码" in text
    assert owned.short_code in text.split()
    assert text.count("2027-01-22") == 2
    for hidden in ("巴合提", "watched", card.token(owned.id), "/c/"):
        assert hidden not in text
    pdf = tmp_path / "slip.pdf"
    pdf.write_bytes(data)
    assert not codes_of(pdf)
    assert all(fonts_of(pdf).values())


def test_without_fonts_no_slip_is_made_and_the_one_before_stays(township, home, owned, monkeypatch):
    make(township, home)
    monkeypatch.setattr(web.paper, "missing", lambda: ["fonts-noto-core"])
    answer = make(township, home)
    assert (answer.status_code, "缺少打印用的字体" in answer.text) == (503, True)
    assert Slip.select().count() == 1


def test_a_paper_that_fails_voids_no_slip_and_the_form_can_be_sent_again(
    township, home, owned, client, monkeypatch
):
    first, sent = secret(make(township, home)), uuid4()
    with monkeypatch.context() as patch:
        patch.setattr(web.paper, "pdf", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make(township, home, sent)
    code = {"code": first, "pin": "402917", "again": "402917"}
    assert client.post(f"/c/{card.token(owned.id)}/start", data=code).status_code == 303
    assert make(township, home, sent).mimetype == "application/pdf"


def test_staff_never_learn_or_choose_a_pin(township, home, owned):
    shown = page(township.get(f"/card/{home}/slip"))
    assert not shown.select("input[name=pin], input[type=password]")


def test_making_a_slip_stands_in_the_households_list(township, home, owned):
    make(township, home)
    assert [row.purpose for row in access.of_household(home)] == ["slip"]
