"""Stored findings and totals brought up to date where a page is about to show them."""

from __future__ import annotations

from functools import partial

from flask import current_app

from models import stale, watch
from web import clock, job

# Counties that a thread of this worker is at: a second reader starts no second one.
_running: set[str] = set()


def renew(county: str, patience: float = job.PATIENCE) -> None:
    """Survey a county whose stored findings no longer hold; after a moment the page goes on.

    What is shown then stands as of the day that it names, and says that it is being renewed.
    """
    if county in _running or not stale.is_due(county, clock.today()):
        return
    _running.add(county)
    job.run(partial(_survey, county), current_app.config.get("SURVEY_PATIENCE", patience))


def _survey(county: str) -> None:
    try:
        watch.up_to_date(county, clock.today())
    finally:
        _running.discard(county)
