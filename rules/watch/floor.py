"""The floors of article 13: a guaranteed rate against the LPR, a lease against depreciation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.line import Step
from rules.watch.facts import Deal


@dataclass(frozen=True, slots=True)
class Reading:
    """How one clause stands to its floor; a page needs nothing else to explain it.

    `verdict` is reaches, below or not_judged. `why` is "" where the clause is judged; before_rule
    and year_of_issue go with a verdict that is for comparison only; no_rate (the floor's day lies
    before the first rate on record), no_figure (equity: the text sets no number; else the agreement
    leaves out what is compared), own_money and not_in_scope go with not_judged.
    `figure` and `floor` are hundred-thousandths a year for debt and fen a year for a lease,
    cut off and not rounded; `floor_day` is the day of that rate or depreciation. `gap` is what is
    missing in fen for one household and year, None where nothing is or it cannot be said.
    """

    clause: int
    stake: str  # debt lease equity own none
    verdict: str
    why: str = ""
    figure: int | None = None
    floor: int | None = None
    floor_day: date | None = None
    gap: int | None = None
    steps: tuple[Step, ...] = ()


def readings(deal: Deal, on: date) -> tuple[Reading, ...]:
    """Return one reading for each clause, in order, by the terms in force on a day."""
    raise NotImplementedError
