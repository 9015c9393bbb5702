"""A yearly pack in words: the tables that the page and the three files show alike.

Small groups are left out as in every export (product.md 5, rule 7), and with them what would give
them away. Nothing of a household is in a pack, so taking one out is no opening of anybody's record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _

from models.pack import Count, Effect, Figures, Found, Late
from models.parameter import NAMES, read_value
from rules.finding import WEIGHTS
from web import formats
from web.language import LANGUAGES, spoken
from web.pack.cell import count, money, numbers, text
from web.pack.industry import industries
from web.pack.sheet import sheet
from web.pages.review import Cell, Column, Section
from web.pages.suppression import few, hidden, telling
from web.words import due, finding, parameter, reply
from web.words import review as words

Row = tuple[Cell, ...]


def sections(figures: Figures) -> tuple[Section, ...]:
    """Return the parts of a pack in the language that is spoken."""
    return (
        _ledger(figures),
        _modes(figures),
        *([] if figures.industries is None else [industries(figures.industries)]),
        _households(figures),
        _money(figures),
        _lines(figures),
        _late(figures),
        _findings(figures),
        _remedies(figures),
        _effects(figures),
        _replies(figures),
        _decisions(figures),
        _rules(figures),
        _parameters(figures),
        sheet(figures),
    )


def _ledger(figures: Figures) -> Section:
    rows = [(text(_("帮扶项目")), count(_sum(figures.projects)))]
    rows += [
        (text(words.PROJECTS.get(each.code, each.code)), count(each.number))
        for each in figures.projects
    ]
    rows += [
        (text(_("还在履行的协议")), count(figures.agreements)),
        (text(_("付钱的经营主体")), count(figures.businesses)),
        (text(_("台账里的农户")), count(figures.households, hide=few(figures.households))),
    ]
    return Section("ledger", _("台账"), (Column(_("项目")), *numbers(_("个数"))), rows)


def _sum(counts: Iterable[Count]) -> int:
    return sum(each.number for each in counts)


def _modes(figures: Figures) -> Section:
    rows = [(text(due.mode(each.code)), count(each.number)) for each in figures.modes]
    return Section(
        "modes",
        _("还在履行的协议，按带动方式"),
        (Column(_("带动方式")), *numbers(_("协议"))),
        rows,
        _("一份协议可以有几种方式，所以加起来可能比协议数多。"),
    )


def _households(figures: Figures) -> Section:
    away = hidden([each.number for each in figures.categories])
    rows = [
        (text(words.CATEGORIES.get(each.code, each.code)), count(each.number, hide=n in away))
        for n, each in enumerate(figures.categories)
    ]
    columns = (Column(_("类别")), *numbers(_("农户")))
    return Section("households", _("农户，按类别"), columns, rows)


def _money(figures: Figures) -> Section:
    own = figures.money
    rows = [
        (text(_("应得")), money(own.due)),
        (text(_("已收到")), money(own.received)),
        (text(_("逾期未到")), money(own.overdue)),
        (text(_("还没到期")), money(own.to_come)),
        (text(_("不到一个计发单位的差额")), money(own.tolerated)),
        (text(_("以前年度还欠的")), money(own.earlier)),
    ]
    columns = (Column(_("项目")), *numbers(_("元")))
    return Section("money", _("%(year)s年农户的钱", year=figures.year), columns, rows)


def _lines(figures: Figures) -> Section:
    own = figures.money
    small = telling(own.confirmed, own.lines)
    rows = [
        (text(_("全部")), count(own.lines)),
        (text(_("待确定的")), count(own.unknown)),
        (text(_("只约定了最低数的")), count(own.agreed)),
        (text(_("农户自己认账的")), count(own.confirmed, hide=small)),
    ]
    return Section(
        "lines",
        _("%(year)s年的笔数和认账", year=figures.year),
        (Column(_("项目")), *numbers(_("笔"))),
        rows,
        _("没有认账的，不等于没有收到。认账由农户自己决定。"),
    )


def _late(figures: Figures) -> Section:
    away = hidden([each.households for each in figures.late])
    rows = [_business(each) for n, each in enumerate(figures.late) if n not in away]
    rest = [each for n, each in enumerate(figures.late) if n in away]
    if rest:
        rows.append(_others(rest))
    columns = (
        Column(_("经营主体")),
        *numbers(_("农户"), _("应得（元）"), _("已收到（元）"), _("逾期未到（元）")),
    )
    return Section(
        "late",
        _("%(year)s年逾期的经营主体", year=figures.year),
        columns,
        rows,
        _("涉及农户太少的经营主体合成一行。"),
    )


def _business(each: Late) -> Row:
    sums = (money(each.due), money(each.received), money(each.overdue))
    return (Cell("name", each.name), count(each.households), *sums)


def _others(rest: list[Late]) -> Row:
    """Those with few households as one row; without amounts where they are few together too."""
    label = text(_("其他 %(n)s 家", n=len(rest)))
    households = sum(each.households for each in rest)
    if few(households):
        return (label, *[count(0, hide=True)] * 4)
    sums = [sum(getattr(each, name) for each in rest) for name in ("due", "received", "overdue")]
    return (label, count(households), *map(money, sums))


def _findings(figures: Figures) -> Section:
    order = {weight: n for n, weight in enumerate(WEIGHTS)}
    found = sorted(figures.findings, key=lambda each: (*_address(each.article), order[each.weight]))
    rows = [
        (Cell("article", each.article), text(finding.weight(each.weight)), *_moved(each))
        for each in found
    ]
    every = [sum(getattr(each, name) for each in found) for name in ("open", "begun", "ended")]
    rows.append((text(_("合计")), text(""), *map(count, every)))
    about = figures.of_households
    moved = [count(number, hide=few(number)) for number in (about.open, about.begun, about.ended)]
    rows.append((text(_("另有：关于农户的问题")), text(""), *moved))
    columns = (
        *(Column(_("哪一条")), Column(_("轻重"))),
        *numbers(_("现在还有"), _("这一年出现"), _("这一年消失")),
    )
    return Section("findings", _("问题，按条和轻重"), columns, rows)


def _address(article: str) -> tuple[int, int]:
    number, _mark, part = article.partition("(")
    return int(number), int(part.rstrip(")") or 0)


def _moved(each: Found) -> Row:
    return (count(each.open), count(each.begun), count(each.ended))


def _remedies(figures: Figures) -> Section:
    own = figures.remedies
    rows = [
        (text(_("正在整改")), count(own.open)),
        (text(_("其中已经逾期")), count(own.overdue)),
        (text(_("其中已上报州里")), count(own.risen)),
        (text(_("这一年销号")), count(own.closed)),
    ]
    return Section("remedies", _("整改"), (Column(_("项目")), *numbers(_("件"))), rows)


def _effects(figures: Figures) -> Section:
    columns = (
        Column(_("整改给农户带来的")),
        *numbers(_("件"), _("农户（户次）"), _("金额（元）")),
    )
    rows = [_effect(each) for each in figures.effects]
    return Section("effects", _("整改的效果"), columns, rows)


def _effect(each: Effect) -> Row:
    small = few(each.households)
    amount = count(0, hide=True) if small else money(each.amount)
    name = text(words.EFFECTS.get(each.code, each.code))
    return (name, count(each.cases), count(each.households, hide=small), amount)


def _replies(figures: Figures) -> Section:
    rows = [
        (text(reply.KINDS.get(each.code, each.code)), count(each.number))
        for each in figures.replies
    ]
    rows.append((text(_("经营主体还没有答复的问题")), count(figures.unanswered)))
    columns = (Column(_("经营主体怎么说")), *numbers(_("个问题")))
    return Section("replies", _("经营主体的答复"), columns, rows)


def _decisions(figures: Figures) -> Section:
    rows = [(Cell("day", each.met_on), Cell("prose", each.text)) for each in figures.decisions]
    return Section(
        "decisions",
        _("%(year)s年研究后的决定", year=figures.year),
        (Column(_("开会日期")), Column(_("决定"))),
        rows,
    )


def _rules(figures: Figures) -> Section:
    rows = [
        (Cell("article", each.article), Cell("official", each.number), Cell("day", each.since))
        for each in figures.rules
    ]
    columns = (Column(_("细化州里的哪一条")), Column(_("文号")), Column(_("从哪一天起施行")))
    return Section("rules", _("施行中的县级细则"), columns, rows)


def _parameters(figures: Figures) -> Section:
    known = [each for each in figures.parameters if each.name in NAMES]
    rows = [
        (
            text(parameter.title(each.name)),
            text(parameter.value(each.name, read_value(each.name, each.value), _plain, _day)),
            Cell("day", each.since),
        )
        for each in known
    ]
    columns = (Column(_("文件没有写明的")), Column(_("怎么定的")), Column(_("县里从哪一天起定的")))
    return Section("parameters", _("由县里定的"), columns, rows)


def _plain(value: Any) -> str:
    """Keep a value in its own direction in plain text that runs from right to left."""
    return f"\u2066{value}\u2069" if LANGUAGES[spoken()].direction == "rtl" else str(value)


def _day(value: Any) -> str:
    return _plain(formats.iso(value))
