"""A floor of article 13 as a page shows it: where a clause stands to it, with every step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.watch import floor
from web.pages.due import Step, step

TONES = {"reaches": "received", "below": "overdue", "not_judged": "plain"}
COMPARED = frozenset({"before_rule", "year_of_issue"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause beside its floor. `figure` and `floor` as in `rules.watch.floor.Reading`.

    `compared`: a verdict for comparison only, because the agreement is older than the rule; then it
    is never red.
    """

    clause: int
    stake: str
    verdict: str
    why: str
    compared: bool
    tone: str
    figure: int | None
    floor: int | None
    day: date | None
    gap: int | None
    steps: tuple[Step, ...]


def reading(found: floor.Reading) -> Reading:
    """Return a reading of the rules as a page shows it."""
    compared = found.why in COMPARED and found.verdict != "not_judged"
    return Reading(
        *(found.clause, found.stake, found.verdict, found.why, compared),
        tone="plain" if compared else TONES[found.verdict],
        figure=found.figure,
        floor=found.floor,
        day=found.floor_day,
        gap=None if compared else found.gap,
        steps=tuple(map(step, found.steps)),
    )
