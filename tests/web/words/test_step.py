import re

import pytest

from rules import step
from rules.line import Step
from web.words import step as words

HOLDER = re.compile(r"%\((\w+)\)s")


def test_every_kind_of_step_has_a_sentence_and_no_sentence_is_left_over():
    assert set(words.SENTENCES) == set(step.KINDS)


@pytest.mark.parametrize("code", sorted(step.KINDS))
def test_a_sentence_names_only_what_the_step_knows(code):
    text = words.SENTENCES[code]._args[0]
    assert set(HOLDER.findall(text)) <= set(step.KINDS[code].params)


def test_every_unit_has_a_word():
    assert set(words.UNITS) == set(step.UNITS)


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_a_sentence_is_written_with_isolated_numbers_and_days(app, lang):
    named = (("day", "2024-12-20"), ("number", "D-7"), ("kg", "1234.5"), ("price", "3.6"))
    found = Step("order.delivery", "1×1=1", "1", "yuan", "10(1)", named)
    with app.test_request_context(f"/?lang={lang}"):
        app.preprocess_request()
        text = words.sentence(found, lambda day: f"[{day}]", lambda number: f"<{number}>")
    assert "[2024-12-20]" in text
    assert "<1,234.5>" in text
    assert "<D-7>" in text
