import pytest

from rules import article
from rules.article import Citation
from rules.obligation import ACTORS, OBLIGATIONS, RECORDS


@pytest.mark.parametrize("each", OBLIGATIONS, ids=lambda each: each.citation.phrase)
def test_every_obligation_is_words_of_its_article(each):
    assert article.contains(each.citation)
    assert set(each.actors) <= set(ACTORS)
    assert set(each.records) <= set(RECORDS)


def test_they_are_those_of_the_articles_without_a_card_of_their_own():
    numbers = [int(each.citation.article) for each in OBLIGATIONS]
    assert numbers == sorted(numbers)
    assert set(numbers) == {2, 6, 8, 9, 16, 17, 19, 20, 21}


@pytest.mark.parametrize("each", OBLIGATIONS, ids=lambda each: each.citation.phrase)
def test_whoever_is_named_is_named_by_the_article_before_what_is_asked(each):
    number, phrase = each.citation.article, each.citation.phrase
    text = "".join(one.text for one in article.articles() if str(one.number) == number)
    for actor in each.actors:
        assert article.contains(Citation(number, ACTORS[actor]))
        assert text.index(ACTORS[actor]) < text.index(phrase) + len(phrase)


def test_only_articles_that_name_somebody_have_actors():
    named: dict = {}
    for each in OBLIGATIONS:
        named.setdefault(each.citation.article, []).extend(each.actors)
    assert {number: set(actors) for number, actors in named.items() if actors} == {
        "6": {"business"},
        "9": {"locality"},
        "16": {"applicant", "department"},
        "19": {"bureau"},
        "20": {"approver", "user", "village", "resident"},
    }
    assert set().union(*named.values()) == set(ACTORS)
