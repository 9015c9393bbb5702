"""The township hands out cards: whose, when, once; and what stands on the paper."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from models import access, card, database, session
from models.card import Card
from models.place import Place
from tests.web import glyphs
from tests.web.lines import VILLAGE, add_household
from tests.web.printed import codes_of
from web import finished, qr

TODAY = date(2026, 11, 23)
OUTSIDE = "652302001200"


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def home(app):
    Place.create(code=VILLAGE, level="village", name="榆树沟村", parent=VILLAGE[:9])
    return add_household("652301100200-017")


@pytest.fixture
def foreign(app):
    Place.create(code=OUTSIDE, level="village", name="外村", parent=OUTSIDE[:9])
    return add_household("652302001200-003", OUTSIDE, "谢依达")


@pytest.fixture
def township(sign_in):
    return sign_in("township")


def issue(client, home, sent=None):
    return client.post(f"/card/{home}/new", data={"id": str(uuid4() if sent is None else sent)})


def test_the_villages_come_first_and_hold_no_names(township, home, foreign):
    shown = page(township.get("/card"))
    assert [link["href"] for link in shown.select("main a.row")] == [f"/card?village={VILLAGE}"]
    assert "巴合提" not in shown.text


def test_a_number_leads_to_its_household_a_name_does_not(township, home, foreign):
    answer = township.post("/card/find", data={"q": "652301100200-017"})
    assert answer.location == f"/card/{home}"
    for words in ("巴合提", "652302001200-003", "谢依达"):
        answer = township.post("/card/find", data={"q": words})
        assert answer.status_code == 200
        assert "没有这个户编码" in answer.text
        assert not page(answer).select("a[href^='/card/']")


def test_a_village_lists_its_households_with_their_cards(township, home, foreign):
    second = add_household("652301100200-018", head="王建国")
    third = add_household("652301100200-019", head="马秀英")
    card.issue(second, TODAY)
    card.issue(third, TODAY)
    card.revoke(third, TODAY)
    shown = page(township.get(f"/card?village={VILLAGE}"))
    rows = {row["href"]: row.get_text(" ", strip=True) for row in shown.select("main a.row")}
    assert rows == {
        f"/card/{home}": "巴合提·努尔兰 652301100200-017 没有户卡",
        f"/card/{second}": "王建国 652301100200-018 有户卡",
        f"/card/{third}": "马秀英 652301100200-019 已停用",
    }
    for show, count in (("none", 2), ("active", 1), ("", 3), ("odd", 3)):
        narrowed = page(township.get(f"/card?village={VILLAGE}&show={show}"))
        assert len(narrowed.select("main a.row")) == count
    found = township.post(f"/card/find?village={VILLAGE}", data={"q": "建国"})
    assert [row["href"] for row in page(found).select("main a.row")] == [f"/card/{second}"]


def test_the_list_is_paged(township, home):
    for number in range(100, 140):
        add_household(f"652301100200-{number}")
    first = page(township.get(f"/card?village={VILLAGE}"))
    assert len(first.select("main a.row")) == 30
    after = page(township.get(first.find("a", rel="next")["href"]))
    assert len(after.select("main a.row")) == 11


def test_what_is_out_of_scope_is_not_there(township, home, foreign):
    card.issue(foreign, TODAY)
    for village in (OUTSIDE, OUTSIDE[:9], "6523", "x"):
        assert township.get(f"/card?village={village}").status_code == 404
    for key in (foreign, uuid4()):
        for view in ("", "/new", "/end", "/paper", "/slip"):
            assert township.get(f"/card/{key}{view}").status_code == 404
        for view in ("/new", "/end", "/slip"):
            sent = {"id": str(uuid4())}
            assert township.post(f"/card/{key}{view}", data=sent).status_code == 404
    assert access.of_household(foreign) == []
    assert card.of_household(foreign) is not None


def test_only_the_township_hands_out_and_the_county_may_look(sign_in, home):
    card.issue(home, TODAY)
    county = sign_in("county")
    assert county.get(f"/card/{home}").status_code == 200
    assert "户卡由乡镇发" in county.get(f"/card/{home}").text
    for role in ("cadre", "county", "prefecture"):
        client = sign_in(role)
        for view in ("/new", "/end", "/paper", "/slip"):
            assert client.get(f"/card/{home}{view}").status_code == 404
        for view in ("/new", "/end", "/slip"):
            assert client.post(f"/card/{home}{view}", data={}).status_code == 404
    for role in ("cadre", "prefecture"):
        assert sign_in(role).get("/card").status_code == 404


def test_a_card_is_issued_after_a_second_step(township, home):
    assert "发户卡" in township.get(f"/card/{home}").text
    form = page(township.get(f"/card/{home}/new")).find("form", action=f"/card/{home}/new")
    assert Card.select().count() == 0
    answer = issue(township, home, form.find("input", {"name": "id"})["value"])
    assert (answer.status_code, answer.location) == (303, f"/card/{home}")
    active = card.of_household(home)
    assert (active.issued_on, active.pin_hash) == (TODAY, None)
    assert active.short_code[:4] in township.get(f"/card/{home}").text


def test_the_same_request_issues_one_card(app, township, home):
    sent = uuid4()

    def send(_):
        try:
            client = app.test_client()
            client.set_cookie("session", township.get_cookie("session").value)
            return issue(client, home, sent).status_code
        finally:
            database.database.obj.close()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(send, range(8))) == {303}
    assert Card.select().count() == 1


def test_a_repeated_request_does_not_bring_an_old_card_back(township, home):
    first, second = uuid4(), uuid4()
    issue(township, home, first)
    issue(township, home, second)
    assert issue(township, home, first).status_code == 303
    assert card.of_household(home).id == second
    assert Card.select().where(Card.active).count() == 1


def test_the_id_of_another_households_card_is_refused(township, home):
    sent = uuid4()
    issue(township, home, sent)
    neighbour = add_household("652301100200-018")
    old = card.issue(neighbour, TODAY)
    assert issue(township, neighbour, sent).status_code == 409
    assert card.of_household(neighbour).id == old.id


@pytest.mark.parametrize("wrong", ["", "17", "c232ab00-9414-11ec-b3c8-9f68deced846"])
def test_an_id_that_is_not_random_is_refused(township, home, wrong):
    assert issue(township, home, wrong).status_code == 422
    assert not Card.select().count()


def test_a_new_card_ends_the_old_one_and_its_phones(app, township, home, clock, client):
    old = card.issue(home, TODAY)
    phone = app.test_client()
    phone.set_cookie("session", session.start_household(home, clock.moment))
    asked = township.get(f"/card/{home}/new").text
    assert "旧卡马上作废" in asked
    issue(township, home)
    assert client.get(f"/c/{card.token(old.id)}").status_code == 404
    assert client.get(f"/c/{card.token(card.of_household(home).id)}").status_code == 200
    assert session.find(phone.get_cookie("session").value, clock.moment) is None


def test_a_card_may_end_without_a_new_one(township, home):
    card.issue(home, TODAY)
    assert "确定停用" in township.get(f"/card/{home}/end").text
    for _ in range(2):
        assert township.post(f"/card/{home}/end").status_code == 303
    assert card.of_household(home) is None
    assert "已停用" in township.get(f"/card/{home}").text
    assert township.get(f"/card/{home}/paper").status_code == 404


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_printed_card_is_a_batch_of_one_and_holds_no_name(township, home, tmp_path, lang):
    card.issue(home, TODAY)
    active = card.of_household(home)
    answer = township.get(f"/card/{home}/paper?lang={lang}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    pdf = tmp_path / "card.pdf"
    pdf.write_bytes(answer.data)
    assert codes_of(pdf) == [f"HTTPS://LIANNONG.EXAMPLE/C/{card.token(active.id)}"]
    text, sheets = glyphs.shown(answer.data)
    assert sheets == 1
    assert active.short_code in text.split()
    assert "liannong.example" in text
    assert "微信扫一扫" in text
    for hidden in ("巴合提", "652301100200", "榆树沟", "watched", card.token(active.id)):
        assert hidden not in text


def test_a_card_whose_code_cannot_be_read_is_not_handed_out(township, home, monkeypatch):
    card.issue(home, TODAY)
    blank = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    monkeypatch.setattr(qr, "svg", lambda _code: blank)
    answer = township.get(f"/card/{home}/paper")
    assert (answer.status_code, "没有交给您" in answer.text) == (503, True)


def test_every_opening_stands_in_the_households_list(township, home):
    township.get(f"/card/{home}")
    township.get(f"/card/{home}")
    (row,) = access.of_household(home)
    assert (row.purpose, row.role, row.day) == ("print", "township", TODAY)


def test_the_pages_speak_uyghur_and_need_no_script(township, home):
    card.issue(home, TODAY)
    for view in ("", "/new", "/end", "/slip"):
        shown = page(township.get(f"/card/{home}{view}?lang=ug"))
        assert shown.html["dir"] == "rtl"
        for form in shown.select("main form[method=post]"):
            assert form["action"].startswith(f"/card/{home}/")
            assert form.find("button")


def test_no_page_names_a_category_or_money(township, home):
    card.issue(home, TODAY)
    for address in (f"/card?village={VILLAGE}", f"/card/{home}"):
        text = township.get(address).text
        assert not re.search(r"watched|监测|脱贫|元\b", text)


def test_the_old_card_goes_on_where_the_new_one_cannot_be_printed(township, home, monkeypatch):
    old = card.issue(home, TODAY)

    def unreadable(_pdf, _addresses):
        raise finished.Unreadable("1 of 1 not read")

    monkeypatch.setattr(finished, "read_back", unreadable)
    assert issue(township, home).status_code == 503
    assert card.of_household(home) == old
    monkeypatch.undo()
    assert issue(township, home).status_code == 303
    assert card.of_household(home) != old
