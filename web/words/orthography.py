"""What is mechanically wrong in a Uyghur text: letters of other alphabets, marks, bare vowels.

It finds what a keyboard or a converter gets wrong. Whether a sentence is good Uyghur only a native
reader can say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

VOWELS = "اەوۇۆۈېى"
CONSONANTS = "بپتجچخدرزژسشغفقكگڭلمنھۋي"
CARRIER = "ئ"
LETTERS = VOWELS + CONSONANTS + CARRIER
MARKS = "،؛؟"
ALLOWED = frozenset(LETTERS + MARKS)
# Direction is marked in the templates; in a message these are invisible and get lost or doubled.
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u202a\u202b\u202c\u202d\u202e")
INVISIBLE |= frozenset("\u2066\u2067\u2068\u2069")

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
CHINESE = re.compile("[\u3400-\u9fff]")
WORD = re.compile(f"[{LETTERS}]+")
LETTER = f"[{LETTERS}]"
FOREIGN_MARK = re.compile(rf"{LETTER}[»)]?\s?[,;?]|[,;?]\s?{LETTER}")
CHINESE_MARK = re.compile(rf"{LETTER}\s?[，。；？：、！]|[，。；？：、！]\s?{LETTER}")
SPACED_MARK = re.compile(rf"\s[{MARKS}]|[{MARKS}](?={LETTER})")
NO_PROSE = re.compile(r"<[^<>]*>|%\(\w+\)[sd]|\{\w*\}|%%")
HOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
# A suffix after a number or a mark of direction begins with a bare vowel and is right so.
BEFORE_SUFFIX = frozenset("-)]}»>\ue000")


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong in a Uyghur `text`; nothing for a text without Arabic letters."""
    if not ARABIC.search(text):
        return
    prose = NO_PROSE.sub(lambda found: "\ue000" * len(found.group()), text)
    yield from _letters(prose)
    yield from _vowels(prose)
    for pattern, fault in (
        (FOREIGN_MARK, "a Latin mark beside Uyghur"),
        (CHINESE_MARK, "a Chinese mark beside Uyghur"),
        (SPACED_MARK, "a mark spaced wrongly"),
    ):
        if found := pattern.search(prose):
            yield f"{fault}: {found.group()!r}"
    if CHINESE.search(prose):
        yield "Chinese left over"
    if '"' in prose:
        yield "a straight quote: Uyghur has « »"
    if unicodedata.normalize("NFC", text) != text:
        yield "not in normal form C"


def _letters(prose: str) -> Iterator[str]:
    for letter in sorted(set(prose)):
        if letter in INVISIBLE:
            yield f"an invisible character: U+{ord(letter):04X}"
        elif ARABIC.match(letter) and letter not in ALLOWED:
            yield f"not a Uyghur letter: U+{ord(letter):04X} {unicodedata.name(letter, '?')}"


def _vowels(prose: str) -> Iterator[str]:
    for found in WORD.finditer(prose):
        word, start = found.group(), found.start()
        before = prose[start - 1] if start else " "
        bare = word[0] in VOWELS and len(word) > 1
        if bare and not before.isalnum() and before not in BEFORE_SUFFIX:
            yield f"begins with a bare vowel: {word}"
        if re.search(f"{CARRIER}(?![{VOWELS}])", word):
            yield f"{CARRIER} without a vowel: {word}"


def pair_faults(source: str, text: str) -> Iterator[str]:
    """Yield what is wrong in `text` as the translation of `source`."""
    if not text:
        yield "not translated"
        return
    if text == source and CHINESE.search(source):
        yield "the same as the Chinese"
    if sorted(HOLDER.findall(source)) != sorted(HOLDER.findall(text)):
        yield "not the same placeholders"
    yield from faults(text)
