"""Awareness 知晓率 (art. 21): what is asked, which answers show knowledge, and who counts as aware.

Nobody can say whether an anonymous reader's answers about its own agreement are right. So they
name things of which an agreement can hold some and never the others: a business or the collective
pays, never the state; a sum is fixed or follows a formula, and is never what somebody gives.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

UNSURE = "unsure"
NO_AGREEMENT = "none"
KINDS = ("share", "custody", "chain", "order", "land", "work", "service", NO_AGREEMENT)
POSTER, TRAINING = CAMPAIGNS = ("poster", "training")  # for everybody; for a county's cadres


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its answers in their order, and those that show knowledge.

    `card`: the explanation card that a question on the policy is drawn from.
    """

    code: str
    answers: tuple[str, ...]
    right: frozenset[str]
    card: int | None = None


OWN = (
    Question(
        "payer",
        ("business", "collective", "state", UNSURE),
        frozenset({"business", "collective"}),
    ),
    Question("amount", ("fixed", "formula", "given", UNSURE), frozenset({"fixed", "formula"})),
    Question("day", ("date", "after", "whenever", UNSURE), frozenset({"date", "after"})),
)


def _policy(code: str, card: int, right: str) -> Question:
    return Question(code, ("yes", "no", UNSURE), frozenset({right}), card)


POLICY = (
    _policy("once", 1, "no"),
    _policy("written", 2, "yes"),
    _policy("choice", 3, "yes"),
    _policy("floor", 8, "yes"),
    _policy("title", 9, "no"),
    _policy("handout", 12, "no"),
    _policy("objection", 15, "no"),
)
ASKED = 2  # questions on the policy
DEFAULT = ("floor", "handout")  # where a campaign's cards have no question


def kinds(campaign: str) -> tuple[str, ...]:
    """Return the kinds of agreement to choose from: a cadre has none of its own, and picks one."""
    return KINDS if campaign == POSTER else KINDS[:-1]


def policy(cards: Collection[int]) -> tuple[Question, ...]:
    """Return the two questions on the policy that these cards lead to."""
    own = [each for each in POLICY if each.card in cards]
    rest = [each for each in POLICY if each not in own and each.code in DEFAULT]
    return tuple([*own, *rest][:ASKED])


def questions(kind: str, cards: Collection[int]) -> tuple[Question, ...]:
    """Return what somebody with an agreement of this kind is asked; without one, the policy."""
    return (*(() if kind == NO_AGREEMENT else OWN), *policy(cards))


def aware(kind: str, answers: Mapping[str, str], cards: Collection[int]) -> str:
    """Return `yes` where every answer shows knowledge, `none` where there is no agreement."""
    if kind == NO_AGREEMENT:
        return NO_AGREEMENT
    known = all(answers[each.code] in each.right for each in questions(kind, cards))
    return "yes" if known else "no"
