"""Own words: a short text that somebody types, kept free of what must never be held.

Words about people, long numbers and people's names are refused (product.md 5, rule 2).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from flask_babel import gettext as _

from ledger.text import invisible
from web.forms import prose

SHORTEST_NAME = 2


def tidy(text: str) -> str:
    """Return what was typed in one form: composed, trimmed, with plain line ends."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.strip()


def fault(text: str, longest: int, names: Iterable[str] = ()) -> str:
    """Return what is wrong with own words, in the reader's language, or nothing.

    `names` are people's names and numbers of households, which must not stand in them.
    """
    if len(text) > longest:
        return _("最多写%(most)s个字，现在有%(n)s个。", most=longest, n=len(text))
    if invisible(text, long=True):
        return _("文字里有看不见的符号，请重新输入。")
    if wrong := prose.fault(text):
        return wrong
    if name := _name_in(text, names):
        return _("请去掉“%(name)s”：这里不写农户的姓名和户编码。", name=name)
    return ""


def _name_in(text: str, names: Iterable[str]) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return next((name for name in names if len(name) >= SHORTEST_NAME and name in plain), "")
