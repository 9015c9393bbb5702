"""When an agreement pays how much, as PDF to be hung up: sums, days, and nobody's name."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web import formats, paper, publication
from web.language import DEFAULT
from web.pages.schedule import Row, Show
from web.paper import Pair, alone, both
from web.words import due
from web.written import END, FIRST_STRONG, money

HEAD = (_l("年度"), _l("哪天付"), _l("哪一种钱"), _l("付给谁"), _l("付多少"))


def as_pdf(page: Show) -> bytes:
    """Return the paper; raise web.paper.NoFont where letters would be missing."""
    named = f"{FIRST_STRONG}{page.place}{END}"
    own = {
        "title": both(lambda: _("付款时间表")),
        "header": both(lambda: _("协议编号 %(n)s", n=alone(page.number))),
        "footer": both(lambda: _("%(day)s打印", day=formats.current().day(page.today))),
    }
    data = {
        "paper": own,
        "business": {DEFAULT: f"{FIRST_STRONG}{page.business}{END}"},
        "facts": [
            (both(lambda: _("协议编号")), page.number),
            (both(lambda: _("哪里的农户")), {DEFAULT: named}),
            (both(lambda: _("数字截至")), page.today.isoformat()),
        ],
        "head": [both(lambda word=word: word) for word in HEAD],
        "sheets": [[_row(row) for row in rows] for rows in page.parts],
        "empty": both(lambda: _("今年和明年没有要付的。")),
        "note": both(publication.note),
        "ask": both(lambda: publication.ask(page.phone)),
    }
    return paper.pdf("schedule.typ", data)


def _row(row: Row) -> list[Pair | str]:
    return [
        str(row.year),
        row.day.isoformat() if row.day else both(lambda: _("没有约定日期")),
        both(lambda: due.kind(row.kind)),
        both(lambda: _payee(row)),
        both(lambda: _sum(row)),
    ]


def _payee(row: Row) -> str:
    if row.party != "household":
        return due.party(row.party)
    return _("%(n)s 户", n=alone(row.parties)) if row.parties else due.party(row.party)


def _sum(row: Row) -> str:
    if row.hidden:
        return _("不显示")
    if row.fen is not None:
        return money(row.fen)
    if row.least is not None:
        return _("至少 %(sum)s", sum=money(row.least))
    return due.reason(row.reason) or _("待确定")
