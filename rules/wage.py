"""Wages 工资 by settlement 结算 (article 10(5))."""

from __future__ import annotations

from collections.abc import Sequence

from rules import figure, number, step
from rules.clause import Clause
from rules.draft import Draft
from rules.due_day import following
from rules.facts import Settlement, Terms
from rules.heading import Heading
from rules.line import Step
from rules.number import UNITS
from rules.season import Season


def lines(draft: Draft, clause: Clause, settlements: Sequence[Settlement]) -> None:
    """Add a line for each settlement: units times the wage of its last day."""
    for each in settlements:
        terms = clause.terms_on(each.to_day)
        if terms.party != "household":
            continue
        year = clause.year_of(each.to_day)
        due_on = following(terms.due_days, each.to_day)
        if due_on is None:
            draft.find("agreement.no_due_day", clause=clause.number)
        if terms.wage is None:
            draft.find("agreement.no_wage", clause=clause.number)
        fen, steps = settled(terms, each)
        draft.add(
            *(Heading(clause, terms, year), "wage", ("household", each.household)),
            ref=each.to_day.isoformat(),
            due_on=due_on,
            due=fen,
            steps=steps,
            reason="no_wage" if fen is None else "",
        )


def settled(terms: Terms, settlement: Settlement) -> tuple[int | None, tuple[Step, ...]]:
    """Return the wage of a settlement, rounded half up to the unit."""
    if terms.wage is None:
        return None, ()
    found = figure.quantity(settlement.units) * figure.money(terms.wage)
    unit = UNITS[terms.unit]
    fen = found.fen(unit)
    named = {"units": number.quantity(settlement.units), "wage": number.money(terms.wage)}
    named |= {"to_day": settlement.to_day.isoformat(), "wage_unit": terms.wage_unit or ""}
    return fen, (step.in_money("wage.settlement", found, fen, unit, **named),)


def agreed(draft: Draft, season: Season, worked: set[tuple[str, int]]) -> None:
    """Add what was agreed for those who have no settlement in the year."""
    terms = season.terms
    if terms.wage is None and terms.work_time is None:
        return
    persons = season.persons()
    for party in season.takers():
        if (party[1], season.year.number) in worked:
            continue
        at_least, steps = minimum(season, persons.get(party[1], 1))
        draft.add(
            *(season.heading, "wage", party),
            at_least=at_least,
            steps=steps,
            reason="agreed",
        )


def minimum(season: Season, persons: int) -> tuple[int | None, tuple[Step, ...]]:
    """Return the wage of the agreed units for so many persons of a household."""
    terms = season.terms
    if terms.wage is None or terms.work_time is None:
        return None, ()
    found = figure.money(terms.wage) * figure.quantity(terms.work_time)
    if persons != 1:
        found = found * figure.whole(persons)
    fen = found.fen(season.unit)
    named = {"units": number.quantity(terms.work_time), "wage": number.money(terms.wage)}
    named |= {"wage_unit": terms.wage_unit or ""}
    year = season.year.number
    made = step.in_money(
        "wage.agreed", found, fen, season.unit, year=year, persons=persons, **named
    )
    return fen, (made,)
