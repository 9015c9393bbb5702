"""The 22 articles of the rules of 2023 (昌州乡振〔2023〕8号), each paragraph with an address.

An address is the article's number, as "12", or with the number of its item, as "10(3)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("policy.txt")
DIGITS = "零一二三四五六七八九"
CHAPTER = re.compile(r"第([一二三四五六七八九十]+)章\s*(.+)")
ARTICLE = re.compile(r"第([一二三四五六七八九十]+)条\s*(.+)")
ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
ENDS = ("。", "：", "；", "”", "！", "？")  # a paragraph without one of these was cut by a page


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article that a rule rests on, exactly as they stand there."""

    article: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its address, as "10" or "10(3)"."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its number, its chapter and the chapter's title, its paragraphs."""

    number: int
    chapter: int
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Return all its words, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def numeral(text: str) -> int:
    """Return the number written as 二十二."""
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return DIGITS.index(text)
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def joined(text: str) -> list[str]:
    """Return the paragraphs, those put together again that a page break had cut in mid-sentence."""
    found: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        begins = CHAPTER.match(line) or ARTICLE.match(line) or ITEM.match(line)
        whole = not found or found[-1].endswith(ENDS) or CHAPTER.match(found[-1])
        if whole or begins:
            found.append(line)
        else:
            found[-1] += line
    return found


@cache
def articles() -> tuple[Article, ...]:
    """Return the articles in order."""
    chapter, title = 0, ""
    found: dict[int, tuple[int, str, list[Paragraph]]] = {}
    for line in joined(SOURCE.read_text("utf-8")):
        if heading := CHAPTER.match(line):
            chapter, title = numeral(heading[1]), "".join(heading[2].split())
        elif begin := ARTICLE.match(line):
            number = numeral(begin[1])
            found[number] = (chapter, title, [Paragraph(str(number), begin[2])])
        elif found and (item := ITEM.match(line)):
            number = max(found)
            address = f"{number}({numeral(item[1])})"
            found[number][2].append(Paragraph(address, line))
    return tuple(Article(number, *row[:2], tuple(row[2])) for number, row in found.items())


@cache
def paragraphs() -> dict[str, Paragraph]:
    """Return every paragraph by its address."""
    return {each.address: each for article in articles() for each in article.paragraphs}


def paragraph(address: str) -> Paragraph:
    """Return the paragraph at an address; KeyError where there is none."""
    return paragraphs()[address]


def contains(citation: Citation) -> bool:
    """Say whether the cited words stand at the cited address."""
    found = paragraphs().get(citation.article)
    return found is not None and bool(citation.phrase) and citation.phrase in found.text
