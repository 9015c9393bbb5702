"""The guaranteed pot 保底 of a year and what each party has of it (articles 10(3) and 13)."""

from __future__ import annotations

from fractions import Fraction

from rules import figure, number, step
from rules.draft import Draft
from rules.facts import Terms
from rules.figure import YEAR, Figure
from rules.line import Step
from rules.owed import Owed
from rules.pot import Pot, share_out
from rules.season import Season


def pot(season: Season, draft: Draft) -> Pot | None:
    """Return the year's pot, rounded once; None where a rate has nothing to be a rate of."""
    found: list[tuple[Terms, Figure]] = []
    for terms, months in spans(season):
        base = yearly(season, terms, draft)
        if base is None:
            return None
        found.append((terms, base * figure.fraction(months) / YEAR))
    figures = figure.total([each for _, each in found])
    fen = figures.fen(season.unit)
    return Pot(fen, season.unit, (explain(season, found, figures, fen),))


def spans(season: Season) -> list[tuple[Terms, Fraction]]:
    """Return the rows that guarantee something with their months, rows alike counted once."""
    found: dict[tuple[int | None, ...], tuple[Terms, Fraction]] = {}
    for piece in season.pieces:
        terms = piece.terms
        if not guarantees(terms):
            continue
        key = (terms.guaranteed_amount, terms.guaranteed_rate, terms.principal)
        known = found.get(key, (terms, Fraction(0)))
        found[key] = (terms, known[1] + season.clause.months(piece.first, piece.last))
    return list(found.values())


def guarantees(terms: Terms) -> bool:
    """Say whether a row of terms has a rate or a yearly amount."""
    return terms.guaranteed_amount is not None or terms.guaranteed_rate is not None


def yearly(season: Season, terms: Terms, draft: Draft) -> Figure | None:
    """Return what a row guarantees for twelve months; the amount wins over the rate."""
    clause = season.clause.number
    if terms.guaranteed_amount is not None:
        if terms.guaranteed_rate is not None:
            draft.find("agreement.rate_and_amount", clause=clause, **{"from": terms.in_force_from})
        return figure.money(terms.guaranteed_amount)
    principal = terms.principal
    if principal is None:
        draft.find("agreement.no_principal", clause=clause, year=season.year.number)
        principal = season.amounts() or None
    if principal is None:
        return None
    return figure.money(principal) * figure.percent(terms.guaranteed_rate or 0)


def explain(season: Season, found: list[tuple[Terms, Figure]], figures: Figure, fen: int) -> Step:
    """Return the step of the pot: one row of terms, or the sum over those of the year."""
    year, months = (
        season.year.number,
        figure.fraction(sum((m for _, m in spans(season)), Fraction(0))),
    )
    if len(found) != 1:
        return step.in_money(
            *("guaranteed.pieces", figures, fen, season.unit),
            year=year,
            pieces=len(found),
            months=months.text,
        )
    terms = found[0][0]
    if terms.guaranteed_amount is not None:
        amount = number.money(terms.guaranteed_amount)
        return step.in_money(
            *("guaranteed.amount", figures, fen, season.unit),
            year=year,
            amount=amount,
            months=months.text,
        )
    principal = number.money(terms.principal or season.amounts())
    return step.in_money(
        *("guaranteed.rate", figures, fen, season.unit),
        year=year,
        principal=principal,
        rate=number.percent(terms.guaranteed_rate or 0),
        months=months.text,
    )


def owed(season: Season, found: Pot | None) -> list[Owed]:
    """Return what each party has of the year's guarantee."""
    days = season.days
    if not season.for_households:
        if found is None:
            return [Owed(*season.party, None, (), *days, reason="no_principal")]
        return [Owed(*season.party, found.fen, found.steps, *days)]
    reason = "no_principal" if found is None else "roster_disputed" if season.disputed else ""
    if found is None or reason:
        steps = found.steps if found else ()
        return [
            Owed(member.party, member.number, None, steps, member.first, member.last, reason)
            for member in season.weights.members
        ]
    parts = share_out(found, season.weights, season.year.number, season.terms.remainder)
    return [
        Owed(part.party, part.number, part.fen, part.steps, part.first, part.last) for part in parts
    ]
