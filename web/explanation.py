"""The sixteen explanation cards 政策卡: a question, three plain answers, one computed example.

The texts are files of each language's folder `cards`; what they rest on and whom to ask stands
here once for both. A card's example names its numbers in braces (web/example.py computes them).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from models.fold import holds

ROOT = Path(__file__).parent.parent / "locales"
FIRST = "zh"  # the language that the others are translated from


@dataclass(frozen=True, slots=True)
class Text:
    """A card in one language. `day` is the day it was last changed, `draft` awaits a native reader.

    `example` holds names in braces; `old` says that the first language changed after it.
    """

    question: str
    answers: tuple[str, ...]
    example: str
    day: date
    draft: bool
    old: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card rests on in the text, whom to ask, and for which modes it matters to a household.

    `ask` names village, business, township or county, the nearest first.
    """

    number: int
    articles: tuple[str, ...]
    ask: tuple[str, ...]
    modes: tuple[str, ...] = ()

    def text(self, lang: str) -> Text:
        """Return it in a language."""
        return text(lang, self.number)


CARDS = (
    Card(1, ("1", "3"), ("village",)),
    Card(2, ("4", "12"), ("village", "township")),
    Card(3, ("5", "20"), ("village", "township")),
    Card(4, ("6", "7"), ("village",)),
    Card(5, ("10",), ("village", "business"), ("chain",)),
    Card(6, ("10(1)",), ("business", "village"), ("order",)),
    Card(7, ("10(2)",), ("village", "business"), ("custody",)),
    Card(8, ("10(3)", "12", "13"), ("business", "village"), ("share",)),
    Card(9, ("10(4)",), ("business", "village"), ("land",)),
    Card(10, ("7", "10(5)"), ("business", "village"), ("work",)),
    Card(11, ("10(6)", "10(7)"), ("business", "village"), ("training", "service")),
    Card(12, ("8", "11"), ("village", "township")),
    Card(13, ("13", "14"), ("township", "county")),
    Card(14, ("15", "18"), ("township",)),
    Card(15, ("13", "16", "17", "20"), ("village", "township")),
    Card(16, ("18", "19", "20", "22"), ("village", "township", "county")),
)


LATE, GENERAL = 15, {1, 2, 3}


def found(words: str, lang: str) -> list[Card]:
    """Return the cards that hold some words in a language or in the first one; all of none.

    Letters that keyboards write differently count as one (models/fold.py).
    """
    return [card for card in CARDS if any(_holds(card, each, words) for each in {lang, FIRST})]


def of_article(number: int) -> list[Card]:
    """Return the cards that explain an article."""
    return [card for card in CARDS if str(number) in {a.partition("(")[0] for a in card.articles}]


@cache
def of_household(modes: frozenset[str], *, late: bool) -> tuple[Card, ...]:
    """Return the cards of the ways in which a household is linked, and of money that is late.

    One that is linked in no way gets those on who is led along, and how.
    """
    numbers = {card.number for card in CARDS if modes.intersection(card.modes)}
    numbers |= {LATE} if late else set()
    return tuple(card for card in CARDS if card.number in (numbers or GENERAL))


def _holds(card: Card, lang: str, words: str) -> bool:
    own = text(lang, card.number)
    return any(holds(part, words) for part in (own.question, *own.answers))


@cache
def text(lang: str, number: int) -> Text:
    """Return the text of a card in a language."""
    own = _parse((ROOT / lang / "cards" / f"{number:02}.md").read_text("utf-8"))
    if lang == FIRST:
        return own
    first = text(FIRST, number)
    return Text(own.question, own.answers, own.example, own.day, own.draft, old=own.day < first.day)


def _parse(source: str) -> Text:
    head, _, body = source.partition("\n# ")
    known = dict(line.split(": ", 1) for line in head.splitlines() if line)
    question, *parts = [part.strip() for part in body.split("\n\n")]
    answers = tuple(part for part in parts if not part.startswith(">"))
    (example,) = (part.removeprefix("> ") for part in parts if part.startswith(">"))
    day = date.fromisoformat(known["day"])
    return Text(question, answers, example, day, draft=known.get("review") == "draft")
