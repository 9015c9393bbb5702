"""A day as people type it: as a cell of the ledger is read."""

from __future__ import annotations

from datetime import date

from flask_babel import lazy_gettext as _l

from ledger.day import read_date
from ledger.fault import Fault
from web import formats
from web.words.problem import fill

FIRST, LAST = date(2020, 1, 1), date(2099, 12, 31)
DAY = _l("请写一个日期，例如 %(example)s。")


def read(text: str, first: date = FIRST, last: date = LAST) -> date | None:
    """Return the day that was typed, if it lies between two days."""
    found = read_date(text) if text.strip() else Fault("required")
    return None if isinstance(found, Fault) or not first <= found <= last else found


def error(example: date) -> str:
    """Say how a day is typed."""
    return fill(DAY, {"example": example.isoformat()}, formats.ltr)
