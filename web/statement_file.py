"""A household's year as PDF: the figures of its page, in both languages, for it alone."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web import formats, paper, word
from web.language import DEFAULT
from web.pages.due import Step
from web.pages.statement import Item, Show
from web.paper import Pair, alone, both
from web.words import check, due, step
from web.written import END, FIRST_STRONG

Fact = tuple[Pair, Pair | str]
COUNTS = (("unknown", _l("待确定（笔）")), ("agreed", _l("只约定了最低数（笔）")))
SUMS = (
    ("due", _l("应得（元）")),
    ("received", _l("已收到（元）")),
    ("overdue", _l("逾期未到（元）")),
    ("to_come", _l("还没到期（元）")),
    ("tolerated", _l("不到一个计发单位的差额（元）")),
    ("saved", _l("省下的服务费，不是要发的钱（元）")),
)
ALWAYS = frozenset({"due", "received", "overdue", "to_come"})
WITHOUT_DUE = frozenset({"saved", "unmatched", "training"})


def as_pdf(page: Show) -> bytes:
    """Return the paper; raise web.paper.NoFont where letters would be missing."""
    data = {
        "paper": _frame(page),
        "head": {DEFAULT: _said(page.head)},
        "totals": _totals(page),
        "items": [_item(each) for each in page.items],
        "empty": both(lambda: _("这一年没有记录")),
        "rest": both(lambda: _rest(page)),
    }
    return paper.pdf("statement.typ", data)


def _said(name: str) -> str:
    return f"{FIRST_STRONG}{name}{END}"


def _frame(page: Show) -> dict[str, Pair]:
    year, place = page.year, _said(page.place or "")
    return {
        "title": both(lambda: _("%(year)s明细", year=formats.current().year(year))),
        "header": both(lambda: f"{alone(page.number)} {place}"),
        "footer": both(lambda: _("%(day)s打印", day=formats.current().day(page.today))),
    }


def _totals(page: Show) -> list[Fact]:
    sums = [(name, label, getattr(page.totals, name)) for name, label in SUMS]
    found = [
        _fact(label, formats.amount(fen)) for name, label, fen in sums if fen or name in ALWAYS
    ]
    counts = [(label, getattr(page.totals, name)) for name, label in COUNTS]
    found += [_fact(label, f"{number:,}") for label, number in counts if number]
    if page.earlier_open:
        found.append(_fact(_l("往年还没收到（元）"), formats.amount(page.earlier_open)))
    return found


def _fact(label: Any, value: Pair | str) -> Fact:
    return both(lambda: label), value


def _item(item: Item) -> dict[str, Any]:
    facts = [_fact(_l("应得（元）"), _due(item))]
    if item.agreement:
        facts.insert(0, _fact(_l("协议编号"), item.agreement))
    if item.due_on:
        facts.append(_fact(_l("哪天付"), item.due_on.isoformat()))
    if item.paid:
        facts.append(_fact(_l("已付（元）"), formats.amount(item.paid)))
    if item.paid and item.completed_on:
        facts.append(_fact(_l("付清的日子"), item.completed_on.isoformat()))
    facts += [
        _fact(_l("怎么样了"), both(lambda: word.plain_standing(item.line))),
        _fact(_l("核对"), both(lambda: check.SHORT[item.checked])),
        _fact(_l("我家"), both(lambda: due.answer(item.line.answer))),
    ]
    return {
        "title": both(lambda: _title(item)),
        "facts": facts,
        "steps": [_step(each) for each in item.steps],
    }


def _title(item: Item) -> str:
    kind = due.kind(item.line.kind)
    return f"{kind} · {_said(item.business)}" if item.business else kind


def _due(item: Item) -> Pair | str:
    """Return the figure, or what stands for it where nobody knows one."""
    line = item.line
    if line.fen is None:
        return both(lambda: f"{_('待确定')}: {due.reason(line.reason)}")
    if line.state == "agreed":
        return both(lambda: f"{_('至少')} {alone(formats.amount(line.fen or 0))}")
    if line.kind in WITHOUT_DUE:
        return formats.amount(line.fen) if line.fen else "—"
    return formats.amount(item.due or 0)


def _step(found: Step) -> dict[str, Any]:
    left = f"{formats.formula(formats.grouped(found.left))} = " if found.left else "= "
    return {
        "said": both(lambda: _sentence(found)),
        "formula": f"{left}{formats.grouped(found.value)}",
        "unit": both(lambda: step.unit(found.step.unit)),
    }


def _sentence(found: Step) -> str:
    number, _open, part = found.step.article.partition("(")
    article = formats.current().article(number, part.rstrip(")"))
    said = step.sentence(found.step, formats.current().day, alone)
    return f"{said}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}{article}"


def _rest(page: Show) -> str:
    said = _(
        "这是 %(day)s 的情况。算法依据：昌州乡振〔2023〕8号。简表写明的数不是算出来的。",
        day=formats.current().day(page.today),
    )
    return f"{said} {_('有疑问可以问村里：')}{alone(page.phone)}" if page.phone else said
