"""Every finding has its words, and a sentence asks for no more than its finding knows."""

import re

import pytest

from rules.finding import ACTORS, WEIGHTS
from rules.watch.catalogue import kinds
from web.words import finding as words

HOLDER = re.compile(r"%\((\w+)\)s")
KINDS = kinds()


def test_every_kind_has_a_title_a_sentence_and_a_next_step_and_nothing_is_left_over():
    for table in (words.TITLES, words.SENTENCES, words.NEXT):
        assert set(table) == set(KINDS)


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_sentence_names_only_what_the_finding_knows(code):
    named = set(HOLDER.findall(words.SENTENCES[code]._args[0]))
    assert named <= {*KINDS[code].params, "gap"}


def test_every_weight_and_actor_has_a_word():
    assert set(words.WEIGHTS) == set(WEIGHTS)
    assert set(words.ACTORS) == set(ACTORS)


def said(app, lang, code, gap=None, **params):
    with app.test_request_context(f"/?lang={lang}"):
        app.preprocess_request()
        return words.sentence(code, params.items(), gap, lambda day: f"[{day}]", lambda n: f"<{n}>")


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_a_sentence_is_written_with_isolated_numbers_and_days(app, lang):
    text = said(app, lang, "plan.over", plan="20250101", pot="20000.00", stated="20000.50")
    assert "<20250101>" in text
    assert "<20,000.00>" in text
    assert "<20,000.50>" in text
    text = said(
        app, lang, "price.old", clause="1", crop="番茄", day="2026-08-01", price_day="2025-07-31"
    )
    assert "[2026-08-01]" in text
    assert "[2025-07-31]" in text


def test_a_code_of_a_list_is_a_word(app):
    named = {"clause": "1", "household": "652301100200-017"}
    assert "股数" in said(app, "zh", "share.no_basis", basis="shares", **named)
    assert "量化金额、股数" in said(app, "zh", "share.no_basis", basis="amount;shares", **named)


def test_a_finding_of_an_earlier_edition_has_its_title_alone(app):
    assert said(app, "zh", "plan.over", plan="F-1") == "分配方案写明的数超过了总额"
    assert said(app, "zh", "gone.code") == "gone.code"
