from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from rules.article import articles
from web.pages.policy import Index, Show


def page(response):
    return BeautifulSoup(response.data, "html.parser")


def test_the_contents_list_22_articles_in_7_chapters(client):
    shown = page(client.get("/policy"))
    links = [a["href"] for a in shown.select("#found a.row")]
    assert links == [
        *("/calculator", "/sunshine", "/exemplar"),
        *(f"/explanation/{number}" for number in range(1, 17)),
        *(f"/policy/{number}" for number in range(1, 23)),
    ]
    assert len(shown.select("#found h2")) == 1 + 7


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_every_paragraph_stands_word_for_word_under_its_address(client, language):
    for article in articles():
        shown = page(client.get(f"/policy/{article.number}?lang={language}"))
        text = shown.find(class_="official")
        assert text["lang"] == "zh"
        assert [p.text for p in text.find_all("p")] == [p.text for p in article.paragraphs]


def test_10_3_has_an_address_of_its_own(client):
    shown = page(client.get("/policy/10"))
    assert shown.find(id="3").text.startswith("(三) 保底收益+入股分红带动")
    ids = [p["id"] for p in shown.find(class_="official").find_all("p")]
    assert ids == ["text", "1", "2", "3", "4", "5", "6", "7", "8"]


def test_articles_lead_on_and_back(client):
    assert [a["href"] for a in page(client.get("/policy/2")).select(".pager a")] == [
        "/policy/1",
        "/policy/3",
    ]
    assert [a["href"] for a in page(client.get("/policy/22")).select(".pager a")] == ["/policy/21"]


@pytest.mark.parametrize("number", ["0", "23", "x", "10(3)", "-1"])
def test_there_are_no_other_articles(client, number):
    assert client.get(f"/policy/{number}").status_code == 404


def test_a_search_shows_the_words_where_they_stand(client):
    shown = page(client.get("/policy?q=回购"))
    articles = [a["href"] for a in shown.select("#found a.row") if "/policy/" in a["href"]]
    assert articles == ["/policy/13"]
    assert shown.find("mark").text == "回购"


def test_a_search_minds_neither_width_nor_spaces_nor_what_nobody_sees(client):
    shown = page(client.get("/policy?q=回 购\u200b"))
    assert shown.find("mark").text == "回购"
    assert page(client.get("/policy?q=７０％")).find("mark").text == "70%"


def test_a_search_without_a_hit_says_so(client):
    shown = page(client.get("/policy?q=<script>"))
    assert "没有找到结果" in shown.text
    assert shown.find(id="q")["value"] == "<script>"


def test_the_pages_know_no_flask():
    assert Index.of(articles(), "").chapters[0].entries[2].words == "联农带农机制的界定"
    assert Show.of(articles(), 99) is None
