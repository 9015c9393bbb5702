"""A county's own rules: the list, one with its versions, and the form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from rules.article import paragraphs

SHOWN = 20  # rules on a page
SHOWS = ("", "now", "later", "ended")
FOR_STAFF = (*SHOWS, "withdrawn")
FIRST_WORDS = 60


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


@dataclass(frozen=True, slots=True)
class View:
    """What of a county's rules is listed."""

    county: str
    words: str = ""
    show: str = ""
    number: int = 1

    def query(self, **change: Any) -> str:
        """Return the address of the same list with a change; a change begins at page one."""
        now = {"county": self.county, "q": self.words, "show": self.show, **change}
        return "/rule?" + urlencode({name: value for name, value in now.items() if value})


@dataclass(frozen=True, slots=True)
class Index:
    """The rules of a county, or the counties to choose from."""

    view: View
    name: str = ""
    counties: Mapping[str, str] = field(default_factory=dict)
    choosable: bool = True
    edits: bool = False
    shows: Sequence[str] = SHOWS
    rules: Sequence[Text] = ()
    before: str | None = None
    after: str | None = None


def index(bare: Index, rules: Collection[Text]) -> Index:
    """Return a page of the list; `bare` holds what the reader chose and may do."""
    view = bare.view
    found = [each for each in rules if _is_wanted(each, view)]
    last = max(1, -(-len(found) // SHOWN))
    number = min(max(1, view.number), last)
    return Index(
        *(view, bare.name, bare.counties, bare.choosable, bare.edits, bare.shows),
        rules=tuple(found[(number - 1) * SHOWN : number * SHOWN]),
        before=view.query(page=number - 1) if number > 1 else None,
        after=view.query(page=number + 1) if number < last else None,
    )


def _is_wanted(rule: Text, view: View) -> bool:
    if rule.state != view.show and (view.show or rule.state == "withdrawn"):
        return False
    return any(view.words in text for text in (rule.zh, rule.ug, rule.number, rule.article))


def text(row: Any, state: str) -> Text:
    """Return a stored version as it reads."""
    return Text(
        *(row.rule, row.article, row.number, row.zh, row.ug, row.ug_review),
        bool(row.ug) and row.ug_turn < row.zh_turn,
        state,
        row.in_force_from,
        row.ended_on,
    )


@dataclass(frozen=True, slots=True)
class Version:
    """A version in the history of a rule, as the county's staff read it."""

    turn: int
    text: Text
    set_on: date
    who: str


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
    rule: UUID | None
    typed: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    is_older: bool = False
    addresses: Sequence[str] = field(default_factory=lambda: tuple(paragraphs()))
