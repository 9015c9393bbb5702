"""An explanation card as a page: its answers with their terms, its computed example, its voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from web.explanation import CARDS, Card, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer; `term` is its number among the card's terms, 0 of plain words."""

    words: str
    term: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a card says to this reader: its text, its example filled in, and the terms in it.

    `terms` maps a word to its meaning; `trial` and `voice` as in Show.
    """

    text: Text
    example: Markup
    terms: Mapping[str, str]
    trial: str
    voice: str


@dataclass(frozen=True, slots=True)
class Show:
    """A card; `terms` are words with their meanings, in the order in which they are met.

    `trial` is the calculator's address with the example's cells, `voice` that of its recording, ""
    where there is none; `before` and `after` are the card's neighbours.
    """

    number: int
    question: str
    answers: tuple[tuple[Piece, ...], ...]
    terms: tuple[tuple[str, str], ...]
    example: Markup
    old: bool
    articles: tuple[str, ...]
    ask: tuple[str, ...]
    trial: str
    voice: str
    before: int | None
    after: int | None


def build(card: Card, told: Told) -> Show:
    """Return the page of a card."""
    seen: list[str] = []
    answers = [tuple(pieces(each, told.terms, seen)) for each in told.text.answers]
    return Show(
        number=card.number,
        question=told.text.question,
        answers=tuple(answers),
        terms=tuple((words, told.terms[words]) for words in seen),
        example=told.example,
        old=told.text.old,
        articles=card.articles,
        ask=card.ask,
        trial=told.trial,
        voice=told.voice,
        before=card.number - 1 or None,
        after=card.number + 1 if card.number < len(CARDS) else None,
    )


def pieces(answer: str, terms: Iterable[str], seen: list[str]) -> Iterator[Piece]:
    """Part an answer at the terms that are met for the first time on the card."""
    for words in re.split(f"({'|'.join(map(re.escape, terms))})", answer):
        if words in terms and words not in seen:
            seen.append(words)
            yield Piece(words, len(seen))
        elif words:
            yield Piece(words)


@dataclass(frozen=True, slots=True)
class Link:
    """A card in a list."""

    number: int
    question: str


def links(cards: Iterable[Card], lang: str) -> tuple[Link, ...]:
    """Return cards as a list shows them."""
    return tuple(Link(card.number, card.text(lang).question) for card in cards)
