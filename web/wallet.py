"""Papers of a printing as PDF: wallet cards, sealed slips, and the list of who got one.

On a card stand no name and no number of the ledger. Every code is read back from the finished PDF
before it is handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flask_babel import gettext as _

from web import formats, paper, qr
from web.finished import checked
from web.pages.issue import spaced
from web.paper import alone, both

CARDS_A_SHEET, SLIPS_A_SHEET = 5, 2


class Card(NamedTuple):
    """What stands on a card: the address in its code, and its short code."""

    address: str
    short_code: str


class Slip(NamedTuple):
    """What stands on a slip. `number`: the household's in the ledger, outside on the paper."""

    number: str
    short_code: str
    secret: str
    until: date


class Taken(NamedTuple):
    """A line of the list: who signs for which card."""

    line: int
    village: str
    number: str
    head: str
    short_code: str


def cards(given: Sequence[Card], base: str, first_sheet: int = 1) -> bytes:
    """Return cards as PDF whose codes were read back; raise NoFont or Unreadable."""
    return checked(laid_out(given, base, first_sheet), [card.address for card in given])


def laid_out(given: Sequence[Card], base: str, first_sheet: int = 1) -> bytes:
    """Return cards as PDF, five to a sheet; raise web.paper.NoFont."""
    drawn = qr.drawn_alike([card.address for card in given])
    data = {
        "title": "户卡",
        "sheet": first_sheet,
        "front": {"title": both(lambda: _("我家的户卡")), "how": both(_how)},
        "back": {
            "secret": both(lambda: _("谁也不会问您的密码。户卡从不收钱。")),
            "lost": both(lambda: _("丢了、忘了密码：到乡镇办理。捡到请交乡镇。")),
            "site": alone(urlsplit(base).netloc),
        },
        "cards": [
            {"code": qr.svg(code), "short": alone(spaced(card.short_code))}
            for code, card in zip(drawn, given, strict=True)
        ],
    }
    return paper.pdf("card.typ", data)


def _how() -> str:
    return _("微信扫一扫，输入密码")


def sample(base: str) -> bytes:
    """Return a first sheet whose codes lead to the home page and whose short codes are nobody's."""
    one = Card(qr.card_address(base, "0" * 26), "0" * 8)
    return cards([one] * CARDS_A_SHEET, base)


def slips(given: Iterable[Slip]) -> bytes:
    """Return sealed slips as PDF, two to a sheet; they have no QR code; raise web.paper.NoFont."""
    data = {
        "title": "密封信封",
        "outside": both(lambda: _("密封信封，只能由这一户打开")),
        "match": both(
            lambda: _("上面的短码应当和您户卡上的一样。封口破了，请不要收，换一个新的。")
        ),
        "inside": both(lambda: _("一次性代码")),
        "steps": [
            both(lambda: _("用微信扫您家户卡上的二维码。")),
            both(lambda: _("点“第一次用”或“忘了密码”，输入这个代码。")),
            both(lambda: _("自己想一个6位数字的密码，输入两次。")),
        ],
        "end": both(lambda: _("谁也不会问您的密码。用完把这张纸撕掉。")),
        "slips": [_slip(slip) for slip in given],
    }
    return paper.pdf("slip.typ", data)


def _slip(slip: Slip) -> dict[str, Any]:
    day = alone(formats.iso(slip.until))
    return {
        "number": alone(slip.number),
        "short": alone(spaced(slip.short_code)),
        "secret": alone(spaced(slip.secret)),
        "until": both(lambda: _("%(day)s以前有效，只能用一次。", day=day)),
    }


def handout(place: str, lines: Iterable[Taken]) -> bytes:
    """Return the list on which households sign for their cards; raise web.paper.NoFont."""
    told = both(lambda: _("户卡归农户，要不要由农户决定。没有户卡，应得的钱一样。"))
    data = {
        "paper": {
            "title": both(lambda: _("领卡签字表")),
            "header": both(lambda: place),
            "footer": both(lambda: _("联农通")),
        },
        "told": told,
        "head": [
            *(both(lambda: _("序号")), both(lambda: _("村")), both(lambda: _("户编码"))),
            both(lambda: _("户主")),
            *(both(lambda: _("短码")), both(lambda: _("签字或者手印"))),
        ],
        "lines": [
            [
                *(str(row.line), {"zh": row.village}, row.number, {"zh": row.head}),
                *(spaced(row.short_code), ""),
            ]
            for row in lines
        ],
    }
    return paper.pdf("handout.typ", data)
