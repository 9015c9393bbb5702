"""Dates, money and numbers as readers in Changji write them, and the one isolating filter.

Babel's own functions cost 9 ms a page and are wrong for Uyghur as used in China (see
docs/interpretation.md), so these are ours, and a test compares them where Babel is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from web.language import spoken

TEN_THOUSAND = 10_000
OPERATORS = re.compile("([+\u2212\u00d7\u00f7=])")
WHOLE = re.compile(r"(?<![\d.])\d{4,}")
CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
CENTS = tuple(f".{fen:02d}" for fen in range(100))  # writing them anew costs half the time
DIGITS = "〇一二三四五六七八九"
ARABIC = re.compile("[\u0600-\u06ff]")


def amount(fen: int) -> str:
    """1,234.50 from fen."""
    if fen < 0:
        return "-" + amount(-fen)
    return f"{fen // 100:,}{CENTS[fen % 100]}"


def decimal(ten_thousandths: int) -> str:
    """12.35 from ten-thousandths, without idle zeros."""
    return _trimmed(ten_thousandths, 4)


def percent(hundred_thousandths: int) -> str:
    """3.45% from hundred-thousandths of 1."""
    return _trimmed(hundred_thousandths, 3) + "%"


def share(hundred_thousandths: int) -> str:
    """99.9% from hundred-thousandths: a share with one decimal, cut and never rounded up."""
    return percent(hundred_thousandths // 100 * 100)


def fraction(part: int, whole: int) -> str:
    """3 / 1,200: how many of how many."""
    return f"{part:,} / {whole:,}"


def money_fraction(part: int, whole: int) -> str:
    """3.00 / 1,200.00 from fen."""
    return f"{amount(part)} / {amount(whole)}"


def iso(day: date) -> str:
    """2023-05-12, for tables."""
    return day.isoformat()


def formula(text: str) -> str:
    """Put thin spaces around the operators: 20000×6÷100 → 20000 × 6 ÷ 100."""
    return OPERATORS.sub("\u2009\\1\u2009", text)


def grouped(text: str) -> str:
    """Set commas into the whole numbers of a formula: 20000.00×6 → 20,000.00×6."""
    return WHOLE.sub(lambda found: f"{int(found[0]):,}", text)


def _trimmed(number: int, places: int) -> str:
    sign, number = ("-", -number) if number < 0 else ("", number)
    whole, rest = divmod(number, 10**places)
    fraction = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{whole:,}.{fraction}" if fraction else f"{sign}{whole:,}"


def numeral(text: str) -> str:
    """十三 from 13, as the articles are numbered (1 to 99)."""
    tens, ones = divmod(int(text), 10)
    return ("十" if tens == 1 else f"{DIGITS[tens]}十" if tens else "") + (
        DIGITS[ones] if ones else ""
    )


def article(code: str) -> Markup:
    """Name an article, or a part of one, from its code: 10(3) → 第十条（三）."""
    number, _, part = code.partition("(")
    return Markup(f'<bdi class="nb">{escape(current().article(number, part.rstrip(")")))}</bdi>')


@dataclass(frozen=True, slots=True)
class Format:
    """What differs between languages: word order of a day, the unit of money, joining a list."""

    year: Callable[[int], str]
    month: Callable[[int, int], str]
    day: Callable[[date], str]
    day_parts: Callable[[date], str]
    day_of_year: Callable[[date], str]
    day_of_year_parts: Callable[[date], str]
    article: Callable[[str, str], str]
    chapter: Callable[[int], str]
    yuan: str
    small_yuan: str
    comma: str
    last: str

    def money(self, fen: int) -> str:
        """1,234.50元, with its unit, as plain text."""
        return amount(fen) + self.yuan

    def join(self, parts: Iterable[str]) -> str:
        """List some parts: A、B和C."""
        *first, last = list(parts) or [""]
        return self.comma.join(first) + self.last + last if first else last


# The longest part of a day, written once for each day of the year.
CHINESE_DAYS = [[f"{month}月{day}日" for day in range(32)] for month in range(13)]
UYGHUR_DAYS = [[f"{month}-ئاينىڭ {day}-كۈنى" for day in range(32)] for month in range(13)]
# The same as markup: where a line is too short for all of it, it may part at its spaces, but not
# behind its hyphens.
UYGHUR_PARTS = [
    [" ".join(f'<span class="nb">{part}</span>' for part in day.split()) for day in month]
    for month in UYGHUR_DAYS
]
# Nothing isolates a Uyghur day: a case ending follows it without a space and is joined to it.

FORMATS = {
    "zh": Format(
        year=lambda year: f"{year}年",
        month=lambda year, month: f"{year}年{month}月",
        day=lambda day: f"{day.year}年{CHINESE_DAYS[day.month][day.day]}",
        day_parts=lambda day: (
            f'<bdi class="nb">{day.year}年{CHINESE_DAYS[day.month][day.day]}</bdi>'
        ),
        day_of_year=lambda day: CHINESE_DAYS[day.month][day.day],
        day_of_year_parts=lambda day: f'<bdi class="nb">{CHINESE_DAYS[day.month][day.day]}</bdi>',
        article=lambda number, part: (
            f"第{numeral(number)}条{f'（{numeral(part)}）' if part else ''}"
        ),
        chapter=lambda number: f"第{numeral(str(number))}章",
        yuan="元",
        small_yuan='<span class="unit">元</span>',
        comma="、",
        last="和",
    ),
    "ug": Format(
        year=lambda year: f"{year}-يىلى",
        month=lambda year, month: f"{year}-يىلى {month}-ئاي",
        day=lambda day: f"{day.year}-يىلى {UYGHUR_DAYS[day.month][day.day]}",
        day_parts=lambda day: (
            f'<span class="nb">{day.year}-يىلى</span> {UYGHUR_PARTS[day.month][day.day]}'
        ),
        day_of_year=lambda day: UYGHUR_DAYS[day.month][day.day],
        day_of_year_parts=lambda day: UYGHUR_PARTS[day.month][day.day],
        article=lambda number, part: f"{number}-ماددا{f' ({part})' if part else ''}",
        chapter=lambda number: f"{number}-باب",
        yuan=" يۈەن",
        small_yuan=' <span class="unit">يۈەن</span>',
        comma="، ",
        last=" ۋە ",
    ),
}


def current() -> Format:
    """Return the formats of the reader's language."""
    return FORMATS[spoken()]


