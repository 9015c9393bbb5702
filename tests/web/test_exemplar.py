"""Anybody reads a county's model cases; the county writes them, of businesses and not of people."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models.exemplar import Exemplar
from models.place import Place
from tests.web import farm

FUKANG = "652302"
TITLE, ZH = "订单种植带动办法", "合作社按保护价收购，三天内付清，先付定金。"
TITLE_UG, UG = "زاكاز ئارقىلىق يېتەكلەش", "كوپىراتىپ كاپالەتلىك باھادا سېتىۋالىدۇ."


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture(autouse=True)
def places(app):
    farm.farm()
    for code, name in ((COUNTY, "本县"), (FUKANG, "阜康市")):
        Place.get_or_create(
            code=code, defaults={"level": "county", "name": name, "parent": code[:4]}
        )


COUNTY = farm.VILLAGE[:6]


@pytest.fixture
def county(sign_in):
    return sign_in("county", COUNTY)


def form(**more):
    return {
        "id": str(uuid4()),
        "title_zh": TITLE,
        "zh": ZH,
        "title_ug": "",
        "ug": "",
        "business": "",
        "mode": "order",
        "year": "2026",
        "from": "2026-01-01",
    } | more


def add(client, **more):
    answer = client.post("/exemplar", data=form(**more))
    assert answer.status_code == 303
    return answer.location


def titles(shown):
    found = shown.select(
        "article.own .card__title > span, a[href^='/exemplar/'] .row__label > span"
    )
    return [each.get_text(strip=True) for each in found if each.get("lang")]


def test_what_is_shown_is_for_anybody_and_found_from_the_policy(county, client, sign_in):
    address = add(county)
    for reader in (client, sign_in("cadre", farm.VILLAGE), sign_in("county", FUKANG)):
        shown = page(reader.get(address))
        assert ZH in shown.get_text()
        assert "以前的样子" not in shown.get_text()
    assert page(client.get("/policy")).select("a[href='/exemplar']")
    for words in ("订单种植", "保护价收购"):
        assert page(client.get(f"/policy?q={words}")).select(f"a[href='{address}']")
    assert not titles(page(client.get("/policy?q=小麦")))
    assert titles(page(client.get("/exemplar"))) == [TITLE]
    assert titles(page(client.get(f"/exemplar?county={COUNTY}"))) == [TITLE]
    assert titles(page(client.get(f"/exemplar?county={FUKANG}"))) == []
    assert titles(page(client.get("/exemplar?q=小麦"))) == []


def test_what_is_not_yet_no_more_or_by_mistake_is_the_countys_alone(county, client, sign_in):
    hidden = {
        "later": add(county, **{"from": "2027-01-01"}),
        "ended": add(county, ended="2026-06-01"),
        "withdrawn": add(county, title_zh="打错了"),
    }
    county.post(hidden["withdrawn"], data=form(withdrawn="1"))
    for show, address in hidden.items():
        assert county.get(address).status_code == 200
        assert len(titles(page(county.get(f"/exemplar?show={show}")))) == 1
        for reader in (client, sign_in("county", FUKANG), sign_in("township", COUNTY + "100")):
            assert reader.get(address).status_code == 404
    assert titles(page(client.get("/exemplar?show=withdrawn"))) == []
    chips = [each.get_text() for each in page(county.get("/exemplar")).select("#found .chip")]
    assert len(chips) == 5
    assert all(chips)
    assert not titles(page(client.get("/policy?q=订单")))


@pytest.mark.parametrize("role", ["cadre", "township", "prefecture"])
def test_only_its_county_writes_it(sign_in, county, client, role):
    address = add(county)
    for other in (sign_in(role), sign_in("county", FUKANG)):
        assert other.get(f"{address}/edit").status_code == 404
        assert other.post(address, data=form()).status_code == 404
    assert sign_in(role).post("/exemplar", data=form()).status_code == 404
    assert client.post("/exemplar", data=form()).location.startswith("/signin")
    assert Exemplar.select().count() == 1


def test_the_figures_of_its_business_are_those_of_the_sunshine_page(county, client):
    address = add(county, business=farm.COOPERATIVE)
    shown = page(client.get(address))
    link = shown.select_one("a[href^='/sunshine/business/']")["href"]
    assert client.get(link).status_code == 200
    assert "元" not in shown.main.get_text()
    plain = page(client.get(add(county)))
    assert not plain.select("a[href^='/sunshine/business/']")


def test_a_uyghur_reader_is_told_how_its_text_stands(county, client):
    address = add(county, title_ug=TITLE_UG, ug=UG, ug_review="draft")
    shown = page(client.get(f"{address}?lang=ug"))
    assert titles(shown) == [TITLE_UG]
    assert titles(page(client.get("/exemplar?lang=ug"))) == [TITLE_UG]
    assert shown.find(class_="own__text").get_text() == UG
    assert len(shown.select(".own__head .tag")) == 1
    newer = form(title_ug=TITLE_UG, ug=UG, ug_review="reviewed", title_zh="新题目")
    assert county.post(address, data=newer).status_code == 303
    assert len(page(client.get(f"{address}?lang=ug")).select(".own__head .tag")) == 2
    assert "维文还没有跟着改" in county.get(address).text
    assert len(page(county.get(address)).select("details > summary")) >= 2


def test_sent_twice_it_is_there_once(county):
    sent, again = form(), form(zh="改了。")
    for _ in range(3):
        assert county.post("/exemplar", data=sent).status_code == 303
    address = f"/exemplar/{Exemplar.get().exemplar}"
    for _ in range(3):
        assert county.post(address, data=again).status_code == 303
    assert Exemplar.select().count() == 2


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"title_zh": ""}, "title_zh"),
        ({"zh": ""}, "zh"),
        ({"zh": "少数民族家庭优先。"}, "zh"),
        ({"zh": "联系电话13812345678。"}, "zh"),
        ({"zh": "古丽娜尔·艾合买提家收入最高。"}, "zh"),
        ({"title_zh": f"{farm.OURS}号户"}, "title_zh"),
        ({"zh": "评为示范户。"}, "zh"),
        ({"ug": "ئۈلگىلىك ئائىلە", "title_ug": TITLE_UG}, "ug"),
        ({"ug": UG, "title_ug": ""}, "title_ug"),
        ({"business": "nobody"}, "business"),
        ({"mode": "gift"}, "mode"),
        ({"year": "2031"}, "year"),
        ({"year": "last"}, "year"),
        ({"from": "2026-02-30"}, "from"),
        ({"ended": "2026-01-01"}, "ended"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(county, wrong, where):
    address = add(county)
    for path in ("/exemplar", address):
        for language in ("zh", "ug"):
            sent = form(**wrong)
            answer = county.post(f"{path}?lang={language}", data=sent)
            assert answer.status_code == 422
            shown = page(answer)
            assert shown.find(id=f"{where}-error").text.strip()
            assert shown.find(id="zh").text.lstrip("\r\n") == sent["zh"]
            assert shown.find(id="from")["value"] == sent["from"]
    assert Exemplar.select().count() == 1


def test_a_form_without_an_id_of_its_own_is_sent_again(county):
    answer = county.post("/exemplar", data=form(id="x"))
    assert answer.status_code == 422
    UUID(page(answer).find("input", {"name": "id"})["value"])
    assert not Exemplar.select().exists()


def test_the_form_asks_again_for_what_is_stored(county):
    address = add(county, title_ug=TITLE_UG, ug=UG, business=farm.COOPERATIVE)
    shown = page(county.get(f"{address}/edit"))
    assert shown.find(id="title_ug")["value"] == TITLE_UG
    assert shown.find(id="business")["value"] == farm.COOPERATIVE
    assert shown.select_one("#mode option[selected]")["value"] == "order"
