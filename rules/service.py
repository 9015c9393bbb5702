"""Fees saved 减免 and training 培训: shown, never money to come (articles 10(6) and 10(7))."""

from __future__ import annotations

from rules import figure, number, step
from rules.draft import Draft
from rules.season import Season


def lines(draft: Draft, season: Season, assisted: frozenset[str]) -> None:
    """Add what each household saves in the year, and its training."""
    terms = season.terms
    if terms.fee is not None and terms.reduced_fee is not None:
        saved(draft, season, assisted)
    if terms.mode == "training":
        for party in season.takers():
            draft.add(season.heading, "training", party, due=0)


def saved(draft: Draft, season: Season, assisted: frozenset[str]) -> None:
    """Add the fee less the reduced fee for those it is for: 脱贫户 and 监测对象, or everybody."""
    terms = season.terms
    fee, reduced = terms.fee or 0, min(terms.fee or 0, terms.reduced_fee or 0)
    found = figure.money(fee) - figure.money(reduced)
    fen = number.half_up(fee - reduced, season.unit)
    named = {"fee": number.money(fee), "reduced": number.money(reduced)}
    year = season.year.number
    steps = (step.in_money("saved", found, fen, season.unit, year=year, **named),)
    for party in season.takers():
        if terms.reduced_for == "all" or party[1] in assisted:
            draft.add(season.heading, "saved", party, due=0, saved=fen, steps=steps)
