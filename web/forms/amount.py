"""An amount of yuan as people type it."""

from __future__ import annotations

import re
import unicodedata

TYPED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,11})(?:\.(\d{1,2}))?", re.ASCII)
IDLE = str.maketrans(dict.fromkeys(" \u00a0\u3000\u2066\u2069¥元", None) | {"，": ",", "。": "."})


def fen(text: str) -> int | None:
    """Return the fen of what was typed (800, 1,200.5, full-width digits), or None."""
    plain = unicodedata.normalize("NFKC", text).translate(IDLE).removesuffix("يۈەن")
    found = TYPED.fullmatch(plain)
    if found is None:
        return None
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
