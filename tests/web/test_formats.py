from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from web import formats
from web.language import speak


@pytest.fixture
def reading(app):
    """A function that sets the reader's language."""
    with app.test_request_context("/"):

        def read(language):
            speak(language)

        read("zh")
        yield read


DAYS = [date(2000, 1, 1) + timedelta(days=37 * n) for n in range(300)]
FEN = [0, 1, 99, 100, 123450, 99999999999, -5, -123456] + [
    random.Random(7).randrange(-(10**11), 10**11) for _ in range(500)
]


@pytest.mark.parametrize("locale", ["zh", "ug"])
def test_amounts_are_babel_s(locale):
    for fen in FEN:
        assert formats.amount(fen) == format_decimal(Decimal(fen) / 100, "#,##0.00", locale)


@pytest.mark.parametrize("locale", ["zh", "ug"])
def test_quantities_and_rates_are_babel_s(locale):
    for number in FEN:
        exact = Decimal(number) / 10000
        assert formats.decimal(number) == format_decimal(exact, "#,##0.####", locale)
        rate = Decimal(number) / 100000
        assert formats.percent(number) == format_percent(rate, "#,##0.###%", locale)


def test_days_are_babel_s_where_babel_is_right():
    for day in DAYS:
        assert formats.FORMATS["zh"].day(day) == format_date(day, "long", "zh")
        assert formats.iso(day) == format_date(day, "short", "ug")


@pytest.mark.parametrize(
    ("language", "filtered", "shown"),
    [
        ("zh", "day", '<bdi class="nb">2023年5月12日</bdi>'),
        (
            "ug",
            "day",
            (
                '<span class="nb">2023-يىلى</span> '
                '<span class="nb">5-ئاينىڭ</span> <span class="nb">12-كۈنى</span>'
            ),
        ),
        ("zh", "iso", '<bdi dir="ltr" class="nb">2023-05-12</bdi>'),
        ("zh", "month", '<bdi class="nb">2023年5月</bdi>'),
        ("ug", "month", '<bdi class="nb">2023-يىلى 5-ئاي</bdi>'),
    ],
)
def test_days_as_readers_write_them(reading, language, filtered, shown):
    reading(language)
    assert formats.FILTERS[filtered](date(2023, 5, 12)) == shown


def test_money_carries_its_unit(reading):
    zh = '<bdi dir="ltr" class="nb">1,234.50</bdi>'
    assert formats.money(123450) == f'<span class="nb">{zh}<span class="unit">元</span></span>'
    assert formats.money(123450, unit=False) == zh
    reading("ug")
    assert formats.money(123450) == f'<span class="nb">{zh} <span class="unit">يۈەن</span></span>'
    assert formats.current().money(123450) == "1,234.50 يۈەن"


def test_articles_are_named_as_the_text_names_them(reading):
    assert formats.article("13").striptags() == "第十三条"
    assert formats.article("10(3)").striptags() == "第十条（三）"
    assert formats.article("20").striptags() == "第二十条"
    reading("ug")
    assert formats.article("10(3)").striptags() == "10-ماددا (3)"


def test_lists_are_joined_in_the_reader_s_way(reading):
    assert formats.current().join(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert formats.current().join(["甲"]) == "甲"
    assert formats.current().join([]) == ""
    reading("ug")
    assert formats.current().join(["ئا", "ب", "پ"]) == "ئا، ب ۋە پ"


def test_names_stand_alone_with_the_language_of_their_script(reading):
    assert formats.name("阿依古丽·买买提") == "<bdi>阿依古丽·买买提</bdi>"
    assert formats.name("ئايگۈل") == '<bdi lang="ug">ئايگۈل</bdi>'
    reading("ug")
    assert formats.name("𠮷田𪚥") == '<bdi lang="zh">𠮷田𪚥</bdi>'
    assert formats.name("<b>&") == "<bdi>&lt;b&gt;&amp;</bdi>"


def test_whatever_comes_from_outside_is_escaped(reading):
    hostile = "<script>alert(1)</script>\"'&"
    for name in ("ltr", "formula", "name"):
        assert "<script" not in formats.FILTERS[name](hostile)
    assert "<script" not in formats.names([hostile, hostile])


def test_a_formula_gets_air_and_stays_left_to_right(reading):
    shown = formats.FILTERS["formula"]("20000×6÷100−1=1199.00")
    aired = "20000×6÷100−1=1199.00"
    for operator in "×÷−=":
        aired = aired.replace(operator, f"\u2009{operator}\u2009")
    assert shown == f'<bdi dir="ltr" class="formula">{aired}</bdi>'
