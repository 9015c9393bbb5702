"""Dates, days of the year and the due days of 兑现时限."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ledger.fault import DAY, Fault
from ledger.width import narrow

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
EXCEL_EPOCH = date(1899, 12, 30)
# A bare serial number is a day of 1955 to 2099: 2024 alone is a year, 20241220 a written date.
SERIALS = range(20_000, 73_051)
CLOCK = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
WRITTEN = re.compile(rf"(\d{{4}})[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})[日号]?{CLOCK}", re.ASCII)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
BLANKS = re.compile(r"\s*([-/.年月日号])\s*(?!\d{1,2}:)")
MONTH_DAY = r"(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?"
ONLY_MONTH_DAY = re.compile(MONTH_DAY, re.ASCII)
NEXT_YEAR = "次年"
DUE_DAY = re.compile(rf"(次年|翌年|下年)?[-]?{MONTH_DAY}(?:[=:](\d{{1,6}})%?)?", re.ASCII)
SEPARATORS = re.compile(r"[;,、\n]+")


def read_date(raw: object) -> date | Fault:
    """Return the civil day of a date cell, a written date or a serial number."""
    found: date | None = None
    if isinstance(raw, str):
        found = _written(raw)
    elif isinstance(raw, (int, float)) and raw == int(raw):
        found = _numbered(int(raw))
    return found if found is not None and FIRST <= found <= LAST else Fault("date")


def _written(text: str) -> date | None:
    if text.startswith(DAY):
        return date.fromisoformat(text[1:11])
    text = BLANKS.sub(r"\1", narrow(text))
    match = WRITTEN.fullmatch(text) or COMPACT.fullmatch(text)
    return _day(*map(int, match.groups())) if match else None


def _numbered(number: int) -> date | None:
    if number in SERIALS:
        return EXCEL_EPOCH + timedelta(number)
    return _written(str(number))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_day(month: str, day: str) -> str | None:
    found = _day(2000, int(month), int(day))
    return f"{found:%m-%d}" if found else None


def read_monthday(raw: object) -> str | Fault:
    """Return a day of the year as MM-DD. A cell that Excel turned into a date counts too."""
    if not isinstance(raw, str):
        return Fault("monthday")
    if raw.startswith(DAY):
        return raw[6:11]
    match = ONLY_MONTH_DAY.fullmatch(BLANKS.sub(r"\1", narrow(raw)))
    found = _month_day(*match.groups()) if match else None
    return found or Fault("monthday")


def read_monthdays(raw: object) -> str | Fault:
    """Return due days as `06-30=2;次年03-31=1`, in their order; without ratios if all are 1."""
    if not isinstance(raw, str):
        return Fault("monthdays")
    if raw.startswith(DAY):
        return raw[6:11]
    days: dict[tuple[bool, str], int] = {}
    for part in filter(None, SEPARATORS.split("".join(_lines(raw)))):
        match = DUE_DAY.fullmatch(part)
        day = _month_day(match[2], match[3]) if match else None
        ratio = int(match[4] or 1) if match else 0
        if match is None or day is None or ratio == 0 or (bool(match[1]), day) in days:
            return Fault("monthdays")
        days[bool(match[1]), day] = ratio
    plain = set(days.values()) == {1}
    written = [
        f"{NEXT_YEAR * following}{day}" + ("" if plain else f"={ratio}")
        for (following, day), ratio in sorted(days.items())
    ]
    return ";".join(written) or Fault("monthdays")


def _lines(text: str) -> list[str]:
    return ["".join(line.split()) + "\n" for line in narrow(text).splitlines()]
