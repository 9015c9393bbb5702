"""Who must be told of a due day, and the paper that tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from urllib.parse import urlencode

from models import fold
from models.notice import Pending
from models.owing import Owing
from web.pages.line import address
from web.pages.payer import Agreement, agreements

SHOWN = 30  # days on a page


@dataclass(frozen=True, slots=True)
class Told:
    """A business and a day on which it has to pay: whether it was told at this stage."""

    pending: Pending
    name: str

    @property
    def address(self) -> str:
        """Return the address of its paper."""
        return f"/business/{address(self.pending.business)}/notice/{self.pending.due_on}"


@dataclass(frozen=True, slots=True)
class Notices:
    """Who has to be told now, or was told; `counts`: of both."""

    words: str
    given: bool
    rows: tuple[Told, ...]
    counts: tuple[int, int]
    number: int = 1
    pages: int = 1

    def address(self, *, given: bool, number: int = 1) -> str:
        """Return the address of the list with another choice, or another page."""
        asked = {"q": self.words, "show": "given" if given else "", "page": number}
        kept = {name: value for name, value in asked.items() if value and value != 1}
        return f"/business/notices?{urlencode(kept)}" if kept else "/business/notices"

    @property
    def before(self) -> str | None:
        """Return the address of the page before."""
        return self.address(given=self.given, number=self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the address of the next page."""
        more = self.number < self.pages
        return self.address(given=self.given, number=self.number + 1) if more else None


def notices(
    found: Sequence[Pending], names: Mapping[str, str], *, words: str, given: bool, number: int
) -> Notices:
    """Return a page of the list; `names` of businesses by number."""
    told = [Told(each, names.get(each.business, each.business)) for each in found]
    named = [
        each
        for each in told
        if fold.holds(each.name, words) or fold.holds(each.pending.business, words)
    ]
    done = [each for each in named if each.pending.given_on is not None]
    waiting = [each for each in named if each.pending.given_on is None]
    chosen = done if given else waiting
    pages = max(ceil(len(chosen) / SHOWN), 1)
    number = min(max(number, 1), pages)
    shown = tuple(chosen[(number - 1) * SHOWN : number * SHOWN])
    return Notices(words, given, shown, (len(waiting), len(done)), number, pages)


@dataclass(frozen=True, slots=True)
class Notice:
    """The paper: what a business has to pay on a day, by agreement; `latest` is today.

    `part`: it speaks of a township's villages alone.
    """

    told: Told
    place: str
    agreements: tuple[Agreement, ...]
    latest: date
    article: str = "12"
    part: bool = False
    day: str = ""
    error: str = ""


def notice(
    told: Told,
    place: str,
    owing: Sequence[Owing],
    today: date,
    *,
    part: bool = False,
    **typed: str,
) -> Notice:
    """Return the paper of a business and a day; `owing`: all that it owes in the place."""
    mine = [each for each in owing if each.due_on == told.pending.due_on and each.rest]
    return Notice(told, place, tuple(agreements(mine, today)), today, part=part, **typed)
