"""Marks: what nobody but its owner may read, looked for wherever it could be left lying.

Names of households, their cards and PINs, businesses' links, passwords and second factors of staff.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# The one address of a secret that is meant: it stands in the printed code (docs/architecture.md).
MEANT = re.compile(r"/[cCbB]/[A-Za-z2-7]{26}(/start)?")


class Marks:
    """The marks of one site, each with what it is; more can be added."""

    def __init__(self, database: Path, people: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
        self.known: dict[str, str] = {}
        for each in people["accounts"]:
            self.add("password", each["password"])
            self.add("second factor", each["totp"])
        for each in people["cards"]:
            self.add("card", _token(each["url"]))
            self.add("PIN", each["pin"])
        for each in kept["links"]:
            self.add("link", _token(each["url"]))
        for name in names(database):
            self.add("name", name)

    def add(self, what: str, text: str | None) -> None:
        """Look for this too."""
        if text:
            self.known[text] = what

    def found(self, text: str) -> list[str]:
        """Return what stands in a text, in whichever case."""
        plain = text.casefold()
        return [
            f"{what} {mark}" for mark, what in self.known.items() if _stands(mark.casefold(), plain)
        ]

    def in_addresses(self, *addresses: str) -> Iterator[str]:
        """Return what stands in addresses, but for those of printed codes."""
        for address in addresses:
            yield from self.found(MEANT.sub("", unquote(address)))


def names(database: Path) -> Iterable[str]:
    """Return the names of the households of a site."""
    with closing(sqlite3.connect(database)) as opened:
        return [head for (head,) in opened.execute("SELECT head FROM household")]


def _token(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]


def _stands(mark: str, text: str) -> bool:
    """Say whether a mark stands in a text; six digits inside a longer number are another number."""
    if not mark.isdigit():
        return mark in text
    return re.search(rf"(?<![\d.:]){mark}(?!\d)", text) is not None
