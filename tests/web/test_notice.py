from __future__ import annotations

from bs4 import BeautifulSoup


def test_the_notice_says_what_is_never_held(client):
    text = client.get("/notice").text
    assert "本系统不记录民族、宗教信仰、行踪和观点。" in text
    assert "身份证号" in text


def test_on_paper_it_has_both_languages(client):
    page = BeautifulSoup(client.get("/notice").data, "html.parser")
    papers = {paper["lang"]: paper for paper in page.select("article.paper")}
    assert list(papers) == ["zh", "ug"]
    assert papers["ug"]["dir"] == "rtl"
    assert "only-print" not in papers["zh"]["class"]
    assert len(papers["ug"].select("section")) == len(papers["zh"].select("section"))
