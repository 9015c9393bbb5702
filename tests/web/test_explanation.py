"""The explanation cards: whole in both languages, computed, linked both ways, found by search."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest
from bs4 import BeautifulSoup

from models.rate import Lpr
from rules.article import articles
from web import explanation
from web.explanation import CARDS, text
from web.words.explanation import GLOSSARY

NUMBERS = [card.number for card in CARDS]
LANGUAGES = ["zh", "ug"]
AMOUNT = re.compile(r"\d[\d,.]*\d|\d")


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def example(client):
    """A function: example(13, "ug") is the example of a card as a reader sees it."""

    def shown(number: int, lang: str = "zh") -> str:
        answer = client.get(f"/explanation/{number}?lang={lang}")
        return page(answer).find(class_="explain__example").text

    return shown


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_card_has_a_question_three_answers_and_whom_to_ask(client, number, lang):
    shown = page(client.get(f"/explanation/{number}?lang={lang}"))
    own = text(lang, number)
    assert shown.find(class_="explain__question").text == own.question
    assert len(own.answers) == 3
    assert [each.text for each in shown.find_all(class_="explain__answer")] == list(own.answers)
    assert shown.find_all("section")[-1].find("p").text.strip()


def test_there_are_sixteen_and_no_other(client):
    assert list(range(1, 17)) == NUMBERS
    assert [client.get(f"/explanation/{n}").status_code for n in (0, 17, 99)] == [404] * 3


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_is_typed_into_a_text(number, lang):
    """So no hotline and no deadline can stand there that the rules do not state."""
    own = text(lang, number)
    assert not re.search(r"\d", "".join((own.question, *own.answers, own.example)))


@pytest.mark.parametrize("number", NUMBERS)
def test_both_languages_show_the_same_computed_numbers(example, number):
    found = [sorted(AMOUNT.findall(example(number, lang))) for lang in LANGUAGES]
    if number == 13:  # the day is written in its own words in each
        found = [[amount for amount in each if len(amount) > 4] for each in found]
    assert found[0] == found[1] != []


@pytest.mark.parametrize("number", NUMBERS)
def test_both_languages_name_the_same_numbers(number):
    named = [
        {name for _, name, _, _ in Formatter().parse(text(lang, number).example) if name}
        for lang in LANGUAGES
    ]
    assert named[0] == named[1] != set()


def test_the_example_follows_the_rate_on_record(example):
    assert "9,500.00" in example(13)
    Lpr.insert(id="0" * 32, batch="0" * 32, day=date(2026, 11, 1), rate=4125).execute()
    assert "4.125%" in example(13)
    assert "4,125.00" in example(13)


def test_parts_of_an_example_add_up(example):
    whole, low, high = (int(a.replace(",", "").replace(".", "")) for a in
                        re.findall(r"[\d,]+\.\d\d", example(3)))  # fmt: skip
    count = next(n for n in range(8) if n * high + (7 - n) * low == whole)
    assert 0 < count < 7


@pytest.mark.parametrize("number", NUMBERS)
def test_articles_and_cards_lead_to_each_other(client, number):
    card = CARDS[number - 1]
    shown = page(client.get(f"/explanation/{number}"))
    known = {paragraph.address for article in articles() for paragraph in article.paragraphs}
    for code in card.articles:
        assert code in known
        plain, _, part = code.partition("(")
        anchor = f"#{part.rstrip(')')}" if part else ""
        assert shown.find("a", href=re.compile(rf"^/policy/{plain}({anchor})?$"))
        back = page(client.get(f"/policy/{plain}"))
        assert back.find("a", href=f"/explanation/{number}")


@pytest.mark.parametrize(
    ("words", "lang", "number"),
    [
        ("租金", "zh", 9),
        ("折旧", "zh", 13),
        ("ئىجارە", "ug", 9),
        ("یېتەکلەش", "ug", 5),
        ("كوپىراتىپ", "ug", 4),
        ("كوپیراتیپ", "ug", 4),
    ],
)
def test_a_search_finds_words_whatever_the_keyboard(client, words, lang, number):
    shown = page(client.get("/policy", query_string={"q": words, "lang": lang}))
    assert shown.find("a", href=f"/explanation/{number}")
    assert not page(client.get("/policy?q=zzz")).find("a", href=re.compile("/explanation/"))


def test_terms_are_explained_where_they_stand(client):
    shown = page(client.get("/explanation/8"))
    terms = {each.text: each["href"] for each in shown.find_all(class_="explain__term")}
    assert "保底" in terms
    meanings = {str(word): str(meaning) for word, meaning in GLOSSARY}
    for words, link in terms.items():
        assert shown.select_one(f"{link} > dd").text == meanings[words]


def test_an_older_text_says_so(client, monkeypatch):
    parse = explanation._parse
    assert not page(client.get("/explanation/1?lang=ug")).find(class_="notice_waiting")
    text.cache_clear()
    days = iter([date(2026, 1, 1), date(2026, 1, 2)])
    monkeypatch.setattr(explanation, "_parse", lambda raw: replace(parse(raw), day=next(days)))
    shown = page(client.get("/explanation/1?lang=ug"))
    text.cache_clear()
    assert shown.find(class_="notice_waiting")


def test_a_recording_is_offered_where_there_is_one(app, client, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "INSTANCE", str(tmp_path))
    without = client.get("/explanation/2")
    assert page(without).find("audio") is None
    assert "media-src" not in without.headers["Content-Security-Policy"]
    assert client.get("/explanation/2/voice").status_code == 404
    folder = tmp_path / "voice" / "zh"
    folder.mkdir(parents=True)
    (folder / "02.mp3").write_bytes(b"ID3" + bytes(900))
    shown = client.get("/explanation/2")
    assert page(shown).find("audio")["src"] == "/explanation/2/voice"
    assert "media-src 'self'" in shown.headers["Content-Security-Policy"]
    with client.get("/explanation/2/voice") as played:
        assert (played.mimetype, len(played.data)) == ("audio/mpeg", 903)
    assert page(client.get("/explanation/2?lang=ug")).find("audio") is None
