"""Which agreements the rules of 2023 judge: by their day, and by whose money it is (article 13)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rules.as_of import known_from
from rules.clause import Clause, clauses
from rules.facts import Terms
from rules.watch import in_force
from rules.watch.facts import Deal, Parameters, Project

FLOORED = frozenset({"linkage_fund", "collective", "quantified_aid"})
PUBLIC = frozenset({"linkage_fund", "quantified_aid", "other_aid"})
STAKES = frozenset({"debt", "equity", "lease"})


def age(day: date, parameters: Parameters) -> str:
    """Return "" where the rules bind what is of that day, else before_rule or year_of_issue.

    Without a day of issue on record, what is of the year 2023 cannot be told apart.
    """
    if parameters.issued_on is not None:
        return "" if day >= parameters.issued_on else "before_rule"
    if day.year == in_force.YEAR:
        return "year_of_issue"
    return "" if day.year > in_force.YEAR else "before_rule"


def weight(usual: str, old: str, reason: str | None = None) -> str:
    """Return a finding's weight: older than the rules it is a note and never red.

    原则上 asks for a written reason; without one the breach is a must.
    """
    if old:
        return usual if usual == "advice" else "note"
    return "must" if usual == "reason" and not reason else usual


def known(deal: Deal, on: date) -> list[Clause]:
    """Return the clauses of the terms that are known on a day, whether they still run or not."""
    return clauses([row for row in deal.terms if known_from(row) <= on], on)


def running(deal: Deal, on: date) -> list[Clause]:
    """Return the clauses that are known on a day and have not ended before it."""
    return [clause for clause in known(deal, on) if clause.last >= on]


def from_linkage_fund(project: Project | None) -> bool:
    """Say whether a project uses 衔接资金 of any level."""
    if project is None:
        return False
    levels = ("central", "region", "prefecture", "county")
    return any(getattr(project, f"fund_{level}") for level in levels)


def source(row: Terms, project: Project | None) -> str:
    """Return where the money of a clause comes from; an empty cell is filled by its project."""
    if row.source is not None:
        return row.source
    return "linkage_fund" if from_linkage_fund(project) else "none"


def stake(row: Terms, project: Project | None) -> str:
    """Return how the money is put in; quantified assistance money is not the household's own."""
    found = row.stake or "none"
    if found == "own" and source(row, project) in FLOORED:
        return "equity"
    return found


def floored(row: Terms, project: Project | None) -> bool:
    """Say whether article 13 sets a floor for the money of a clause."""
    return source(row, project) in FLOORED and stake(row, project) in STAKES


def public(rows: Iterable[Terms], project: Project | None) -> bool:
    """Say whether public money or a project stands behind an agreement (article 18)."""
    return project is not None or any(row.project or row.source in PUBLIC for row in rows)
