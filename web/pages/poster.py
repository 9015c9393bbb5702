"""What a poster's code opens: the campaign's cards, and its questions if the reader wants.

A training's page is the same, for the staff of a township.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from models.campaign import Shown
from rules.awareness import KINDS, NO_AGREEMENT, Question, kinds, questions
from web.explanation import CARDS
from web.pages.explanation import Link, links


@dataclass(frozen=True, slots=True)
class Form:
    """The questions for a kind of agreement, with what was chosen and what is wrong."""

    id: UUID
    day: date
    kind: str
    questions: tuple[Question, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    late: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """A question on the policy with its right answer and the card that says why."""

    question: str
    answer: str
    card: int | None


@dataclass(frozen=True, slots=True)
class Show:
    """The page; `form` where a kind was chosen, `right` after something was sent."""

    code: str
    title: str
    cards: tuple[Link, ...]
    calculator: bool
    is_open: bool
    form: Form | None = None
    right: tuple[Right, ...] = ()
    kinds: tuple[str, ...] = KINDS
    training: bool = False


def form(kind: str, asked: Shown, today: date) -> Form | None:
    """Return the questions for a kind, with an id of their own; None of no kind."""
    if kind not in kinds(asked.kind):
        return None
    return Form(uuid4(), today, kind, questions(kind, asked.cards))


def right(cards: Collection[int]) -> tuple[Right, ...]:
    """Return what is right on the policy."""
    asked = questions(NO_AGREEMENT, cards)
    return tuple(Right(each.code, next(iter(each.right)), each.card) for each in asked)


def chosen(cards: Collection[int], lang: str) -> tuple[Link, ...]:
    """Return a campaign's cards as a list shows them."""
    return links([card for card in CARDS if card.number in cards], lang)
