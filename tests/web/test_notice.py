from __future__ import annotations

import pytest
from bs4 import BeautifulSoup


def test_the_notice_says_what_is_never_held(client):
    text = client.get("/notice").text
    assert "本系统不记录民族、宗教信仰、行踪和观点。" in text
    assert "身份证号" in text


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_on_paper_it_has_both_languages(client, language):
    client.set_cookie("lang", language)
    page = BeautifulSoup(client.get("/notice").data, "html.parser")
    papers = {paper["lang"]: paper for paper in page.select("article.paper")}
    assert list(papers) == ["zh", "ug"]
    assert papers["ug"]["dir"] == "rtl"
    shown = [code for code, paper in papers.items() if "only-print" not in paper["class"]]
    assert shown == [language]
    assert len(papers["ug"].select("section")) == len(papers["zh"].select("section"))
