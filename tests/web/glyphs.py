"""The letters of a paper where they stand, from left to right, as PDFium draws them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

# Two numbers with a sign between, or letters and a number: what is torn where nothing isolates it.
TOKEN = re.compile(
    r"[A-Za-z]*\d[\d,]*(?:[./:-]\d[\d,]*)+%?"  # 2026-11-30  0994-2345678  1,234.50  12.5%
    r"|\d{1,3}(?:,\d{3})+"  # 12,345
    r"|\d+%"
    r"|[A-Z]{1,4}-[A-Za-z0-9/-]*\d"  # XY-2026-1
)
ISOLATED = re.compile("\u2066([^\u2069]+)\u2069")
ISOLATES = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SAME_LINE = 0.6  # of a letter's height
GAP = 0.45  # of it: what is further apart is another word


class Glyph(NamedTuple):
    """A letter and its box on the page, in points from the left and from below."""

    letter: str
    left: float
    right: float
    bottom: float
    top: float


def glyphs(page: pdfium.PdfPage) -> Iterator[Glyph]:
    """Yield the letters that are drawn on a page."""
    text = page.get_textpage()
    for n in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, n))
        if raw.FPDFText_IsGenerated(text, n) == 1 or not letter.strip():
            continue
        left, bottom, right, top = text.get_charbox(n, loose=True)
        yield Glyph(letter, left, right, bottom, top)


def lines(page: pdfium.PdfPage) -> list[list[Glyph]]:
    """Return the lines of a page, each with its letters in the order in which they stand."""
    found: list[list[Glyph]] = []
    for each in sorted(glyphs(page), key=lambda glyph: -(glyph.top + glyph.bottom) / 2):
        middle = (each.top + each.bottom) / 2
        row = next((row for row in reversed(found[-4:]) if _is_in(middle, row)), None)
        if row is None:
            found.append([each])
        else:
            row.append(each)
    return [sorted(row, key=lambda glyph: glyph.left) for row in found]


def _is_in(middle: float, row: list[Glyph]) -> bool:
    first = row[0]
    height = first.top - first.bottom
    return abs(middle - (first.top + first.bottom) / 2) < SAME_LINE * height / 2


def words(page: pdfium.PdfPage) -> list[str]:
    """Return what stands together on a page, each read from left to right."""
    found = []
    for row in lines(page):
        word, last = "", None
        for each in row:
            if last and each.left - last.right > GAP * (each.top - each.bottom):
                found.append(word)
                word = ""
            word, last = word + each.letter, each
        found.append(word)
    return [ISOLATES.sub("", word) for word in found]


def tokens(said: Any) -> Counter[str]:
    """Return the phone numbers, days, amounts and codes in the data of a paper, how often each."""
    if isinstance(said, str):
        if said.startswith("<svg"):
            return Counter()
        return Counter(TOKEN.findall(ISOLATES.sub("", said)))
    if isinstance(said, dict):
        said = list(said.values())
    found: Counter[str] = Counter()
    for each in said if isinstance(said, list | tuple) else ():
        found += tokens(each)
    return found


def isolated(said: Any) -> set[str]:
    """Return what stands isolated in the data of a paper, without its blanks."""
    if isinstance(said, str):
        return {re.sub(r"\s", "", each) for each in ISOLATED.findall(said)}
    parts = said.values() if isinstance(said, dict) else said
    return set().union(*map(isolated, parts)) if isinstance(said, dict | list | tuple) else set()


def torn(said: Any, text: str) -> set[str]:
    """Return what of the data of a paper does not stand on it in its order, or not so often."""
    wanted, found, whole = tokens(said), tokens(text), text.replace("\n", "")
    parted = {token for token, n in wanted.items() if found[token] < n}
    return parted | {each for each in isolated(said) if each not in whole}


def slip_code(data: bytes) -> str:
    """Return the one-time code of a slip; above it stands the card's short code."""
    text, _ = shown(data)
    _short, code = re.findall(r"^\d{8}$", text, re.MULTILINE)
    return code


def shown(data: bytes) -> tuple[str, int]:
    """Return all that stands on a paper, word by word, and how many sheets it has."""
    paper = pdfium.PdfDocument(data)
    text = "\n".join(word for page in paper for word in words(page))
    return text, len(paper)
