"""Papers of a printing as PDF: wallet cards, sealed slips, and the list of who got one.

On a card stand no name and no number of the ledger. Every code is read back from the finished PDF
before it is handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pypdfium2
import zxingcpp
from flask_babel import gettext as _

from web import formats, paper, qr
from web.pages.issue import spaced
from web.paper import alone, both

CARDS_A_SHEET, SLIPS_A_SHEET = 5, 2
QR = zxingcpp.barcode_formats_from_str("QRCode")
PDFIUM = Lock()  # the library is used by one thread at a time
SCALE: Any = 150 / 72  # dots an inch over points an inch; typed as whole in pypdfium2


class Unreadable(RuntimeError):
    """A code of the finished PDF cannot be read, or says something else."""


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
    """Return cards as PDF whose codes were read back; raise web.paper.NoFont or Unreadable."""
    made = laid_out(given, base, first_sheet)
    read_back(made, [card.address for card in given])
    return made


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


def read_back(pdf: bytes, addresses: Sequence[str]) -> None:
    """Raise Unreadable unless the codes of a PDF, as printed in 150 dpi, say just these."""
    found: list[str] = []
    with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            with closing(page), closing(page.render(scale=SCALE, grayscale=True)) as picture:
                grey = memoryview(picture.buffer).cast("B")
                seen = grey.cast("B", (picture.height, picture.stride))
                found += [code.text for code in zxingcpp.read_barcodes(seen, formats=QR)]
    if sorted(found) != sorted(addresses):
        raise Unreadable(f"{len(set(addresses) - set(found))} of {len(addresses)} not read")


def joined(parts: Iterable[bytes]) -> bytes:
    """Return several PDFs as one."""
    kept = BytesIO()
    with PDFIUM, closing(pypdfium2.PdfDocument.new()) as whole:
        for part in parts:
            with closing(pypdfium2.PdfDocument(part)) as own:
                whole.import_pages(own)
        whole.save(kept)
    return kept.getvalue()
