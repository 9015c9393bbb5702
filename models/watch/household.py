"""Households whom article 5 or 20 calls for, chosen by the database; nobody else is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import fn

from models.bulk import chunks, tuples
from models.household import Household, Income
from models.scope import under
from models.watch import measure
from models.watch.deal import columns_of
from models.watch.extent import Extent
from models.watch.found import Found
from rules.watch import facts
from rules.watch import household as rules


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about households of these places."""
    yield from _without_measure(extent)
    yield from _fallen(extent)


def _without_measure(extent: Extent) -> Iterator[Found]:
    called = (Household.category == "lifted") & Household.eligible
    query = (
        Household.select(*columns_of(facts.Household, Household))
        .where(called & under(Household.village, extent.code))
        .where(measure.in_nothing(extent.day))
    )
    for row in tuples(query):
        household = facts.Household(*row)
        if (each := rules.no_measure(household, measures=0)) is not None:
            yield Found(each, household.village)


def _fallen(extent: Extent) -> Iterator[Found]:
    for part in chunks(_incomes(extent)):
        linked = measure.counts([key for key, *_ in part], extent.day)
        for key, household, year, before, after in part:
            income = rules.Income(household, year, before, after, linked[key])
            parameters = extent.parameters(household.village)
            if (each := rules.income_fell(income, parameters)) is not None:
                yield Found(each, household.village)


def _incomes(extent: Extent) -> Iterator[tuple[Any, facts.Household, int, int, int]]:
    """Yield the incomes that fell in the last year on record that is over on the day."""
    before, last = Income.alias(), Income.alias()
    newest = last.select(fn.MAX(last.year)).where(
        (last.household == Income.household) & (last.year < extent.day.year)
    )
    cells = columns_of(facts.Household, Household)
    query = (
        Income.select(Household.id, Income.year, before.per_head, Income.per_head, *cells)
        .join(before, on=(before.household == Income.household) & (before.year == Income.year - 1))
        .join_from(Income, Household, on=Household.id == Income.household)
        .where(Household.category.in_(("lifted", "watched")) & (Income.per_head < before.per_head))
        .where(under(Household.village, extent.code) & (Income.year == newest))
    )
    for key, year, earlier, later, *row in tuples(query):
        household = facts.Household(*row)
        if extent.parameters(household.village).income_fall is not None:
            yield key, household, year, earlier, later
