"""Villages without a stable business (article 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.article import Citation
from rules.finding import Kind
from rules.line import Finding
from rules.month import months
from rules.watch.facts import Parameters, Village

STABLE = Citation("4", "有条件的行政村至少与1个以上经营主体建立稳定联农带农机制")
STOPPED = frozenset({"idle", "closed"})

KINDS = {
    kind.code: kind
    for kind in (
        Kind("village.no_business", STABLE, ("links", "years")),
        Kind("village.no_reason", STABLE, (), "note"),
        Kind("village.not_stated", STABLE, ("links",), "note"),
    )
}


@dataclass(frozen=True, slots=True)
class Link:
    """A business that standing agreements link with a village: its collective or its households.

    The first day and the last day of these agreements; `last` is None where one states no end.
    `condition` is the business's 经营状况.
    """

    business: str
    first: date
    last: date | None = None
    condition: str | None = None


def no_business(
    village: Village, links: Sequence[Link], parameters: Parameters, day: date
) -> Finding | None:
    """Return what is to be said about a village on a day.

    有条件: a must without a stable link. Not qualified: nothing, or a note where the reason is
    empty. Blank: a note.
    """
    subject = f"village:{village.code}"
    standing = [link for link in links if stands(link, day)]
    if village.qualified is None:
        return KINDS["village.not_stated"].about(subject, links=len(standing))
    if not village.qualified:
        stated = bool(village.reason and village.reason.strip())
        return None if stated else KINDS["village.no_reason"].about(subject)
    if any(stable(link, parameters, day) for link in standing):
        return None
    return KINDS["village.no_business"].about(
        subject, links=len(standing), years=parameters.stable_years or 0
    )


def stands(link: Link, day: date) -> bool:
    """Say whether a link is in force on a day with a business that runs."""
    ended = link.last is not None and link.last < day
    return link.first <= day and not ended and link.condition not in STOPPED


def stable(link: Link, parameters: Parameters, day: date) -> bool:
    """Say whether a link lasts as long as the county asks; any does while it has not said.

    A link without an agreed end counts only the time that it has lasted so far.
    """
    if parameters.stable_years is None:
        return True
    return months(link.first, link.last or day) >= 12 * parameters.stable_years
