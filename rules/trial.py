"""A trial 试算: what terms would yield to one holder, by the same rules as a real agreement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rules import due
from rules.clause import clauses
from rules.facts import Delivery, Facts, Price, Result, Settlement, Share, Terms
from rules.line import Line
from rules.watch import facts as watch
from rules.watch import floor
from rules.watch.floor import Reading

HOLDER, NUMBER = "household", "trial"


@dataclass(frozen=True, slots=True)
class Trial:
    """Terms and what their reader supposes of every year. Units as in `rules.facts`.

    `held` is the holder's own part; `profit` is of one year, `kg` and `units` are what the holder
    delivers and works in one, `price` is the list price throughout; `asset` is what is leased.
    """

    terms: Terms
    held: Share
    profit: int | None = None
    kg: int | None = None
    units: int | None = None
    price: int | None = None
    asset: watch.Asset | None = None


def lines(trial: Trial) -> list[Line]:
    """Return the holder's lines of all years, as they stand when the last year is over."""
    found = due.outcome(facts(trial), _years(trial)[-1][1])
    return [line for line in found.lines if line.party == HOLDER]


def facts(trial: Trial) -> Facts:
    """Return the facts that the trial supposes."""
    terms = replace(trial.terms, agreement=NUMBER, year_kind="agreement")
    crop = terms.crop or ""
    years = _years(trial)
    return Facts(
        NUMBER,
        terms=(terms,),
        shares=(replace(trial.held, clause=terms.clause, holder=HOLDER),),
        results=tuple(
            Result(terms.clause, year, 1, last, profit=trial.profit)
            for year, last in years
            if trial.profit is not None
        ),
        deliveries=tuple(
            Delivery(terms.clause, HOLDER, str(year), last, kg=trial.kg)
            for year, last in years
            if trial.kg
        ),
        settlements=tuple(
            Settlement(terms.clause, HOLDER, last, trial.units) for _, last in years if trial.units
        ),
        prices=() if trial.price is None else (Price(crop, terms.starts_on, trial.price),),
        assisted=frozenset({HOLDER}),
    )


def _years(trial: Trial) -> list[tuple[int, date]]:
    """Return each agreement year with its last day."""
    terms = replace(trial.terms, year_kind="agreement")
    (clause,) = clauses((terms,), terms.starts_on)
    return [(year.number, year.last) for year in clause.years()]


def reading(
    trial: Trial, rates: tuple[watch.Rate, ...], parameters: watch.Parameters, on: date
) -> Reading:
    """Return how the terms stand to the floor of article 13 on a day, or on their first one."""
    deal = watch.Deal(
        NUMBER,
        (replace(trial.terms, agreement=NUMBER),),
        watch.Roster(households=1),
        assets=() if trial.asset is None else (trial.asset,),
        rates=rates,
        parameters=parameters,
    )
    return floor.readings(deal, max(on, trial.terms.starts_on))[0]
