"""A campaign's posters as PDF: one A4 sheet for each village, without names of people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _

from models.campaign import numbers
from web import explanation, paper, qr
from web.finished import checked
from web.language import in_each
from web.paper import alone, both


def as_pdf(row: Any, posters: Mapping[str, str], names: Mapping[str, str], base: str) -> bytes:
    """Return the posters as PDF; `names` of villages by code.

    Each sheet's code was read back from it. Raise web.paper.NoFont or web.finished.Unreadable.
    """
    data = {
        "title": row.title,
        "questions": _questions(numbers(row.cards)),
        "scan": both(lambda: _("用微信或者手机相机扫一扫，或者在浏览器里输入：")),
        "promise": both(lambda: _("这里从来不要密码，也不要钱。谁在这里向您要，都是骗人的。")),
        "anonymous": both(lambda: _("扫码不记姓名，也不记手机。")),
        "sheets": [_sheet(code, names.get(village, ""), base) for code, village in posters.items()],
    }
    return checked(
        paper.pdf("poster.typ", data), [qr.poster_address(base, code) for code in posters]
    )


def _sheet(code: str, village: str, base: str) -> dict[str, str]:
    typed = urlsplit(base).netloc
    return {
        "village": village,
        "address": alone(f"{typed}/q/{code}"),
        "code": qr.svg(qr.poster_code(base, code)),
    }


def _questions(cards: tuple[int, ...]) -> list[dict[str, str]]:
    chosen = [card for card in explanation.CARDS if card.number in cards]
    return [
        {language.code: card.text(language.code).question for language in in_each()}
        for card in chosen
    ]
