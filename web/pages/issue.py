"""The township's pages about cards: whose is where, handing one out, and the papers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from web.query import at

SHOWN = 30  # households on a page
SHOWS = ("", "none", "active")


@dataclass(frozen=True, slots=True)
class Village:
    """A village to choose."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A household in the list; `state` of its card: none, active or revoked."""

    id: UUID
    number: str
    head: str
    state: str


@dataclass(frozen=True, slots=True)
class Index:
    """The villages to choose from, or the households of one."""

    village: str = ""
    name: str = ""
    choosable: bool = False
    words: str = ""
    show: str = ""
    rows: tuple[Row, ...] = ()
    before: str | None = None
    after: str | None = None
    villages: tuple[Village, ...] = ()
    error: str = ""

    def address(self, show: str, number: int = 1) -> str:
        """Return the address of this list with another choice of cards, or another page.

        What was searched for stands in no address: with words, it is where they are posted again.
        """
        return self._at("/card/find" if self.words else "/card", show, number)

    @property
    def find(self) -> str:
        """Return where words are posted to look for in this list."""
        return self._at("/card/find", self.show)

    @property
    def plain(self) -> str:
        """Return the address of this list without words."""
        return self._at("/card", self.show)

    def _at(self, path: str, show: str, number: int = 1) -> str:
        given = {
            "village": self.village,
            "show": show,
            "page": str(number) if number > 1 else "",
        }
        return at(path, given)


def index(bare: Index, number: int, roll: Collection[Any], states: Mapping[UUID, str]) -> Index:
    """Return a page of a village's list; `bare` holds what the reader chose."""
    rows = [Row(row.id, row.number, row.head, states.get(row.id, "none")) for row in roll]
    found = [
        row for row in rows if not bare.show or (row.state == "active") == (bare.show == "active")
    ]
    last = max(1, -(-len(found) // SHOWN))
    number = min(max(1, number), last)
    return Index(
        *(bare.village, bare.name, bare.choosable, bare.words, bare.show),
        rows=tuple(found[(number - 1) * SHOWN : number * SHOWN]),
        before=bare.address(bare.show, number - 1) if number > 1 else None,
        after=bare.address(bare.show, number + 1) if number < last else None,
    )


@dataclass(frozen=True, slots=True)
class Household:
    """The household whose card it is."""

    id: UUID
    number: str
    head: str
    village: str
    place: str


@dataclass(frozen=True, slots=True)
class Show:
    """One household's card: its state and since when."""

    household: Household
    state: str
    issued_on: date | None = None
    short_code: str = ""


@dataclass(frozen=True, slots=True)
class Confirm:
    """The second step before something is made or ended: what will happen, and the sender's id."""

    household: Household
    state: str
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A slip was handed out before, and is not handed out again."""

    household: Household


def spaced(code: str) -> str:
    """Return eight digits as two groups, as they are read aloud."""
    return f"{code[:4]} {code[4:]}"
