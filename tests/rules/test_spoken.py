"""Numbers, sums and days as both languages read them aloud; every word has a recording to make."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from rules import spoken
from web.words.spoken import SPOKEN

RANDOM = Random(20231109)
NUMBERS = [
    *range(1200),
    *(10**n + d for n in range(1, 11) for d in (-1, 0, 1, 10, 101)),
    *(RANDOM.randrange(10**11) for _ in range(3000)),
]


def said(lang, words):
    return ("" if lang == "zh" else " ").join(SPOKEN[lang][word] for word in words)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (110, "一百一十"),
        (102, "一百零二"),
        (212, "二百一十二"),
        (1002, "一千零二"),
        (1020, "一千零二十"),
        (2000, "两千"),
        (9400, "九千四百"),
        (10050, "一万零五十"),
        (12000, "一万两千"),
        (20000, "两万"),
        (22222, "两万两千二百二十二"),
        (100000, "十万"),
        (120000, "十二万"),
        (1001000, "一百万一千"),
        (1000100, "一百万零一百"),
        (10010000, "一千零一万"),
        (100000005, "一亿零五"),
        (200020000, "两亿零两万"),
        (300001000, "三亿零一千"),
    ],
)
def test_a_number_in_chinese(number, words):
    assert said("zh", spoken.chinese(number)) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "نۆل"),
        (7, "يەتتە"),
        (10, "ئون"),
        (26, "يىگىرمە ئالتە"),
        (100, "بىر يۈز"),
        (1100, "بىر مىڭ بىر يۈز"),
        (9400, "توققۇز مىڭ تۆت يۈز"),
        (10050, "ئون مىڭ ئەللىك"),
        (123456, "بىر يۈز يىگىرمە ئۈچ مىڭ تۆت يۈز ئەللىك ئالتە"),
        (2000003, "ئىككى مىليون ئۈچ"),
        (1000000000, "بىر مىليارد"),
    ],
)
def test_a_number_in_uyghur(number, words):
    assert said("ug", spoken.uyghur(number)) == words


def test_a_number_that_was_said_is_the_number():
    for number in NUMBERS:
        chinese = spoken.chinese(number)
        assert value_chinese(chinese) == number
        assert ("0", "0") not in pairwise(chinese)
        assert value_uyghur(spoken.uyghur(number)) == number


def value_chinese(words):
    total = group = digit = 0
    for word in words:
        size = 2 if word == spoken.PAIR else int(word)
        if size >= 10_000:
            total, group, digit = total + (group + digit) * size, 0, 0
        elif size >= 10:
            group, digit = group + max(digit, 1) * size, 0
        else:
            digit = size
    return total + group + digit


def value_uyghur(words):
    total = group = 0
    for size in map(int, words):
        if size >= 1000:
            total, group = total + group * size, 0
        elif size == 100:
            group *= size
        else:
            group += size
    return total + group


@pytest.mark.parametrize(
    ("fen", "zh", "ug"),
    [
        (0, "零元", "نۆل يۈەن"),
        (5, "五分", "بەش پۇڭ"),
        (50, "五角", "بەش مو"),
        (200, "两元", "ئىككى يۈەن"),
        (505, "五元零五分", "بەش يۈەن بەش پۇڭ"),
        (9_400_50, "九千四百元五角", "توققۇز مىڭ تۆت يۈز يۈەن بەش مو"),
        (1_234_56, "一千二百三十四元五角六分", None),
    ],
)
def test_a_sum(fen, zh, ug):
    assert said("zh", spoken.GRAMMARS["zh"].money(fen)) == zh
    if ug:
        assert said("ug", spoken.GRAMMARS["ug"].money(fen)) == ug


def test_a_day():
    day = date(2026, 12, 30)
    assert said("zh", spoken.GRAMMARS["zh"].day(day)) == "二零二六年十二月三十日"
    uyghur = "ئىككى مىڭ يىگىرمە ئالتىنچى يىلى ئون ئىككىنچى ئاينىڭ ئوتتۇزىنچى كۈنى"
    assert said("ug", spoken.GRAMMARS["ug"].day(day)) == uyghur


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_every_day_and_many_sums_have_all_their_words_and_all_words_are_used(lang):
    used = set(spoken.payment(lang, 0, None, late=False))
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(80 * 365)]
    for n, day in enumerate(days):
        fen = RANDOM.randrange(10**12) if n % 2 else RANDOM.randrange(10**5)
        used |= {*spoken.payment(lang, fen, day, late=bool(n % 3))}
    assert used == SPOKEN[lang].keys()


def test_what_has_no_day_is_said_without_one():
    assert "on" not in spoken.payment("zh", 100, None, late=True)
    assert spoken.payment("zh", 100, None, late=True)[0] == "late"
    assert spoken.payment("ug", 100, date(2026, 1, 1), late=False)[0] == "next"
