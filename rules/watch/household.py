"""Households whom article 5 or 20 calls for, and places on their own request.

No finding says that somebody could work. A finding leads to places in businesses within reach only
when the household itself asks; what it answers is recorded nowhere (product.md 5.10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rules import number
from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.watch.facts import Household, Parameters
from rules.watch.in_force import binds

MEASURE = Citation("5", "符合条件的脱贫户至少享受一项产业帮扶政策")
FELL = Citation("20", "及时将收入骤降的低收入脱贫人口和监测对象纳入联农带农")
REACH = (12, 9, 6)  # digits of a village, a township, a county: what lies in one is within reach
RUNNING = frozenset({None, "normal", "trouble", "loss"})

KINDS = {
    kind.code: kind
    for kind in (
        Kind("household.no_measure", MEASURE),
        Kind("household.income_fell", FELL, ("year", "fall", "linked")),
    )
}


def no_measure(household: Household, measures: int) -> Finding | None:
    """Return the finding about a 脱贫户 that qualifies and is in nothing that the ledger knows.

    `measures` counts agreements, plans and 简表 rows that stand on the day. Only 脱贫户 with
    符合产业帮扶条件 = 是; an empty cell is unknown.
    """
    if household.category != "lifted" or not household.eligible or measures:
        return None
    return KINDS["household.no_measure"].about(f"household:{household.number}")


@dataclass(frozen=True, slots=True)
class Income:
    """人均纯收入 of one household in a year and the year before, in fen."""

    household: Household
    year: int
    before: int
    after: int
    linked: int = 0  # what it is in on the day, as for `no_measure`


def income_fell(income: Income, parameters: Parameters) -> Finding | None:
    """Return the finding about a sudden fall: by at least the parameter; unset, nobody is judged.

    Only low-income 脱贫户 and 监测对象. One that is linked already is a note: the article asks to
    take it in.
    """
    fall = parameters.income_fall
    if fall is None or income.before <= 0 or not called(income.household):
        return None
    lost = income.before - income.after
    if lost <= 0 or lost * number.RATE < fall * income.before:
        return None
    judged = binds(income.year, parameters) and not income.linked
    return KINDS["household.income_fell"].about(
        f"household:{income.household.number}",
        weight="must" if judged else "note",
        year=income.year,
        fall=number.percent(lost * number.RATE // income.before),
        linked=income.linked,
    )


def called(household: Household) -> bool:
    """Say whether article 20 speaks of a household: a low-income 脱贫户, or a 监测对象."""
    lifted = household.category == "lifted" and household.low_income is True
    return lifted or household.category == "watched"


@dataclass(frozen=True, slots=True)
class Opening:
    """A business with what it offers on a day: the modes of its standing agreements, and posts.

    `filled` are households whose work it settled in the last twelve months.
    """

    business: str
    village: str | None
    modes: frozenset[str]
    posts: int | None = None
    filled: int = 0
    condition: str | None = None

    @property
    def open_posts(self) -> int:
        """Posts that nobody fills, as far as the ledger knows."""
        return max(0, (self.posts or 0) - self.filled)


def places(
    openings: Iterable[Opening], village: str, mode: str | None = None
) -> tuple[Opening, ...]:
    """Return where a household of `village` could join if it asks: the nearest first, by number.

    In its village, its township, its county; no farther. Work needs an open post; another mode is
    open where the business links households by it. The order says nothing about anybody, and
    neither the question nor an answer is kept.
    """
    return tuple(
        each
        for each in sorted(openings, key=lambda each: (reach(each, village), each.business))
        if each.condition in RUNNING and reach(each, village) < len(REACH)
        if any(_offers(each, one) for one in ((mode,) if mode else (*each.modes, "work")))
    )


def reach(opening: Opening, village: str) -> int:
    """Return 0 in the same village, 1 in its township, 2 in its county, 3 beyond or unknown."""
    code = opening.village or ""
    near = (at for at, digits in enumerate(REACH) if code[:digits] == village[:digits])
    return next(near, len(REACH))


def _offers(opening: Opening, mode: str) -> bool:
    return opening.open_posts > 0 if mode == "work" else mode in opening.modes
