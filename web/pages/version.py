"""A county's entries in versions (`models.version`): their list, and the history of one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from web.query import at

SHOWN = 20  # entries on a page
SHOWS = ("", "now", "later", "ended")
FOR_STAFF = (*SHOWS, "withdrawn")


@dataclass(frozen=True, slots=True)
class View:
    """What of a county's entries is listed, at which path."""

    path: str
    county: str
    words: str = ""
    show: str = ""
    number: int = 1

    def query(self, **change: Any) -> str:
        """Return the address of the same list with a change; a change begins at page one."""
        now = {"county": self.county, "q": self.words, "show": self.show, **change}
        return at(self.path, now)


@dataclass(frozen=True, slots=True)
class Index:
    """The entries of a county, or the counties to choose from."""

    view: View
    name: str = ""
    counties: Mapping[str, str] = field(default_factory=dict)
    choosable: bool = True
    edits: bool = False
    shows: Sequence[str] = SHOWS
    entries: Sequence[Any] = ()
    before: str | None = None
    after: str | None = None


def index(bare: Index, texts: Collection[Any]) -> Index:
    """Return a page of the list; `bare` holds what the reader chose and may do.

    Each of `texts` is an entry as it reads: its `state`, and `words`, all that is searched in it.
    """
    view = bare.view
    found = [each for each in texts if _is_wanted(each, view)]
    last = max(1, -(-len(found) // SHOWN))
    number = min(max(1, view.number), last)
    return replace(
        bare,
        entries=tuple(found[(number - 1) * SHOWN : number * SHOWN]),
        before=view.query(page=number - 1) if number > 1 else None,
        after=view.query(page=number + 1) if number < last else None,
    )


def _is_wanted(text: Any, view: View) -> bool:
    if text.state != view.show and (view.show or text.state == "withdrawn"):
        return False
    return any(view.words in each for each in text.words)


def is_older(row: Any) -> bool:
    """Say whether the Uyghur text of a stored version is older than the Chinese one."""
    return bool(row.ug) and row.ug_turn < row.zh_turn


@dataclass(frozen=True, slots=True)
class Version:
    """A version in the history of an entry, as the county's staff read it."""

    turn: int
    text: Any
    set_on: date
    who: str
