"""The privacy notice: what it says, and that it is one tap from every page.

tests/browser/test_layout.py looks for the link on every page as it is rendered.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from models import retention, session
from web.language import LANGUAGES

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = sorted(path for path in TEMPLATES.glob("*/*.html") if path.parent.name != "shared")
LINK = 'href="/notice"'


def test_the_notice_says_what_is_never_held(client):
    text = client.get("/notice").text
    assert "本系统不记录民族、宗教信仰、行踪和观点。" in text
    assert "身份证号" in text


def test_it_stands_in_every_language(client):
    pages = {code: client.get(f"/notice?lang={code}").text for code in LANGUAGES}
    assert all(page.count("card__title") == 12 for page in pages.values())
    assert "تېگىشلىك پۇلىڭىز ئوخشاش" in pages["ug"]


def test_its_terms_are_those_that_are_kept(client):
    """Whoever changes a term reads here that the notice promises it."""
    text = client.get("/notice").text
    assert (retention.WITNESS_YEARS, "结清一年后" in text) == (1, True)
    assert (retention.CLAIM_YEARS, "再留三年" in text) == (3, True)
    assert (retention.SLIP_DAYS, "三十天后删除" in text) == (30, True)
    assert (retention.CARD_DAYS, "停用的户卡一年后" in text) == (365, True)
    assert (session.HOUSEHOLD_DAYS, "登录最长三十天" in text) == (30, True)
    assert (session.STAFF_SECONDS, "最长十二小时" in text) == (12 * 3600, True)
    assert (session.LINK_SECONDS, "企业的两小时" in text) == (2 * 3600, True)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_page_is_made_from_the_one_that_has_the_link(path):
    text = path.read_text("utf-8")
    assert "block foot" not in text
    made_of = re.search(r'{% extends "(.+?)" %}', text)[1]
    if made_of != "base.html":
        test_every_page_is_made_from_the_one_that_has_the_link(path.parents[1] / made_of)


def test_pages_and_errors_have_the_link(client, as_household, sign_in):
    assert LINK in client.get("/").text
    assert LINK in client.get("/nowhere").text
    assert LINK in as_household.get("/settings").text
    assert LINK in sign_in("county").get("/dashboard").text


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
