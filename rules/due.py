"""All that is due under one agreement or plan, with the payments laid on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from rules import dividend, guarantee, number, order, plan, rent, roster, service, wage
from rules.as_of import as_of, price_days
from rules.clause import Clause, clauses
from rules.draft import Draft
from rules.facts import Facts, Result
from rules.line import Finding, Line, Outcome
from rules.plan import Source
from rules.price import Prices, by_crop
from rules.season import Season
from rules.unmatched import laid


class OfClause(Protocol):
    """A fact that names its clause."""

    @property
    def clause(self) -> int: ...


Row = TypeVar("Row", bound=OfClause)


def outcome(facts: Facts, on: date) -> Outcome:
    """Return the lines and findings of one agreement, or of a plan without one, as of a day."""
    known = as_of(facts, on)
    facts, draft = known.facts, Draft(facts.agreement)
    found = clauses(facts.terms, on)
    crops = {crop for row in facts.terms for crop in (row.crop, row.rent_crop) if crop}
    prices = by_crop((row for row in facts.prices if row.day <= on), crops) if crops else {}
    for clause in found:
        of_clause(draft, clause, facts, prices, on)
    source = source_of(facts, found)
    for each in sorted(facts.plans, key=lambda row: row.number):
        plan.lines(draft, each, source)
    lines = sorted(laid(draft, facts.payments, source), key=by_place)
    findings = sorted(draft.findings, key=by_code)
    later = known.later | price_days(found, on)
    if any(clause.open_ended for clause in found):
        later |= {date(on.year + 1, 1, 1)}
    return Outcome(tuple(lines), tuple(findings), min(later, default=None))


def source_of(facts: Facts, found: list[Clause]) -> Source:
    """Return where lines that belong to no clause stand."""
    if not found:
        return Source(facts.agreement)
    terms = found[0].rows[-1]
    return Source(facts.agreement, found[0].number, terms.business, terms.mode)


def own(rows: Iterable[Row], clause: Clause) -> list[Row]:
    """Return the facts of one clause."""
    return [row for row in rows if row.clause == clause.number]


def of_clause(draft: Draft, clause: Clause, facts: Facts, prices: Prices, on: date) -> None:
    """Add all lines of one clause."""
    shares = sorted(own(facts.shares, clause), key=roster.order)
    deliveries = sorted(
        own(facts.deliveries, clause), key=lambda row: (row.household, row.number, row.day)
    )
    settlements = sorted(
        own(facts.settlements, clause), key=lambda row: (row.household, row.to_day)
    )
    results = sorted(own(facts.results, clause), key=lambda row: (row.year, row.round))
    order.lines(draft, clause, deliveries, prices)
    wage.lines(draft, clause, settlements)
    delivered = {(row.household, clause.year_of(row.day).number) for row in deliveries}
    worked = {(row.household, clause.year_of(row.to_day).number) for row in settlements}
    numbers = set()
    for year in clause.years():
        season = Season(clause, year, shares)
        numbers.add(year.number)
        of_pots(draft, season, [row for row in results if row.year == year.number])
        rent.lines(draft, season, prices, on)
        order.agreed(draft, season, delivered)
        wage.agreed(draft, season, worked)
        service.lines(draft, season, facts.assisted)
    check_terms(draft, clause, [row for row in results if row.year not in numbers])


def of_pots(draft: Draft, season: Season, results: list[Result]) -> None:
    """Add the guarantee and the dividend of a year."""
    pot = None
    if season.has_guarantee:
        pot = guarantee.pot(season, draft)
        owed = guarantee.owed(season, pot)
        draft.add_yearly(season.heading, "guaranteed", owed)
    dividend.lines(draft, season, results, pot)
    if season.pots:
        check_weights(draft, season)


def check_weights(draft: Draft, season: Season) -> None:
    """Note a roster above the whole, a part that nobody holds, and rows without a basis."""
    clause, basis = season.clause.number, season.basis
    named = {"clause": clause, "year": season.year.number}
    if over := season.disputed:
        held = number.shown(over.held.numerator, over.held.denominator)
        draft.find("agreement.roster_over", held=held, whole=over.whole.shown(), **named)
    elif (last := season.pots[0].members[-1:]) and last[0].party == "unassigned":
        whole = season.pots[0].whole.shown()
        draft.find("agreement.shares_unassigned", rest=last[0].weight.shown(), whole=whole, **named)
    for row in season.held:
        if row.party[0] == "household" and roster.amount_of(row.share, basis) is None:
            holder = row.share.holder
            subject = f"household:{holder}"
            draft.find("share.no_basis", subject, clause=clause, household=holder, basis=basis)


def check_terms(draft: Draft, clause: Clause, results: Iterable[Result]) -> None:
    """Note a 转换 without 见效年度, and results of years outside the term."""
    if any(row.combination == "switch" and row.pays_from_year is None for row in clause.rows):
        draft.find("agreement.no_pays_from_year", clause=clause.number)
    for row in results:
        draft.find("result.outside_term", clause=clause.number, year=row.year, round=row.round)


def by_place(line: Line) -> tuple[object, ...]:
    """Order lines by year, party and the day they are listed on."""
    day = line.listed_on or date.max
    return (
        *(line.year, line.party, line.party_number, day, line.clause),
        *(line.kind, line.ref, line.instalment or 0),
    )


def by_code(each: Finding) -> tuple[object, ...]:
    """Order findings by code and subject."""
    return each.code, each.subject, each.article, each.params
