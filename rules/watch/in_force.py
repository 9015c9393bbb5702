"""From when the rules of 2023 bind (article 22: 本细则从印发之日起执行).

The text as we have it states the year and no day, so that a county may set the day as a parameter.
"""

from __future__ import annotations

from datetime import date

from rules.watch.facts import Parameters

YEAR = 2023


def first_year(parameters: Parameters) -> int:
    """Return the first year that lies wholly under the rules."""
    issued = parameters.issued_on
    if issued is None:
        return YEAR + 1
    return issued.year if (issued.month, issued.day) == (1, 1) else issued.year + 1


def binds(year: int, parameters: Parameters) -> bool:
    """Say whether a fact of which only the year is known falls under the rules for certain."""
    return year >= first_year(parameters)


def since(parameters: Parameters) -> date:
    """Return the day from which a fact with a day is judged: the day of issue, if it is set."""
    return parameters.issued_on or date(YEAR + 1, 1, 1)
