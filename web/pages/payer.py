"""The business's own page: sums, days and counts. No household can be told from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from models.concern import Concern
from models.notice import Pending
from models.owing import Owing, state_of, totals
from rules.state import LATE, Totals
from web.pages.line import COMING

FEWEST = 5  # households; fewer are not counted out
TONES = {"paid": "received", "short": "overdue", "overdue": "overdue", "due_today": "waiting"}
SETTLED = frozenset({"paid", "agreed"})
SHOWN = 5  # lines of an agreement before the settled ones are folded away


class Found(NamedTuple):
    """What the models know of a business."""

    name: str
    until: date
    owing: list[Owing]
    notices: list[Pending]
    concerns: list[Concern]
    replies: Mapping[UUID, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """The page for somebody without a sign-in: how a link is opened."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be paid under an agreement on one day; fen.

    `parties` is how many households it is for, or None where they are fewer than five or it is
    for no household.
    """

    kind: str
    year: int
    due_on: date | None
    party: str
    parties: int | None
    due: int
    rest: int
    unknown: int
    state: str
    days: int
    tone: str

    @property
    def is_settled(self) -> bool:
        """Say whether nothing more is to be paid of it."""
        return self.state in SETTLED

    @property
    def is_late(self) -> bool:
        """Say whether its day has passed and the money is not all there."""
        return self.state in LATE


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with its lines of a year; the settled ones of many are folded away."""

    number: str
    mode: str
    lines: tuple[Line, ...]
    settled: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which money falls due, or fell due longest ago: `fen` in all, `days` to go or late.

    `given_on`: the day on which the county told the business of it.
    """

    due_on: date
    fen: int
    days: int
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """All that is late, of every year."""

    fen: int
    first: Day


@dataclass(frozen=True, slots=True)
class Matter:
    """Something found about the business, and its own word on it."""

    concern: Concern
    reply: Any


@dataclass(frozen=True, slots=True)
class Show:
    """The page in one year. `earlier`: what is still open of the years before, fen."""

    name: str
    until: date
    year: int
    years: tuple[int, ...]
    next: Day | None
    late: Late | None
    soon: tuple[Day, ...]
    sums: Totals
    agreements: tuple[Agreement, ...]
    earlier: tuple[tuple[int, int], ...]
    matters: tuple[Matter, ...]


def build(found: Found, year: int, today: date) -> Show:
    """Return the page of a business in a year."""
    mine = [each for each in found.owing if each.year == year]
    soon = [Day(each.due_on, each.rest, each.days, each.given_on) for each in found.notices]
    return Show(
        name=found.name,
        until=found.until,
        year=year,
        years=tuple(sorted({each.year for each in found.owing} | {today.year})),
        next=soon[0] if soon else _next(found.owing, today),
        late=_late(found.owing, today),
        soon=tuple(soon[1:]),
        sums=totals(mine, today),
        agreements=tuple(agreements(mine, today)),
        earlier=_earlier(found.owing, year),
        matters=tuple(Matter(each, word_on(each, found.replies)) for each in found.concerns),
    )


def word_on(concern: Concern, replies: Mapping[UUID, Any]) -> Any:
    """Return the latest of the replies that stand beside a matter's findings, or None."""
    said = [replies[each] for each in concern.ids if each in replies]
    return max(said, key=lambda row: (row.day, row.turn, str(row.id)), default=None)


def _next(owing: Iterable[Owing], today: date) -> Day | None:
    """Return the first day to come with all that falls due on it."""
    coming = [each for each in owing if each.rest and state_of(each, today)[0] in COMING]
    days = [each.due_on for each in coming if each.due_on and each.due_on >= today]
    if not days:
        return None
    first = min(days)
    fen = sum(each.rest for each in coming if each.due_on == first)
    return Day(first, fen, (first - today).days)


def _late(owing: Iterable[Owing], today: date) -> Late | None:
    late = [(each, at, days) for each in owing for at, days in [state_of(each, today)]]
    late = [found for found in late if found[1] in LATE]
    if not late:
        return None
    oldest = max(late, key=lambda found: found[2])
    fen = sum(each.rest for each, _, days in late if days == oldest[2])
    first = Day(oldest[0].due_on or today, fen, oldest[2])
    return Late(sum(each.rest for each, _, _ in late), first)


def agreements(owing: Iterable[Owing], today: date) -> Iterable[Agreement]:
    """Return what is owed by agreement, each with its lines by due day."""
    found: dict[str, list[Owing]] = {}
    for each in owing:
        found.setdefault(each.agreement, []).append(each)
    for number, mine in sorted(found.items()):
        lines = [line(each, today) for each in mine]
        open_lines = [each for each in lines if not each.is_settled]
        folds = len(lines) > SHOWN and bool(open_lines)
        settled = [each for each in lines if each.is_settled] if folds else []
        shown = open_lines if folds else lines
        yield Agreement(number, mine[0].mode, tuple(shown), tuple(settled))


def line(each: Owing, today: date) -> Line:
    """Return what is owed as a line of the page."""
    state, days = state_of(each, today)
    counted = each.party == "household" and each.parties >= FEWEST
    return Line(
        *(each.kind, each.year, each.due_on, each.party),
        parties=each.parties if counted else None,
        due=each.due,
        rest=each.rest,
        unknown=each.unknown,
        state=state,
        days=days,
        tone=TONES.get(state, "plain"),
    )


def _earlier(owing: Iterable[Owing], year: int) -> tuple[tuple[int, int], ...]:
    open_of: dict[int, int] = {}
    for each in owing:
        if each.year < year and each.rest:
            open_of[each.year] = open_of.get(each.year, 0) + each.rest
    return tuple(sorted(open_of.items()))
