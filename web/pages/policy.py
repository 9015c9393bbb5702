"""The official text as pages: contents by chapter, and one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from models import fold
from rules.article import Article
from web.pages.exemplar import Text as Exemplar
from web.pages.explanation import Link
from web.pages.rule import Found as FoundRule
from web.pages.rule import Text

OPENING = re.compile(r"^[^。，：]{2,22}[。]")
BEGINNING = 24
AROUND = 18
MOST = 8  # model cases, and rules of counties, that a search shows


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the contents: its number and its own first words, or where the search hit."""

    number: int
    words: str
    hit: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and its articles."""

    number: int
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The contents, or what a search found; `exemplars` and `rules` only of a search."""

    words: str
    chapters: tuple[Chapter, ...]
    cards: tuple[Link, ...] = ()
    exemplars: Sequence[Exemplar] = ()
    rules: Sequence[FoundRule] = ()
    most: int = MOST

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        words: str,
        cards: tuple[Link, ...] = (),
        exemplars: Sequence[Exemplar] = (),
        rules: Sequence[FoundRule] = (),
    ) -> Index:
        """Group the articles by chapter, after cards, model cases and counties' own rules."""
        chapters = []
        for (number, title), group in groupby(articles, lambda a: (a.chapter, a.title)):
            entries = [_entry(article, words) for article in group]
            found = tuple(entry for entry in entries if entry is not None)
            if found:
                chapters.append(Chapter(number, title, found))
        return cls(words, tuple(chapters), cards, exemplars, rules)


def _entry(article: Article, words: str) -> Entry | None:
    text = article.text.replace("\n", "")
    if not words:
        return Entry(article.number, heading(article))
    found = fold.find(text, words)
    if found is None:
        return None
    place, end = found
    before = ("…" if place > AROUND else "") + text[max(0, place - AROUND) : place]
    return Entry(article.number, before, text[place:end], text[end : end + AROUND] + "…")


def heading(article: Article) -> str:
    """Return the article's own first sentence where it is short, else its beginning."""
    first = article.paragraphs[0].text
    opening = OPENING.match(first)
    if opening:
        return opening[0].rstrip("。")
    return first[:BEGINNING].rstrip("，、") + "…" if len(first) > BEGINNING else first


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, its anchor in the page and its address as a citation."""

    anchor: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Own:
    """What a county has settled itself about the article, for the county that the reader chose.

    `counties` are those to choose from, code → name; staff see their own and choose nothing.
    """

    county: str = ""
    name: str = ""
    counties: Mapping[str, str] = field(default_factory=dict)
    rules: Sequence[Text] = ()
    edits: bool = False

    @property
    def kept(self) -> str:
        """Return what a link to another article carries on."""
        return f"?county={self.county}" if self.county and self.counties else ""


NOBODYS = Own()


@dataclass(frozen=True, slots=True)
class Show:
    """One article and its neighbours."""

    number: int
    chapter: int
    title: str
    parts: tuple[Part, ...]
    before: int | None
    after: int | None
    own: Own
    cards: tuple[Link, ...] = ()

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        number: int,
        own: Own = NOBODYS,
        cards: tuple[Link, ...] = (),
    ) -> Show | None:
        """Return the article's page, or None where there is no such article."""
        known = {article.number: article for article in articles}
        article = known.get(number)
        if article is None:
            return None
        return cls(
            number=number,
            chapter=article.chapter,
            title=article.title,
            parts=tuple(Part(_anchor(p.address), p.address, p.text) for p in article.paragraphs),
            before=number - 1 if number - 1 in known else None,
            after=number + 1 if number + 1 in known else None,
            own=own,
            cards=cards,
        )


def _anchor(address: str) -> str:
    """Return 3 for 10(3), and text for an article's own first paragraph."""
    _, mark, part = address.partition("(")
    return part.rstrip(")") if mark else "text"
