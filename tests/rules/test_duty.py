import pytest

from rules import article, duty
from rules.duty import DUTIES, KINDS, STATES, UNITS, Line


@pytest.mark.parametrize("each", DUTIES, ids=lambda each: each.code)
def test_every_duty_rests_on_the_words_of_its_article(each):
    assert article.contains(each.citation)
    assert each.kind in KINDS
    assert each.unit in UNITS


def test_no_article_from_3_to_21_is_missing_and_they_stand_in_order():
    numbers = [int(each.citation.article.partition("(")[0]) for each in DUTIES]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(3, 22))
    assert len({each.code for each in DUTIES}) == len(DUTIES)


@pytest.mark.parametrize(
    ("code", "part", "whole", "wanted"),
    [
        ("mechanism", 0, 0, "none"),
        ("mechanism", 2, 3, "open"),
        ("mechanism", 3, 3, "met"),
        ("industry", 0, 0, "none"),
        ("industry", 699_999, 1_000_000, "open"),
        ("industry", 700_000, 1_000_000, "met"),
        ("industry", 7, 10, "met"),
        ("growth", 0, 0, "none"),
        ("growth", 0, 1, "met"),
        ("growth", 1, 1, "open"),
        ("review", 0, 0, "open"),
        ("review", 1, 0, "met"),
        ("graded", 0, 0, "none"),
        ("graded", 0, 4, "figure"),
        ("course", 3, 0, "figure"),
        ("course", 0, 0, "none"),
        ("publicity", 0, 0, "later"),
    ],
)
def test_how_a_duty_stands(code, part, whole, wanted):
    assert duty.state(Line(code, part, whole)) == wanted
    assert wanted in STATES


def test_what_is_encouraged_is_never_judged():
    for code in ("graded", "workshop", "park", "course", "right"):
        for part in range(4):
            assert duty.state(Line(code, part, 3)) in {"figure", "none"}
