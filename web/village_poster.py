"""A village's poster as PDF, A4 or A3: what businesses promised its households, without names.

It says what the village's sunshine page says and nothing that is left out there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _

from models.schedule import Group
from web import formats, paper, publication, qr
from web.finished import checked
from web.pages.sunshine import Row, Show
from web.pages.suppression import few
from web.paper import Pair, alone, both
from web.words import due
from web.written import END, FIRST_STRONG, money

SIZES = ("a4", "a3")
MOST = 4  # businesses on the sheet
DAYS = 3  # of a business


def as_pdf(
    page: Show, groups: Mapping[str, Sequence[Group]], *, size: str, base: str, phone: str
) -> bytes:
    """Return the poster, its code read back; `groups`: what each business pays in its year.

    Raise web.paper.NoFont or web.finished.Unreadable.
    """
    address = f"{base}{page.address}"
    village = f"{FIRST_STRONG}{page.name}{END}"
    rows = [each for each in page.rows if each.promised]
    rest = len(rows) - MOST
    data = {
        "size": size,
        "title": both(lambda: _("%(village)s：谁答应付什么", village=village)),
        "said": both(lambda: _said(page)),
        "businesses": [
            _business(each, groups.get(each.key, ()), page.year) for each in rows[:MOST]
        ],
        "empty": both(
            lambda: publication.standing(page) if page.counting else _("这一年没有可以公开的数。")
        ),
        "more": both(lambda: _more(rest)) if rest > 0 else None,
        "code": qr.svg(qr.page_code(address)),
        "scan": both(lambda: _("到期该付多少、付了多少、农户认账多少，扫码都能看，不用登录：")),
        "address": f"{urlsplit(base).netloc}{page.address}",
        "ask": both(lambda: publication.ask(phone)),
        "note": both(publication.note),
    }
    return checked(paper.pdf("village.typ", data), [address])


def _said(page: Show) -> str:
    said = _("%(year)s协议约定给本村农户的。", year=formats.current().year(page.year))
    day = formats.current().day(page.day) if page.day else ""
    return f"{said} {publication.as_of(page, day)}".strip()


def _more(rest: int) -> str:
    return _("还有 %(n)s 个，扫码看。", n=alone(rest))


def _business(row: Row, groups: Sequence[Group], year: int) -> dict[str, Any]:
    modes = sorted({each.mode for each in groups if not few(each.parties)})
    promised = row.promised or 0
    return {
        "name": f"{FIRST_STRONG}{row.name}{END}",
        "modes": both(
            lambda: formats.current().join(map(due.mode, modes)) or due.party("business")
        ),
        "promised": both(lambda: _("一年约定 %(sum)s", sum=money(promised))),
        "days": _days(groups, year),
    }


def _days(groups: Sequence[Group], year: int) -> Pair:
    """Return on which days it pays for a year; a day on which it pays a few is left out."""
    days = sorted({each.due_on for each in groups if each.due_on and not few(each.parties)})

    def said() -> str:
        words = formats.current()
        say = words.day_of_year if all(day.year == year for day in days) else words.day
        named = [say(day) for day in days]
        if not days and groups and not any(each.due_on for each in groups):
            return _("哪天付：交售、结算或者结果确认以后")
        if not days:  # there are some, but a few households' alone
            return _("哪天付：看协议")
        if len(days) > DAYS:
            return _("分 %(n)s 次付，最后一次是%(day)s", n=alone(len(days)), day=named[-1])
        return _("哪天付：%(days)s", days=words.join(named))

    return both(said)
