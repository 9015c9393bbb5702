"""The facts as they stood on a day, and the days after it on which they will change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rules.clause import Clause
from rules.facts import Facts, Plan, Terms
from rules.month import inside
from rules.rent_rate import in_kind


@dataclass(frozen=True, slots=True)
class AsOf:
    """The facts of a day; `later` are the days of what was left out."""

    facts: Facts
    later: frozenset[date]


def as_of(facts: Facts, on: date) -> AsOf:
    """Return the facts dated up to `on`; a plan decided later stays, undecided."""
    plans = tuple(decided(plan, on) for plan in facts.plans)
    found = replace(
        facts,
        terms=tuple(row for row in facts.terms if known_from(row) <= on),
        results=tuple(row for row in facts.results if row.confirmed_on <= on),
        deliveries=tuple(row for row in facts.deliveries if row.day <= on),
        settlements=tuple(row for row in facts.settlements if row.to_day <= on),
        payments=tuple(row for row in facts.payments if row.paid_on <= on),
        plans=plans,
    )
    return AsOf(found, frozenset(day for day in days(facts) if day > on))


def known_from(row: Terms) -> date:
    """Return the day a row of terms is known from: its signing, or its first day if earlier."""
    return min(row.signed_on, row.in_force_from)


def decided(plan: Plan, on: date) -> Plan:
    """Return the plan without its decision where that came after `on`."""
    later = plan.decided_on is not None and plan.decided_on > on
    return replace(plan, decided_on=None) if later else plan


def days(facts: Facts) -> set[date]:
    """Return every day on which a fact comes in."""
    crops = {crop for row in facts.terms for crop in (row.crop, row.rent_crop) if crop}
    found = {known_from(row) for row in facts.terms}
    found |= {row.confirmed_on for row in facts.results}
    found |= {row.day for row in facts.deliveries}
    found |= {row.to_day for row in facts.settlements}
    found |= {row.paid_on for row in facts.payments}
    found |= {row.decided_on for row in facts.plans if row.decided_on}
    return found | {row.day for row in facts.prices if row.crop in crops} if crops else found


def price_days(clauses: list[Clause], on: date) -> set[date]:
    """Return the price days of rents in kind that are still to come."""
    found = set()
    for clause in clauses:
        rows = [row for row in clause.rows if in_kind(row) and row.rent_price_day]
        if not rows:
            continue
        for year in clause.years():
            found |= {inside(year, *row.rent_price_day) for row in rows if row.rent_price_day}
    return {day for day in found if day > on}
