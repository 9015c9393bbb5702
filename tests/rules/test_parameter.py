from dataclasses import fields

import pytest

from rules import article
from rules.parameter import CITATIONS
from rules.watch.facts import Parameters


@pytest.mark.parametrize("name", CITATIONS)
def test_the_words_that_leave_it_open_stand_in_the_text(name):
    assert article.contains(CITATIONS[name])


def test_every_parameter_rests_on_an_article():
    assert list(CITATIONS) == [field.name for field in fields(Parameters)]
