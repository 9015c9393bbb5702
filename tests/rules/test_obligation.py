import pytest

from rules import article
from rules.obligation import ACTORS, OBLIGATIONS, RECORDS


@pytest.mark.parametrize("each", OBLIGATIONS, ids=lambda each: each.citation.phrase)
def test_every_obligation_is_words_of_its_article(each):
    assert article.contains(each.citation)
    assert each.actors
    assert set(each.actors) <= set(ACTORS)
    assert set(each.records) <= set(RECORDS)


def test_they_are_those_of_the_articles_without_a_card_of_their_own():
    numbers = [int(each.citation.article) for each in OBLIGATIONS]
    assert numbers == sorted(numbers)
    assert set(numbers) == {2, 6, 8, 9, 16, 17, 19, 20, 21}
