"""A county's model cases: as they read, one with its versions, and the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from web.pages.version import Version, is_older


@dataclass(frozen=True, slots=True)
class Text:
    """A case as it reads; `name` is that of its business, "" of none.

    `is_older`: its Uyghur text is older than the Chinese one.
    """

    exemplar: UUID
    county: str
    place: str
    title_zh: str
    zh: str
    title_ug: str
    ug: str
    ug_review: str
    is_older: bool
    business: str
    name: str
    mode: str
    year: int
    state: str
    shown_from: date

    @property
    def words(self) -> tuple[str, ...]:
        """Return all that is searched."""
        return self.title_zh, self.zh, self.title_ug, self.ug, self.name, self.place

    @property
    def sunshine(self) -> str:
        """Return where the ledger's figures of the business stand, or nothing."""
        return f"/sunshine/business/{quote(self.business, safe='')}" if self.name else ""


def text(row: Any, state: str, places: Mapping[str, str], names: Mapping[str, str]) -> Text:
    """Return a stored version as it reads."""
    return Text(
        *(row.exemplar, row.county, places.get(row.county, row.county)),
        *(row.title_zh, row.zh, row.title_ug, row.ug, row.ug_review),
        *(is_older(row), row.business, names.get(row.business, "")),
        *(row.mode, row.year, state, row.shown_from),
    )


@dataclass(frozen=True, slots=True)
class Show:
    """One case, and to its county how it was corrected."""

    text: Text
    edits: bool = False
    versions: Sequence[Version] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A case to be written or corrected, with what was typed."""

    id: UUID
    entry: UUID | None
    modes: Sequence[str]
    typed: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
