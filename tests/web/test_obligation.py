"""What articles ask of offices: their own words, who acts, what is recorded, what is not seen."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask_babel import force_locale, gettext

from models import rule
from models.rule import Content
from rules.obligation import OBLIGATIONS
from tests.web.findings import COUNTY, NEIGHBOUR, found, places, surveyed
from web.words.obligation import ACTORS

DAY = date(2026, 11, 1)
REVIEW = "每年至少研究一次项目联农带农机制落实执行情况"
RULES = "制定健全完善经营性帮扶项目联农带农机制的具体实施细则"
ANSWERS = "谁审批谁负责、谁使用谁负责"


@pytest.fixture(autouse=True)
def stored(app):
    places()
    surveyed()
    found("project.no_approver", "project:XM-1", article="20")
    found("project.no_approver", "project:XM-2", article="20", place=NEIGHBOUR)


def cards(client, query=""):
    """Return the card of each obligation by the words that it rests on."""
    answer = client.get(f"/obligation{query}")
    assert answer.status_code == 200
    shown = BeautifulSoup(answer.data, "html.parser")
    return {each.q.text: each for each in shown.select("main section.card")}


def rows(card):
    return {
        row.select_one(".row__label").get_text(" ", strip=True): (
            row.get("href"),
            row.select_one(".row__value").text if row.select_one(".row__value") else None,
        )
        for row in card.select(".row")
    }


@pytest.mark.parametrize("language", ["zh", "ug"])
@pytest.mark.parametrize("role", ["township", "county"])
def test_every_obligation_stands_there_in_the_articles_words(sign_in, role, language):
    shown = cards(sign_in(role), f"?lang={language}")
    assert list(shown) == [each.citation.phrase for each in OBLIGATIONS]
    for each in OBLIGATIONS:
        card = shown[each.citation.phrase]
        assert card.select_one(f"a[href='/policy/{each.citation.article}']")
        assert each.records or not card.select(".row")


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_whom_the_article_names_stands_there_or_that_it_names_nobody(app, sign_in, language):
    shown = cards(sign_in("county"), f"?lang={language}")
    with app.test_request_context(), force_locale(language):
        nobody = gettext("条文没有写由谁来做。")
        for each in OBLIGATIONS:
            note = shown[each.citation.phrase].select_one(".card__note").text
            assert (note == nobody) == (not each.actors)
            assert all(str(ACTORS[actor]) in note for actor in each.actors)


def test_what_is_found_is_counted_in_the_readers_place(sign_in):
    county, township = cards(sign_in("county")), cards(sign_in("township"))
    label, address = "系统查出的问题", "/finding?article=20"
    assert rows(county[ANSWERS])[label] == (address, "2")
    assert rows(township[ANSWERS])[label] == (address, "1")


def test_where_nothing_is_recorded_it_says_that_it_is_not_seen(sign_in):
    county = sign_in("county")
    for words in (REVIEW, RULES):
        assert "系统里看不到" in cards(county)[words].text
    content = Content("12", "〔2026〕7号", "按时兑现。", "", "draft", DAY)
    rule.add(uuid4(), COUNTY, content, DAY, None)
    shown = cards(county)
    assert rows(shown[RULES]) == {"施行中的县级细则": ("/rule", "1")}
    assert "系统里看不到" in shown[REVIEW].text


def test_a_township_is_not_led_where_it_may_not_go(sign_in):
    township = sign_in("township")
    for card in cards(township).values():
        for address, _count in rows(card).values():
            assert address is None or township.get(address).status_code == 200
    ledger = rows(cards(township)["建立经营性帮扶项目联农带农台账"])
    assert ledger == {"台账导入导出 由县里登记": (None, None)}


def test_it_is_for_township_and_county(sign_in, as_household):
    for client in (sign_in("cadre"), sign_in("prefecture"), as_household):
        assert client.get("/obligation").status_code == 404
