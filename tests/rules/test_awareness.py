"""Who counts as aware, and what is asked."""

import pytest

from rules.awareness import KINDS, OWN, POLICY, aware, policy, questions

KNOWN = {"payer": "business", "amount": "formula", "day": "date", "floor": "yes", "handout": "no"}


@pytest.mark.parametrize("kind", KINDS)
def test_three_questions_about_the_own_agreement_and_two_on_the_policy(kind):
    found = questions(kind, (8, 12))
    assert len(found) == (2 if kind == "none" else 5)


def test_a_campaign_s_cards_choose_the_questions_on_the_policy():
    assert [each.code for each in policy((15, 2))] == ["written", "objection"]
    assert [each.code for each in policy((1,))] == ["once", "floor"]
    assert [each.code for each in policy(())] == ["floor", "handout"]


def test_all_five_must_show_knowledge():
    assert aware("share", KNOWN, (8, 12)) == "yes"
    for question in questions("share", (8, 12)):
        for wrong in set(question.answers) - question.right:
            assert aware("share", {**KNOWN, question.code: wrong}, (8, 12)) == "no"


def test_who_has_no_agreement_is_not_in_the_sample():
    assert aware("none", {"floor": "yes", "handout": "no"}, (8, 12)) == "none"


def test_not_to_be_sure_is_an_answer_and_never_knowledge():
    for question in (*OWN, *POLICY):
        assert question.answers[-1] == "unsure"
        assert question.right < set(question.answers[:-1])
