"""When a business pays how much, on paper: sums of five households or more, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from models.schedule import Group
from web.pages.plan import sheets
from web.pages.suppression import few

AHEAD = 1  # years after the running one
FIRST, REST = 13, 19  # rows on the first sheet, and on each that follows


@dataclass(frozen=True, slots=True)
class Row:
    """What falls due on a day. `parties` is 0, and fen and least are None, where that tells of few.

    `hidden` says that they are left out for that, and not for being unknown.
    """

    year: int
    day: date | None
    kind: str
    party: str
    parties: int
    fen: int | None
    least: int | None
    reason: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Show:
    """The paper of an agreement."""

    number: str
    business: str
    place: str
    phone: str
    rows: tuple[Row, ...]
    today: date

    @property
    def parts(self) -> list[Sequence[Row]]:
        """Return the rows sheet by sheet."""
        return sheets(self.rows, FIRST, REST)


def years(today: date) -> range:
    """Return the payment years of the paper."""
    return range(today.year, today.year + AHEAD + 1)


def telling(groups: Iterable[Group]) -> frozenset[int]:
    """Return the years of a business in which some group is so small that people could be known.

    Then no sum of that year is written: from what is published of a village's year as a whole
    (web.pages.sunshine), less the sums of the other days, a small group's sum would follow.
    """
    return frozenset(
        each.year for each in groups if each.party == "household" and few(each.parties)
    )


def rows(number: str, groups: Sequence[Group], scope: str) -> tuple[Row, ...]:
    """Return the rows of an agreement in a scope; `groups`: all that its business pays."""
    hidden = telling(groups)
    mine = [each for each in groups if each.agreement == number and _is_here(each, scope)]
    return tuple(
        _row(list(own), hidden) for _, own in groupby(sorted(mine, key=_key_order), key=_key)
    )


def _is_here(each: Group, scope: str) -> bool:
    return each.party != "household" or each.village.startswith(scope)


def _key(each: Group) -> tuple[Any, ...]:
    day = each.due_on or date(each.year, 12, 31)
    return day, each.year, each.clause, each.kind, each.party, each.reason, each.due_on is None


def _key_order(each: Group) -> tuple[Any, ...]:
    return (*_key(each), each.village)


def _row(own: list[Group], hidden: frozenset[int]) -> Row:
    first = own[0]
    leave_out = first.party == "household" and first.year in hidden
    known = not leave_out
    return Row(
        year=first.year,
        day=first.due_on,
        kind=first.kind,
        party=first.party,
        parties=sum(each.parties for each in own) if known else 0,
        fen=_sum(each.fen for each in own) if known else None,
        least=_sum(each.least for each in own) if known else None,
        reason=first.reason,
        hidden=leave_out,
    )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
