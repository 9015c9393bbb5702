"""The cells of a pack's tables: words, numbers, or why there is no number."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from web.pages.review import Cell, Column


def text(words: Any) -> Cell:
    """Return a cell of words."""
    return Cell("text", str(words))


def count(number: int, *, hide: bool = False) -> Cell:
    """Return a cell with a number, or with why there is none."""
    return text(_("不足 5 户，或能推算出不足 5 户的数，不显示")) if hide else Cell("count", number)


def money(fen: int) -> Cell:
    """Return a cell with an amount."""
    return Cell("money", fen)


def numbers(*labels: str) -> tuple[Column, ...]:
    """Return headings of columns of numbers."""
    return tuple(Column(label, number=True) for label in labels)
