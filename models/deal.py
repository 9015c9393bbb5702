"""What stands behind an agreement that the ledger does not have yet: business, project, assets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from models import parameter
from models.bulk import tuples
from models.business import Business
from models.project import Asset, Project
from models.rate import Lpr
from rules.facts import Terms
from rules.watch import facts


def deal(
    terms: Sequence[Terms], roster: facts.Roster, assets: Collection[str], county: str, on: date
) -> facts.Deal:
    """Return an agreement of these terms with what the ledger knows of what it names."""
    first = terms[0]
    return facts.Deal(
        number=first.agreement,
        terms=tuple(terms),
        roster=roster,
        business=_one(Business, first.business, facts.Business),
        project=_one(Project, first.project, facts.Project),
        assets=tuple(found for each in assets if (found := _one(Asset, each, facts.Asset))),
        rates=rates(),
        parameters=parameter.on(county, on),
    )


def rates() -> tuple[facts.Rate, ...]:
    """Return every one-year LPR on record, by day."""
    return tuple(
        facts.Rate(*row) for row in tuples(Lpr.select(Lpr.day, Lpr.rate).order_by(Lpr.day))
    )


def _one(table: Any, number: str | None, made: type[Any]) -> Any:
    row = table.get_or_none(table.number == number) if number else None
    if row is None:
        return None
    return made(**{each.name: getattr(row, each.name) for each in fields(made)})
