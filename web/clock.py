"""The one clock: the civil day of Asia/Shanghai, wherever the server stands.

A phone or a server set to Asia/Urumqi is two hours behind; what is due today is decided here.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return the moment, in Shanghai; tests set it by the config key CLOCK (a function)."""
    clock = current_app.config.get("CLOCK")
    return clock() if clock else datetime.now(SHANGHAI)


def today() -> date:
    """Return the civil day in Shanghai."""
    return now().date()
