"""The year that a page is asked for: `?year=2025`, or this one."""

from __future__ import annotations

import re
from datetime import date

from flask import request

YEAR = re.compile("[12][0-9]{3}")


def asked_year(today: date) -> int:
    """Return the year in the address, or this one."""
    year = request.args.get("year", "")
    return int(year) if YEAR.fullmatch(year) else today.year
