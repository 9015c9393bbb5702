"""A yearly rate in percent as people type it."""

from __future__ import annotations

import re
import unicodedata

from flask_babel import gettext as _

LONGEST = 12
TYPED = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?%?", re.ASCII)


def read(text: str) -> tuple[int | None, str]:
    """Return hundred-thousandths a year (3.45 → 3450) and what is wrong; neither of nothing."""
    if not text:
        return None, ""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace("。", ".")
    found = TYPED.fullmatch(plain)
    if found is None:
        return None, _("这里要写百分数，例如 3.45")
    return int(found[1]) * 1000 + int((found[2] or "0").ljust(3, "0")), ""
