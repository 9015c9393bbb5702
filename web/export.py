"""Findings and totals as workbooks, in the reader's language, as far as product.md 5 allows.

No names and numbers of households, no checks, no answers. Findings about households are counts;
a group under five, and what would give it away, is not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _

from ledger.table import Column, Table, tables
from web import formats
from web.language import LANGUAGES, spoken
from web.pages.comparison import County
from web.pages.finding import Row
from web.pages.suppression import few, hidden
from web.words import finding as words

LEFT_TO_RIGHT, END = "\u2066", "\u2069"


def findings(rows: Iterable[Row]) -> bytes:
    """Return a list of findings, and beside it how many there are about households."""
    listed, counted = [], []
    for each in rows:
        (counted if each.subject.kind == "household" else listed).append(each)
    return _book(_listed(listed), _counted(counted))


def counties(years: Sequence[Sequence[County]]) -> bytes:
    """Return the counties' totals of each year, and their open findings."""
    money = [
        *(_("应得（元）"), _("已收到（元）"), _("逾期（元）"), _("还没到期（元）")),
    ]
    totals = Table(
        _("各县（市）"),
        [
            *(
                Column(_("年"), "count"),
                Column(_("县（市）")),
                *(Column(name, "money") for name in money),
            ),
            *(Column(_("笔数"), "count"), Column(_("农户认账的笔数"), "count")),
        ],
        [_total(each) for year in years for each in year],
    )
    last = years[-1] if years else ()
    found = Table(
        _("现在的问题"),
        [
            Column(_("县（市）")),
            *(
                Column(name, "count")
                for name in (_("必须改的问题"), _("其他问题"), _("农户的问题"))
            ),
        ],
        [[each.name, each.must, each.others, _or_few(each.of_households)] for each in last],
    )
    return _book(totals, found)


def _total(each: County) -> list[Any]:
    if each.money is None:
        return [each.year, each.name, *[_few()] * 6]
    money = each.money
    sums = (money.due, money.received, money.overdue, money.to_come, money.lines)
    return [each.year, each.name, *sums, _or_few(each.confirmed)]


def _listed(rows: Iterable[Row]) -> Table:
    columns = [
        *(Column(_("问题")), Column(_("说明")), Column(_("轻重")), Column(_("第几条"))),
        *(Column(_("地方")), Column(_("说的是")), Column(_("编号")), Column(_("名称"))),
        *(Column(_("经营主体")), Column(_("协议")), Column(_("差额（元）"), "money")),
        *(Column(_("从哪天起"), "date"), Column(_("天数"), "count"), Column(_("谁来办"))),
        Column(_("下一步")),
    ]
    return Table(_("问题"), columns, [_line(each) for each in rows])


def _line(each: Row) -> list[Any]:
    named = dict(each.params)
    small = few(int(named["households"])) if named.get("households", "").isdigit() else False
    return [
        words.title(each.code),
        _few() if small else _sentence(each),
        words.weight(each.weight),
        _article(each.article),
        each.place,
        str(words.SUBJECTS.get(each.subject.kind, each.subject.kind)),
        *(each.subject.number, each.subject.name, each.business, each.agreement),
        _few() if small else each.gap,
        *(each.since, each.age, words.actor(each.actor), words.next_step(each.code)),
    ]


def _sentence(each: Row) -> str:
    """Plain text has no markup: in right-to-left text a number stands between isolates."""
    rtl = LANGUAGES[spoken()].direction == "rtl"
    return words.sentence(
        each.code,
        each.params,
        each.gap,
        _day,
        (lambda text: f"{LEFT_TO_RIGHT}{text}{END}") if rtl else str,
    )


def _day(day: date) -> str:
    return formats.current().day(day)


def _article(code: str) -> str:
    number, _sign, part = code.partition("(")
    return formats.current().article(number, part.rstrip(")"))


def _counted(rows: Iterable[Row]) -> Table:
    """Return how many households a finding is about in each place, by kind of finding."""
    found = Counter((each.code, each.place) for each in rows)
    lines: list[list[Any]] = []
    for code in sorted({code for code, _place in found}):
        places = sorted(place for known, place in found if known == code)
        sizes = [found[code, place] for place in places]
        unsaid = hidden(sizes)
        lines += [
            [words.title(code), place, _few() if n in unsaid else size]
            for n, (place, size) in enumerate(zip(places, sizes, strict=True))
        ]
    columns = [Column(_("问题")), Column(_("地方")), Column(_("个数"), "count")]
    return Table(_("农户的问题"), columns, lines)


def _few() -> str:
    return _("不足 5 户，或能推算出不足 5 户的数，不显示")


def _or_few(number: int | None) -> int | str:
    return _few() if number is None else number


def _book(*sheets: Table) -> bytes:
    return tables(sheets, right_to_left=LANGUAGES[spoken()].direction == "rtl")
