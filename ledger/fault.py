"""A cell that cannot be read, and the signs by which the child marks cells it looked into."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

NONE: Mapping[str, Any] = MappingProxyType({})
# XML forbids these characters; the child takes them out where a cell has them escaped.
MARK = "\x00"  # then the code of a problem
DAY = "\x01"  # then an ISO date: the cell held a date and not a text


class Fault:
    """Why a cell was not read: a code of `ledger.problem` with its parameters."""

    __slots__ = ("code", "params")

    def __init__(self, code: str, params: Mapping[str, Any] = NONE) -> None:
        self.code = code
        self.params = params


def fault(code: str, **params: Any) -> Fault:
    """Return a fault with parameters."""
    return Fault(code, params)
