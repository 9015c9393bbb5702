"""Anybody reads a county's own rules beside the prefecture's; the county writes them."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import rule
from models.place import Place
from models.rule import Rule
from rules.article import paragraph

CHANGJI, FUKANG = "652301", "652302"
ZH, UG = "保底收益按季度兑现，逾期按日加付。", "كاپالەتلىك پايدا ھەر پەسىلدە بېرىلىدۇ."


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture(autouse=True)
def places(app):
    for code, name in ((CHANGJI, "昌吉市"), (FUKANG, "阜康市")):
        Place.create(code=code, level="county", name=name, parent="6523")


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def form(**more):
    return {
        "id": str(uuid4()),
        "article": "13",
        "number": "昌市乡振〔2024〕12号",
        "zh": ZH,
        "ug": "",
        "from": "2024-01-01",
    } | more


def add(client, **more):
    answer = client.post("/rule", data=form(**more))
    assert answer.status_code == 303
    return answer.location


def texts(shown):
    return [each.get_text(" ", strip=True) for each in shown.select("article.own")]


@pytest.mark.parametrize("role", ["cadre", "township", "prefecture"])
def test_only_the_county_writes(sign_in, county, role):
    address = add(county)
    client = sign_in(role)
    assert client.get(address).status_code == 200
    for path in ("/rule/new", f"{address}/edit"):
        assert client.get(path).status_code == 404
    for path in ("/rule", address):
        assert client.post(path, data=form()).status_code == 404
    assert Rule.select().count() == 1


def test_a_stranger_may_read_and_is_asked_to_sign_in_to_write(client, county):
    address = add(county)
    assert client.get(address).status_code == 200
    assert client.get("/rule/new").location.startswith("/signin")
    assert client.post("/rule", data=form()).location.startswith("/signin")
    assert client.get(f"/rule/{uuid4()}").status_code == 404
    assert "以前的样子" not in client.get(address).text


def test_another_county_is_out_of_scope(county, sign_in):
    address = add(county)
    other = sign_in("county", FUKANG)
    for path in (address, f"{address}/edit"):
        assert other.get(path).status_code == 404
    assert other.post(address, data=form()).status_code == 404
    assert Rule.select().count() == 1
    assert texts(page(other.get("/rule?county=652301"))) == []


def test_it_stands_beside_the_words_that_it_details_as_the_countys_own(county, client):
    add(county)
    for reader in (county, client):
        shown = page(reader.get("/policy/13?county=652301"))
        own = shown.find(id="county")
        assert ZH in own.text
        assert "不是原文" in own.text
        assert ZH not in shown.find(class_="official").text
        assert not texts(page(reader.get("/policy/12?county=652301")))
    assert paragraph("13").text in page(client.get(add(county, number="2"))).text


def test_staff_see_their_own_county_and_others_choose(county, client, sign_in):
    add(county)
    shown = page(client.get("/policy/13"))
    assert not texts(shown)
    chips = [chip["href"] for chip in shown.select("#county a.chip")]
    assert chips == ["/policy/13?county=652301", "/policy/13?county=652302"]
    assert not texts(page(client.get("/policy/13?county=652302")))
    assert not texts(page(client.get("/policy/13?county=652399")))
    chosen = page(client.get("/policy/13?county=652301"))
    assert [a["href"] for a in chosen.select(".pager a")] == [
        "/policy/12?county=652301",
        "/policy/14?county=652301",
    ]
    for role in ("cadre", "township", "county"):
        own = page(sign_in(role).get("/policy/13?county=652302"))
        assert len(texts(own)) == 1
        assert not own.select("#county a.chip")
    assert len(page(sign_in("prefecture").get("/policy/13")).select("#county a.chip")) == 2


def test_the_list_is_searched_filtered_and_paged(county, client):
    for number in range(25):
        add(county, article="12", number=f"第{number}号")
    add(county, article="4", zh="有条件的村由乡镇认定。", **{"from": "2030-01-01"})
    add(county, article="5", zh="旧的规定。", ended="2025-01-01")
    first = page(client.get("/rule?county=652301"))
    assert len(texts(first)) == 20
    assert len(texts(page(client.get(first.find("a", rel="next")["href"])))) == 7
    for query, count in (("q=认定", 1), ("show=ended", 1), ("show=later", 1), ("q=第7号", 1)):
        assert len(texts(page(client.get(f"/rule?county=652301&{query}")))) == count, query
    nothing = page(client.get("/rule?county=652301&q=小麦"))
    assert "没有找到结果" in nothing.text
    assert "没有登记自己的细则" in page(client.get("/rule?county=652302")).text
    assert "先选一个县市" in page(client.get("/rule")).text
    part = client.get("/rule?county=652301&q=认定", headers={"HX-Request": "true"})
    assert part.text.strip().startswith('<div id="found">')


def test_what_has_ended_is_not_shown_beside_the_text_and_what_comes_is_marked(county, client):
    add(county, ended="2025-01-01")
    add(county, zh="明年的规定。", **{"from": "2027-01-01"})
    shown = texts(page(client.get("/policy/13?county=652301")))
    assert len(shown) == 1
    assert "还没施行" in shown[0]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "季度"), ("zh", "季 度"), ("ug", "كاپالەتلىك پايدا"), ("ug", "كاپالەتلیك پایدا")],
)
def test_the_policy_s_search_finds_it_in_either_language(county, client, lang, words):
    address = add(county, ug=UG, ug_review="reviewed")
    shown = page(client.get("/policy", query_string={"q": words, "lang": lang}))
    (row,) = shown.select(f"#found a[href='{address}']")
    assert "昌吉市" in row.text
    assert (UG if lang == "ug" else ZH) in row.text


def test_the_policy_s_search_leaves_out_what_has_ended_or_was_a_mistake(county, client):
    add(county, ended="2024-06-01")
    add(county, withdrawn="1")
    later = add(county, **{"from": "2027-01-01"})
    shown = page(client.get("/policy?q=季度"))
    assert [a["href"] for a in shown.select("#found a[href^='/rule/']")] == [later]
    assert "还没施行" in shown.text


def test_a_uyghur_reader_reads_uyghur_with_its_state(county, client):
    address = add(county, ug=UG, ug_review="draft")
    shown = page(client.get(f"{address}?lang=ug"))
    text = shown.find(class_="own__text")
    assert (text.text, text["lang"], text["dir"]) == (UG, "ug", "rtl")
    assert len(shown.select(".own__head .tag")) == 2
    add_version = form(ug=UG, ug_review="reviewed", zh="保底收益按月兑现。")
    assert county.post(address, data=add_version).status_code == 303
    later = page(client.get(f"{address}?lang=ug"))
    assert len(later.select(".own__head .tag")) == 3, "older than the Chinese one"
    assert "维文还没有跟着改" in county.get(address).text
    fits = form(ug=UG, ug_review="reviewed", zh="保底收益按月兑现。", ug_fits="1")
    county.post(address, data=fits)
    assert len(page(client.get(f"{address}?lang=ug")).select(".own__head .tag")) == 2


def test_sent_twice_it_is_there_once(county):
    sent = form()
    for _ in range(3):
        assert county.post("/rule", data=sent).status_code == 303
    assert Rule.select().count() == 1
    address = f"/rule/{Rule.get().rule}"
    again = form(zh="改了。")
    for _ in range(3):
        assert county.post(address, data=again).status_code == 303
    assert Rule.select().count() == 2


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"article": ""}, "article"),
        ({"article": "10(9)"}, "article"),
        ({"zh": ""}, "zh"),
        ({"zh": "字" * 4001}, "zh"),
        ({"zh": "少数民族家庭优先。"}, "zh"),
        ({"zh": "联系电话13812345678。"}, "zh"),
        ({"ug": "ئۇنىڭ مىللىتى"}, "ug"),
        ({"number": "户编码652301100200-017"}, "number"),
        ({"from": "2024-02-30"}, "from"),
        ({"ended": "soon"}, "ended"),
        ({"ended": "2024-01-01"}, "ended"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(county, wrong, where):
    address = add(county)
    for path in ("/rule", address):
        for language in ("zh", "ug"):
            sent = form(**wrong)
            answer = county.post(f"{path}?lang={language}", data=sent)
            assert answer.status_code == 422
            shown = page(answer)
            assert shown.find(id=f"{where}-error").text.strip()
            assert shown.find(id="zh").text.lstrip("\r\n") == sent["zh"]
            assert shown.find(id="from")["value"] == sent["from"]
            chosen = shown.select_one("#article option[selected]")
            assert (chosen["value"] if chosen else "") in {sent["article"], ""}
    assert Rule.select().count() == 1


def test_a_form_without_an_id_of_its_own_is_sent_again(county):
    answer = county.post("/rule", data=form(id="x"))
    assert answer.status_code == 422
    UUID(page(answer).find("input", {"name": "id"})["value"])
    assert not Rule.select().exists()


def test_what_was_typed_by_mistake_is_withdrawn_from_readers(county, client):
    address = add(county)
    assert county.post(address, data=form(withdrawn="1")).status_code == 303
    assert client.get(address).status_code == 404
    assert not texts(page(client.get("/rule?county=652301")))
    assert not texts(page(client.get("/policy/13?county=652301")))
    assert len(texts(page(county.get("/rule?show=withdrawn")))) == 1
    assert not texts(page(client.get("/rule?county=652301&show=withdrawn")))
    versions = page(county.get(address)).select("details summary")
    assert [each.text.split(" · ")[0] for each in versions] == ["第2稿", "第1稿"]
    assert not rule.has_rules(CHANGJI, date(2026, 11, 23))


def test_lines_of_a_rule_stay_lines(county, client):
    address = add(county, zh="一、按季度。\r\n二、按月。")
    shown = page(client.get(address)).find(class_="own__text")
    assert shown.text == "一、按季度。\n二、按月。"
    assert page(county.get(f"{address}/edit")).find(id="zh").text.strip() == shown.text
    injected = add(county, zh="<script>alert(1)</script>")
    assert not page(client.get(injected)).select("article script")


def test_a_search_sends_staff_to_no_rule_of_another_county(county, sign_in, client):
    address = add(county)
    row = rule.Content("13", "阜", ZH, "", "", date(2024, 1, 1))
    other = rule.add(uuid4(), FUKANG, row, date(2024, 1, 1), None)

    def found(reader):
        return {a["href"] for a in page(reader.get("/policy?q=按季度兑现")).select("#found a.row")}

    assert {address, f"/rule/{other}"} <= found(client)
    Place.update(active=False).where(Place.code == FUKANG).execute()
    assert f"/rule/{other}" not in found(client)
    Place.update(active=True).where(Place.code == FUKANG).execute()
    for role in ("cadre", "township", "county"):
        assert f"/rule/{other}" not in found(sign_in(role))
        assert address in found(sign_in(role))


def test_a_search_says_how_many_rules_it_leaves_out(county, client):
    for number in range(10):
        add(county, number=str(number))
    shown = page(client.get("/policy?q=按季度兑现"))
    assert len(shown.select("#found a.row[href^='/rule/']")) == 8
    assert "还有 2 条" in shown.text
