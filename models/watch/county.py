"""Counties: their own figures, and the incomes of groups beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from peewee import SQL, fn

from models import review, rule
from models.bulk import tuples
from models.household import Household, Income
from models.rate import County
from models.scope import COUNTY_DIGITS, under
from models.stale import counties
from models.watch.deal import columns_of
from models.watch.extent import Extent
from models.watch.found import Found
from rules.line import Finding
from rules.watch import county as rules
from rules.watch import group
from rules.watch.county import Book
from rules.watch.facts import CountyYear
from rules.watch.group import Pair

Figures = dict[str, list[CountyYear]]


def findings(extent: Extent) -> Iterator[Found]:
    """Yield what is found about counties and the groups in them."""
    if len(extent.code) > COUNTY_DIGITS:
        return
    figures = _figures(extent)
    ruled, met = rule.first_days(extent.code, extent.day), review.days(extent.code)
    for code in counties(extent.code):
        parameters = extent.parameters(code)
        for each in rules.industry_share(figures.get(code, []), parameters, extent.day):
            yield Found(each, code)
        book = Book(code, ruled.get(code), met.get(code, ()))
        for each in rules.duties(book, parameters, extent.day):
            yield Found(each, code)
    for pair in _pairs(extent, "per_head"):
        yield from _found(pair, _growth(extent, pair, figures))
    for pair in _pairs(extent, "operating"):
        yield from _found(pair, group.operating_income(pair, extent.parameters(pair.county)))


def _found(pair: Pair, each: Finding | None) -> Iterator[Found]:
    if each is not None:
        yield Found(each, pair.county)


def _figures(extent: Extent) -> Figures:
    found: Figures = defaultdict(list)
    query = County.select(*columns_of(CountyYear, County)).order_by(County.code, County.year)
    for row in tuples(query.where(under(County.code, extent.code))):
        found[row[0]].append(CountyYear(*row))
    return found


def _growth(extent: Extent, pair: Pair, figures: Figures) -> Finding | None:
    """Compare a group with the county's farmers (县指标 农民人均可支配收入)."""
    farmers = {row.year: row.farmer_income for row in figures.get(pair.county, [])}
    before, after = farmers.get(pair.year - 1), farmers.get(pair.year)
    return group.income_growth(pair, before, after, extent.parameters(pair.county))


def _pairs(extent: Extent, name: str) -> Iterator[Pair]:
    """Yield the sums of 脱贫户 with the income of two years, for each county and year that is over.

    Of 经营性收入, of those that farm alone.
    """
    before = Income.alias()
    then, now = getattr(before, name), getattr(Income, name)
    county = fn.SUBSTR(Household.village, SQL("1"), SQL(str(COUNTY_DIGITS)))
    lifted = Household.category == "lifted"
    query = (
        Income.select(county, Income.year, fn.COUNT(Income.id), fn.SUM(then), fn.SUM(now))
        .join(before, on=(before.household == Income.household) & (before.year == Income.year - 1))
        .join_from(Income, Household, on=Household.id == Income.household)
        .where(lifted & under(Household.village, extent.code))
        .where(then.is_null(False) & now.is_null(False) & (Income.year < extent.day.year))
        .group_by(county, Income.year)
        .order_by(county, Income.year)
    )
    if name == "operating":
        query = query.where(Household.farms)
    for code, year, households, earlier, later in tuples(query):
        yield Pair(code, year, int(households), int(earlier), int(later))
