"""A sunshine page as files: PDF in both languages, workbook in the reader's, JSON for machines.

All are made of the rows of the page, so none can say more than it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from ledger.table import Column, Table, tables
from web import formats, paper
from web.language import LANGUAGES, spoken
from web.pages.posting import Posting
from web.pages.sunshine import Row, Show
from web.paper import alone

FIGURES = ("promised", "due", "paid", "confirmed", "lines")
MONEY = 3  # of them, the first ones


def heads(kind: str) -> list[str]:
    """Return the headings of the table of a village or a business, in the reader's language."""
    first = _("经营主体") if kind == "village" else _("村")
    money = [_("约定（元）"), _("到期应付（元）"), _("已付（元）")]
    return [first, *money, _("农户认账的笔数"), _("笔数")]


def name(page: Show) -> str:
    """Return what a file of the page is called."""
    return _("阳光公开-%(name)s-%(year)s年", name=page.name, year=page.year)


def pdf(page: Show) -> bytes:
    """Return the page as PDF."""
    day = alone(page.day.isoformat()) if page.day else alone("—")
    year = alone(page.year)
    part = {
        "code": "sunshine",
        "title": paper.both(lambda: _("约定、应付、已付、认账")),
        "note": paper.both(note),
        "head": _heads(page.kind),
        "numbers": [False, *[True] * len(FIGURES)],
        "widths": [4, 3, 3, 3, 2, 2],
        "rows": [_printed(each) for each in _rows(page)],
    }
    own = {
        "title": paper.both(lambda: _("阳光公开：%(name)s %(year)s年", name=page.name, year=year)),
        "header": paper.both(lambda: as_of(page, day)),
        "footer": paper.both(lambda: _("里面没有任何一户的姓名和编码。")),
    }
    return paper.pdf("sunshine.typ", {"paper": own, "sections": [part]})


def as_of(page: Show, day: str) -> str:
    """Return of which day the figures are, and whether they are those of now."""
    return " · ".join(filter(None, (_("数字截至 %(day)s", day=day) if day else "", standing(page))))


def standing(page: Show) -> str:
    """Say what is in no figure yet; "" where nothing is left out."""
    if page.counting:
        return _("数正在重新计算，请过一会儿再看。")
    return _("后来的变动还没有算进来") if page.stale else ""


def note() -> str:
    """Return what is said of groups that are too small."""
    return _("不足 5 户，或能推算出不足 5 户的数，不显示，也不算进合计。")


def ask(phone: str) -> str:
    """Return whom to ask, on what is hung up; without a number there is room to write one."""
    said = alone(phone) if phone else "____________"
    return _("有问题，打这个电话问：%(phone)s", phone=said)


def posted(days: Posting, phone: str) -> str:
    """Return from which day to which a paper hangs, and whom to tell that one does not agree."""
    told = _("电话 %(phone)s", phone=alone(phone) if phone else "____________")
    if days.first is None or days.last is None:
        return _(
            "公示从 ____________ 到 ____________。有不同意见，这几天提出来：%(ask)s。", ask=told
        )
    day = formats.current().day
    return _(
        "公示从%(first)s到%(last)s。有不同意见，这几天提出来：%(ask)s。",
        first=day(days.first),
        last=day(days.last),
        ask=told,
    )


def book(page: Show) -> bytes:
    """Return the page as a workbook."""
    kinds = ["text", *["money"] * MONEY, "count", "count"]
    columns = [Column(each, kind) for each, kind in zip(heads(page.kind), kinds, strict=True)]
    hidden = _("不显示")
    rows = [
        [each.name or _("合计"), *(hidden if n is None else n for n in _figures(each))]
        for each in _rows(page)
    ]
    day = page.day.isoformat() if page.day else ""
    told = [[page.name, page.year, day, standing(page), note()]]
    about = [Column(_("名称")), Column(_("年"), "number"), Column(_("数字截至"))]
    about += [Column(_("后来的变动")), Column(_("说明"))]
    right_to_left = LANGUAGES[spoken()].direction == "rtl"
    sheets = (Table(_("阳光公开"), columns, rows), Table(_("说明"), about, told))
    return tables(sheets, right_to_left=right_to_left)


def data(page: Show) -> bytes:
    """Return the page as JSON: money in fen, null what is not shown."""
    rows = [
        {page.kind_of_rows: each.key, "name": each.name}
        | {f"{figure}_fen" if n < MONEY else figure: getattr(each, figure)
           for n, figure in enumerate(FIGURES)}
        for each in page.rows
    ]  # fmt: skip
    day = page.day.isoformat() if page.day else None
    found = {page.kind: page.key, "name": page.name, "year": page.year, "day": day}
    found |= {"changed_since": page.stale, "counting": page.counting, "rows": rows}
    return json.dumps(found, ensure_ascii=False).encode()


def _rows(page: Show) -> list[Row]:
    return [*page.rows, *([page.whole] if page.whole else [])]


def _figures(each: Row) -> list[int | None]:
    return [getattr(each, figure) for figure in FIGURES]


def _heads(kind: str) -> list[dict[str, str]]:
    def of(place: int) -> Callable[[], str]:
        return lambda: heads(kind)[place]

    return [paper.both(of(place)) for place in range(1 + len(FIGURES))]


def _printed(each: Row) -> list[Any]:
    first = {"zh": each.name} if each.name else paper.both(lambda: _("合计"))
    cells: list[Any] = [first]
    for place, figure in enumerate(_figures(each)):
        if figure is None:
            cells.append(paper.both(lambda: _("不显示")))
        else:
            cells.append(formats.amount(figure) if place < MONEY else f"{figure:,}")
    return cells
