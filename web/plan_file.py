"""The papers of a plan 分配方案 as PDF: the list to sign, what is posted, the minutes to fill in.

None of them says to which category a household belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from models.plan import Part
from web import formats, paper, publication
from web.pages.plan import Show
from web.paper import Pair, alone, both
from web.words.agreement import USES
from web.words.step import BASES
from web.written import END, FIRST_STRONG

Fact = tuple[Pair, Pair | str]
PAYOUT = (
    *(_l("序号"), _l("户编码"), _l("户主"), _l("口径数"), _l("金额（元）")),
    _l("签字或者手印"),
)
POSTING = PAYOUT[:-1]
PAYERS = (_l("发放人"), _l("监督人"), _l("日期"))
POSTERS = (_l("村集体经济组织（盖章）"), _l("贴出的日期"))
MEETING = (_l("时间"), _l("地点"), _l("主持人"), _l("记录人"))
VOTES = (_l("应到"), _l("实到"), _l("同意"), _l("不同意"), _l("弃权"))
CHOICES = (
    _l("按上面的方案分"),
    _l("改了以后再分，怎么改写在下面"),
    _l("不按这个方案分"),
)
CHAIR = (_l("主持人签字"), _l("记录人签字"), _l("监督人签字"))
PRESENT = (_l("序号"), _l("姓名"), _l("签字"))
LINES = 16  # of each half of the list of those present


def payout(page: Show) -> bytes:
    """Return the list that each household signs, with a sum for each sheet and one for all."""
    data = _frame(page, _l("分红发放表")) | {
        "facts": _facts(page, _year, _due_on, _whole),
        "head": _all(PAYOUT),
        "sheets": _sheets(page, page.payout, ("",)),
        "note": both(lambda: _("收到钱再签字。金额不对的，先不签，向村里或者乡镇提出来。")),
        "signatures": _all(PAYERS),
    }
    return paper.pdf("payout.typ", data)


def posting(page: Show) -> bytes:
    """Return what is hung on the board, with the days on which one can object."""
    data = _frame(page, _l("收益分配公示")) | {
        "said": both(lambda: _posted(page)),
        "facts": _facts(page, _year, _received, _used, _whole, _decided, _due_on),
        "objection": both(lambda: publication.posted(page.posting, page.phone)),
        "head": _all(POSTING),
        "sheets": _sheets(page, page.posted, ()),
        "signatures": _all(POSTERS),
    }
    return paper.pdf("posting.typ", data)


def minutes(page: Show) -> bytes:
    """Return the form on which the meeting writes what it decided, with the plan's figures."""
    data = _frame(page, _l("成员会议记录")) | {
        "meeting": _all(MEETING),
        "plan": both(lambda: _("要议的分配方案")),
        "facts": _facts(page, _year, _received, _used, _households, _posted_days, _due_on),
        "decision": both(lambda: _("会议的决定")),
        "choices": _all(CHOICES),
        "votes": _all(VOTES),
        "signatures": _all(CHAIR),
        "present": both(lambda: _("到会的人")),
        "head": _all(PRESENT),
        "lines": LINES,
        "note": both(lambda: _("这里只写姓名，不写别的。")),
    }
    return paper.pdf("minutes.typ", data)


def _frame(page: Show, title: Any) -> dict[str, Any]:
    named = {"n": alone(page.number), "place": f"{FIRST_STRONG}{page.place}{END}"}
    own = {
        "title": both(lambda: title),
        "header": both(lambda: _("%(place)s　分配方案 %(n)s", **named)),
        "footer": both(lambda: _("%(day)s打印", day=formats.current().day(page.today))),
    }
    return {"paper": own}


def _all(words: Sequence[Any]) -> list[Pair]:
    return [both(lambda word=word: word) for word in words]


def _facts(page: Show, *ask: Callable[[Show], list[Fact]]) -> list[Fact]:
    return [fact for each in ask for fact in each(page)]


def _year(page: Show) -> list[Fact]:
    return [(both(lambda: _("年度")), str(page.year))]


def _received(page: Show) -> list[Fact]:
    return [(both(lambda: _("集体收到（元）")), formats.amount(page.received))]


def _used(page: Show) -> list[Fact]:
    return [
        (both(lambda name=name: _("%(use)s（元）", use=USES[name])), formats.amount(fen))
        for name, fen in page.uses
    ]


def _households(page: Show) -> list[Fact]:
    return [
        (both(lambda: _("按什么分")), both(lambda: BASES[page.basis])),
        (both(lambda: _("户数")), f"{len(page.parts):,}"),
    ]


def _whole(page: Show) -> list[Fact]:
    """How many households have how much; what is nobody's is said, so that it adds up."""
    odd = (both(lambda: _("没有分出去的（元）")), formats.amount(page.unassigned))
    return [
        *_households(page),
        (both(lambda: _("各户合计（元）")), formats.amount(page.total)),
        *([odd] if page.unassigned else []),
    ]


def _decided(page: Show) -> list[Fact]:
    return [(both(lambda: _("成员决议")), _day(page.decided_on))]


def _posted_days(page: Show) -> list[Fact]:
    days = (page.posting.first, page.posting.last)
    said = f"{days[0]} – {days[1]}" if all(days) else ""
    return [(both(lambda: _("公示")), said)]


def _due_on(page: Show) -> list[Fact]:
    return [(both(lambda: _("最迟发放")), _day(page.due_on))]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _posted(page: Show) -> str:
    return _(
        "按照细则%(article)s，把%(year)s的集体收益怎么分公布如下。",
        article=formats.current().article("12", ""),
        year=formats.current().year(page.year),
    )


def _sheets(page: Show, sheets: list[Sequence[Part]], tail: tuple[str, ...]) -> list[Any]:
    """Return the rows of each sheet and its sum; the last one has the sum of all as well."""
    made, number = [], 0
    for n, parts in enumerate(sheets):
        rows = [_row(number + place, part, tail) for place, part in enumerate(parts, 1)]
        number += len(parts)
        sums = [_sum(_l("本页合计，%(n)s 户"), parts)] if parts else []
        if n == len(sheets) - 1:
            sums.append(_sum(_l("全部合计，%(n)s 户"), page.parts))
        made.append({"rows": rows, "sums": sums})
    return made


def _row(number: int, part: Part, tail: tuple[str, ...]) -> list[Any]:
    basis = "" if part.basis is None else formats.decimal(part.basis)
    name = {"zh": f"{FIRST_STRONG}{part.head}{END}"}
    return [str(number), part.number, name, basis, formats.amount(part.fen or 0), *tail]


def _sum(words: Any, parts: Sequence[Part]) -> dict[str, Any]:
    said = both(lambda: str(words) % {"n": alone(len(parts))})
    return {"name": said, "sum": formats.amount(sum(part.fen or 0 for part in parts))}
