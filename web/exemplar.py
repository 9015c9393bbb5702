"""Model cases as they read, for their own pages and for the policy's search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from models import exemplar, fold, place, sunshine
from web.pages.exemplar import Text, text


def texts(rows: Sequence[Any], today: date) -> list[Text]:
    """Return stored versions as they read, with the names of their counties and businesses."""
    places, names = place.counties(), sunshine.names(row.business for row in rows)
    return [text(row, exemplar.state(row, today), places, names) for row in rows]


def found(words: str, today: date) -> list[Text]:
    """Return the cases that anybody may read and that hold these words."""
    shown = texts(exemplar.shown(today), today)
    return [each for each in shown if any(fold.holds(one, words) for one in each.words)]
