"""The township's pages about cards: whose is where, handing one out, and the papers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from web.pages.village_list import VillageList

SHOWN = 30  # households on a page
SHOWS = ("", "none", "active")


@dataclass(frozen=True, slots=True)
class Row:
    """A household in the list; `state` of its card: none, active or revoked."""

    id: UUID
    number: str
    head: str
    state: str


@dataclass(frozen=True, slots=True)
class Index(VillageList):
    """The villages to choose from, or the households of one with the state of their cards."""

    PATH: ClassVar[str] = "/card"

    error: str = ""


def index(bare: Index, number: int, roll: Collection[Any], states: Mapping[UUID, str]) -> Index:
    """Return a page of a village's list; `bare` holds what the reader chose."""
    rows = [Row(row.id, row.number, row.head, states.get(row.id, "none")) for row in roll]
    found = [
        row for row in rows if not bare.show or (row.state == "active") == (bare.show == "active")
    ]
    return bare.page(found, number, SHOWN)


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