# From here on: markup. Numbers, signs and hyphens change places in right-to-left text unless each
# stands alone, so every one goes through `ltr`.

LONG = 16  # characters that a line holds at the largest size of letters

# `Markup(text)` asks first whether the text is markup; half a page's values are ours already.
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def ltr(text: Any) -> Markup:
    """Isolate a number, phone, date, code or file name: it reads left to right everywhere."""
    long = " nb_long" if len(str(text)) > LONG else ""
    return Markup(f'<bdi dir="ltr" class="nb{long}">{escape(text)}</bdi>')


def _safe_ltr(text: str) -> Markup:
    """Isolate text of our own making, which holds nothing to escape."""
    return _markup(f'<bdi dir="ltr" class="nb">{text}</bdi>')


def money(fen: int, unit: bool = True) -> Markup:  # noqa: FBT001, FBT002 — a filter
    """An amount of fen with its small unit; `unit=False` in tables whose heading names it."""
    if not unit:
        return _safe_ltr(amount(fen))
    number, small = amount(fen), current().small_yuan
    return _markup(f'<span class="nb"><bdi dir="ltr" class="nb">{number}</bdi>{small}</span>')


def day(value: date) -> Markup:
    """A day in words: 2023年5月12日."""
    return _markup(current().day_parts(value))


def day_in(value: date, year: int) -> Markup:
    """A day in words without its year where the page is about that year: 5月12日."""
    form = current()
    return _markup((form.day_of_year_parts if value.year == year else form.day_parts)(value))


def year(value: int) -> Markup:
    """A year in words: 2023年."""
    return _markup(f'<bdi class="nb">{current().year(value)}</bdi>')


def month(value: date) -> Markup:
    """A month in words: 2023年5月."""
    return _markup(f'<bdi class="nb">{current().month(value.year, value.month)}</bdi>')


def name(text: str) -> Markup:
    """A name: isolated, with the language of its own script for the reading voice and the font."""
    language = "zh" if CHINESE.search(text) else "ug" if ARABIC.search(text) else ""
    mark = f' lang="{language}"' if language and language != spoken() else ""
    return Markup(f"<bdi{mark}>{escape(text)}</bdi>")


def names(values: Iterable[str]) -> Markup:
    """A list of names, each isolated."""
    return Markup(current().join(name(value) for value in values))


FILTERS: dict[str, Callable[..., str]] = {
    "money": money,
    "money4": lambda value: _safe_ltr(decimal(value)),
    "number": lambda value: _safe_ltr(decimal(value)),
    "count": lambda value: _safe_ltr(f"{value:,}"),
    "percent": lambda value: _safe_ltr(percent(value)),
    "fraction": lambda part, whole: _safe_ltr(fraction(part, whole)),
    "money_fraction": lambda part, whole: _safe_ltr(money_fraction(part, whole)),
    "share": lambda value: _safe_ltr(share(value)),
    "day": day,
    "day_in": day_in,
    "iso": lambda value: _safe_ltr(iso(value)),
    "year": year,
    "month": month,
    "article": article,
    "chapter": lambda value: Markup(f'<bdi class="nb">{current().chapter(value)}</bdi>'),
    "ltr": ltr,
    "grouped": grouped,
    "formula": lambda text: Markup(f'<bdi dir="ltr" class="formula">{escape(formula(text))}</bdi>'),
    "name": name,
    "names": names,
}


def init(app: Flask) -> None:
    """Offer the formats to templates."""
    app.jinja_env.filters.update(FILTERS)
