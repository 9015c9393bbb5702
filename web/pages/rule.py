"""A county's own rules: as they read, one with its versions, and the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models import fold, rule
from rules.article import paragraphs
from web.pages.version import Version, is_older


@dataclass(frozen=True, slots=True)
class Text:
    """A rule as it reads. `is_older`: its Uyghur text is older than the Chinese one."""

    rule: UUID
    article: str
    number: str
    zh: str
    ug: str
    ug_review: str
    is_older: bool
    state: str
    in_force_from: date
    ended_on: date | None

    @property
    def words(self) -> tuple[str, ...]:
        """Return all that is searched."""
        return self.zh, self.ug, self.number, self.article


def text(row: Any, state: str) -> Text:
    """Return a stored version as it reads."""
    return Text(
        *(row.rule, row.article, row.number, row.zh, row.ug, row.ug_review),
        is_older(row),
        state,
        row.in_force_from,
        row.ended_on,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that a search of the policy found, and the county `place` whose own it is."""

    text: Text
    place: str


def found(rows: Sequence[Any], words: str, day: date, places: Mapping[str, str]) -> list[Found]:
    """Return the rules of these places that hold the words; `places`: county → name."""
    read = [
        (text(row, rule.state(row, day)), places[row.county])
        for row in rows
        if row.county in places
    ]
    return [
        Found(each, place)
        for each, place in read
        if any(fold.holds(one, words) for one in each.words)
    ]


@dataclass(frozen=True, slots=True)
class Show:
    """One rule beside the words of the prefecture that it details."""

    county: str
    name: str
    text: Text
    official: str
    edits: bool = False
    versions: Sequence[Version] = ()

    @classmethod
    def of(cls, county: str, name: str, found: Text, versions: Sequence[Version] | None) -> Show:
        """Return the page; `versions` are for those who may edit, None for all others."""
        official = paragraphs()[found.article].text
        return cls(county, name, found, official, versions is not None, versions or ())


@dataclass(frozen=True, slots=True)
class Form:
    """A rule to be written or corrected, with what was typed."""

    id: UUID
    name: str
    entry: UUID | None
    typed: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    is_older: bool = False
    addresses: Sequence[str] = field(default_factory=lambda: tuple(paragraphs()))
