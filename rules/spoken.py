"""Numbers, sums and days as they are read aloud, word by word: the names of recorded words.

A name is a number in digits (`10` is 十), an ordinal (`6th`), a unit or a piece of a sentence. Who
has a recording of each can play a sentence. Chinese and Uyghur count differently, so each language
has its own grammar.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

FEN, JIAO = 100, 10
WAN, YI = 10_000, 100_000_000
THOUSAND, HUNDRED, TEN = 1000, 100, 10
TWO, PAIR = 2, "liang"  # 两, which stands for 二 before a measure

Words = list[str]


def chinese(number: int) -> Words:
    """Return a number from 0 on in Chinese: 10050 is 一万零五十, 12 is 十二, 2000 is 两千."""
    if not number:
        return ["0"]
    words: Words = []
    gap = False
    for size in (YI, WAN, 1):
        group, number = divmod(number, size)
        if not group:
            gap = bool(words)
            continue
        words += ["0"] * (gap or (bool(words) and group < THOUSAND))
        if size == 1:
            words += _group(group)
        else:
            words += [*([PAIR] if group == TWO else _group(group)), str(size)]
    return words[1:] if words[:2] == ["1", "10"] else words


def _group(number: int) -> Words:
    """Return a number under ten thousand; one zero stands for any that lie between."""
    words: Words = []
    gap = False
    for size in (THOUSAND, HUNDRED, TEN, 1):
        digit, number = divmod(number, size)
        if not digit:
            gap = bool(words)
            continue
        words += ["0"] * gap
        gap = False
        words.append(PAIR if (digit, size) == (TWO, THOUSAND) else str(digit))
        words += [str(size)] * (size > 1)
    return words


def uyghur(number: int) -> Words:
    """Return a number from 0 on in Uyghur: 9400 is توققۇز مىڭ تۆت يۈز, 1100 is بىر مىڭ بىر يۈز."""
    if not number:
        return ["0"]
    words: Words = []
    for size in (THOUSAND**3, THOUSAND**2, THOUSAND, 1):
        group, number = divmod(number, size)
        hundreds, rest = divmod(group, HUNDRED)
        tens, ones = divmod(rest, TEN)
        words += [str(hundreds), str(HUNDRED)] * (hundreds > 0)
        words += [str(tens * TEN)] * (tens > 0)
        words += [str(ones)] * (ones > 0)
        words += [str(size)] * (group > 0 and size > 1)
    return words


def _chinese_money(fen: int) -> Words:
    yuan, rest = divmod(fen, FEN)
    jiao, last = divmod(rest, JIAO)
    words = [PAIR] if yuan == TWO else chinese(yuan)
    words = [*words, "yuan"] if yuan or not rest else []
    words += [str(jiao), "jiao"] * (jiao > 0)
    words += ["0"] * (yuan > 0 and not jiao and last > 0)
    return words + [str(last), "fen"] * (last > 0)


def _uyghur_money(fen: int) -> Words:
    yuan, rest = divmod(fen, FEN)
    jiao, last = divmod(rest, JIAO)
    words = [*uyghur(yuan), "yuan"] if yuan or not rest else []
    words += [str(jiao), "jiao"] * (jiao > 0)
    return words + [str(last), "fen"] * (last > 0)


def _chinese_day(day: date) -> Words:
    """Return 二零二六年十二月三十日."""
    month, last = chinese(day.month), chinese(day.day)
    return [*str(day.year), "year", *month, "month", *last, "day"]


def _uyghur_day(day: date) -> Words:
    """Return ئىككى مىڭ يىگىرمە ئالتىنچى يىلى ئون ئىككىنچى ئاينىڭ ئوتتۇزىنچى كۈنى."""
    year, month, last = (_ordinal(number) for number in (day.year, day.month, day.day))
    return [*year, "year", *month, "month", *last, "day"]


def _ordinal(number: int) -> Words:
    *before, last = uyghur(number)
    return [*before, f"{last}th"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language says a sum of fen and a day."""

    money: Callable[[int], Words]
    day: Callable[[date], Words]


GRAMMARS = {
    "zh": Grammar(_chinese_money, _chinese_day),
    "ug": Grammar(_uyghur_money, _uyghur_day),
}


def payment(lang: str, fen: int, day: date | None, *, late: bool) -> Words:
    """Return what is said of a household's next payment, or of the oldest that is late."""
    grammar = GRAMMARS[lang]
    words = ["late" if late else "next", *grammar.money(fen)]
    return words if day is None else [*words, "on", *grammar.day(day)]
