"""The sheet with a business's link, as PDF: whoever holds it can open what it leads to."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from flask_babel import gettext as _

from web import formats, paper, qr
from web.finished import checked
from web.paper import alone, both
from web.written import END, FIRST_STRONG


def as_pdf(name: str, token: str, until: date, base: str) -> bytes:
    """Return the sheet of the business `name`, its code read back.

    Raise web.paper.NoFont or web.finished.Unreadable.
    """
    address = qr.link_address(base, token)
    day = alone(formats.iso(until))
    data = {
        "name": f"{FIRST_STRONG}{name}{END}",
        "code": qr.svg(qr.page_code(address)),
        "address": alone(f"{urlsplit(base).netloc}/b/{token}"),
        "title": both(lambda: _("我们要付的钱")),
        "steps": [
            both(lambda: _("用微信扫一扫，或者在浏览器里输入上面的网址。")),
            both(lambda: _("看每份协议哪一天要付多少钱，还差多少。")),
            both(lambda: _("县里查出的问题，可以自己写答复。")),
        ],
        "held": both(lambda: _("拿到这张纸的人都能打开。请负责人自己保管，不要拍照转发。")),
        "lost": both(lambda: _("丢了，或者换了负责人，请马上告诉县里换一张。")),
        "until": both(lambda: _("用到 %(day)s 为止。", day=day)),
    }
    return checked(paper.pdf("link.typ", data), [address])
