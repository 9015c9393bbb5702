"""The days on which a paper hangs on the board: as people type them, or as the ledger has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _

from web.forms import day, parameter
from web.pages.posting import Posting, last_day

LONGEST = 20  # letters
EXAMPLE = date(2026, 12, 1)
Days = tuple[date | None, date | None]
NONE: Days = (None, None)


def read(sent: Mapping[str, str], usual: int | None, stated: Days = NONE) -> Posting:
    """Read the days that are asked for; without any, those that are `stated` in the ledger.

    `usual`: how many days the county has settled, None where it has settled nothing.
    """
    typed = {name: sent.get(name, "").strip()[:LONGEST] for name in ("from", "days")}
    if not any(typed.values()):
        return _stated(usual, *stated)
    first = day.read(typed["from"])
    days = _days(typed["days"]) if typed["days"] else usual
    errors = {}
    if first is None:
        errors["from"] = day.error(EXAMPLE)
    if days is None:
        errors["days"] = _("请写 1 到 90 之间的整数。")
    if first is None or days is None:
        return Posting(typed=typed, errors=errors)
    return Posting(first, last_day(first, days), {"from": first.isoformat(), "days": str(days)})


def _stated(usual: int | None, first: date | None, last: date | None) -> Posting:
    if first and last is None and usual:
        last = last_day(first, usual)
    return Posting(first, last, {"from": "", "days": str(usual or "")})


def _days(text: str) -> int | None:
    found = parameter.READERS["posting_days"](text)
    return None if found is None else int(found)
