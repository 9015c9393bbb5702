"""The paper that tells a business of a due day, as PDF: the same words as on its page."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from models.notice import Pending
from web import formats, paper
from web.language import DEFAULT
from web.pages.payer import Line
from web.pages.told import Notice
from web.paper import Pair, alone, both
from web.words import due
from web.written import END, FIRST_STRONG

HEAD = (_l("协议编号"), _l("哪一种钱"), _l("付给谁"), _l("要付"))


def as_pdf(page: Notice) -> bytes:
    """Return the paper as PDF; raise web.paper.NoFont where letters would be missing."""
    pending = page.told.pending
    data = {
        "paper": _frame(page),
        "to": {DEFAULT: f"{page.told.name}{_('：')}"},
        "said": both(lambda: _said(pending)),
        "head": [both(lambda word=word: word) for word in HEAD],
        "rows": [
            _row(agreement.number, line)
            for agreement in page.agreements
            for line in agreement.lines
        ],
        "total": both(lambda: _("合计 %(money)s", money=_yuan(pending.rest))),
        "rest": both(lambda: _rest(page)),
        "by": both(lambda: _("发通知的：%(place)s", place=page.place)),
        "taken": both(lambda: _("收到的人签字、日期：")),
    }
    return paper.pdf("told.typ", data)


def _frame(page: Notice) -> dict[str, Pair]:
    return {
        "title": both(lambda: _("到期通知")),
        "header": both(lambda: page.place),
        "footer": both(lambda: formats.current().day(page.latest)),
    }


def _said(pending: Pending) -> str:
    named = {"day": formats.current().day(pending.due_on), "money": _yuan(pending.rest)}
    if not pending.days:
        return _("按照协议，今天（%(day)s）要付 %(money)s。请按时足额付清。", **named)
    return _(
        "按照协议，%(day)s以前要付 %(money)s，还有 %(n)s 天。请按时足额付清。",
        n=alone(pending.days),
        **named,
    )


def _row(number: str, line: Line) -> list[Pair | str]:
    kind = both(lambda: due.kind(line.kind))
    return [number, kind, both(lambda: _payee(line)), both(lambda: _yuan(line.rest))]


def _payee(line: Line) -> str:
    if line.party != "household":
        return due.party(line.party)
    return _("%(n)s 户", n=alone(line.parties)) if line.parties else _("不到5户")


def _yuan(fen: int) -> str:
    return alone(formats.amount(fen)) + formats.current().yuan


def _rest(page: Notice) -> str:
    said = _(
        "依据：%(article)s，按时足额兑现保底收益和按股分红。已经付了的，请把凭证交到县里登记；有困难或不同意，可以在专用链接里写答复。",
        article=formats.current().article(page.article, ""),
    )
    if not page.part:
        return said
    place = f"{FIRST_STRONG}{page.place}{END}"
    return f"{_('这里只有%(place)s各村的，别处的不在内。', place=place)} {said}"
