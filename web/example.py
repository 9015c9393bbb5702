"""The worked number of each explanation card: computed by the rules, never typed (i18n.md 5).

What the examples start from is invented; everything that follows from it comes from `rules/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import parse_qsl

from markupsafe import Markup, escape

from models import deal, parameter
from rules import penalty, trial
from rules.clause import clauses
from rules.facts import Terms
from rules.number import percent
from rules.split import largest_remainder
from rules.trial import Trial
from rules.watch import term
from rules.watch.facts import Deal
from web import formats
from web.forms.calculator import read

Values = Mapping[str, Markup]
COUNTY = ""  # no county's own settings: what holds where nobody has settled it
# What the calculator is asked for; the card links to it with the same cells.
ASKED: Mapping[int, str] = {
    1: "mode=share&stake=debt&part=10000&principal=500000&guaranteed_rate=5",
    2: "mode=share&stake=equity&part=10000&principal=500000&guaranteed_rate=5"
    "&profit=0&profit_share=30",
    4: "mode=work&wage=130&wage_unit=day&units=90",
    5: "mode=chain&stake=equity&part=5000&guaranteed_rate=4&years=2",
    6: "mode=order&kg=2000&price=2.8&floor_price=2.6&premium=0.1",
    7: "mode=custody&stake=equity&part=20000&guaranteed_rate=6&years=3",
    8: "mode=share&stake=debt&part=10000&principal=500000&guaranteed_rate=5"
    "&profit=80000&profit_share=30",
    9: "mode=land&land_area=12.5&rent_price=600&rent_growth=5&rent_step_years=3&years=5",
    10: "mode=work&wage=3200&wage_unit=month&units=6",
    11: "mode=service&fee=800&reduced_fee=300",
}
LENT = "mode=share&stake=debt&part=100000&guaranteed_rate="
LEASED = "mode=share&stake=lease&part=100000&guaranteed_rate=5&cost=200000&life_years=20"


def values(number: int, today: date) -> Values:
    """Return the numbers that the example of a card names, as the reader's language writes them."""
    if number in ASKED:
        return _of_trial(number, today)
    return OWN[number](today)


def filled(text: str, known: Values) -> Markup:
    """Return an example with its numbers in place; KeyError where it names another."""
    return Markup(escape(text)).format_map(known)  # noqa: S704 — escaped


def supposed(query: str, today: date) -> Trial:
    """Return the trial that an address of the calculator asks for."""
    asked = read(dict(parse_qsl(query)), today)
    if asked.trial is None:
        raise ValueError(asked.errors)
    return asked.trial


def _of_trial(number: int, today: date) -> Values:
    found = supposed(ASKED[number], today)
    years: dict[int, int] = {}
    for line in trial.lines(found):
        years[line.year] = years.get(line.year, 0) + (line.saved or line.due or 0)
    sums = list(years.values())
    results = {"first": sums[0], "last": sums[-1], "total": sum(sums)}
    return {
        **_inputs(found),
        **{name: formats.money(fen) for name, fen in results.items()},
        "years": formats.ltr(len(sums)),
    }


# What a trial supposes, by the name that a card has for it and by how it is written.
INPUTS: Mapping[str, Mapping[str, Callable[[Trial], int | None]]] = {
    "money": {
        "whole": lambda trial: trial.terms.principal,
        "part": lambda trial: trial.held.amount,
        "profit": lambda trial: trial.profit,
        "rent": lambda trial: trial.terms.rent_price,
        "wage": lambda trial: trial.terms.wage,
        "fee": lambda trial: trial.terms.fee,
        "reduced": lambda trial: trial.terms.reduced_fee,
    },
    "price": {
        "price": lambda trial: trial.price,
        "premium": lambda trial: trial.terms.premium,
        "floor_price": lambda trial: trial.terms.floor_price,
    },
    "percent": {
        "rate": lambda trial: trial.terms.guaranteed_rate,
        "share": lambda trial: trial.terms.profit_share,
        "growth": lambda trial: trial.terms.rent_growth,
    },
    "number": {
        "area": lambda trial: trial.terms.land_area,
        "kg": lambda trial: trial.kg,
        "units": lambda trial: trial.units,
    },
    "count": {"step": lambda trial: trial.terms.rent_step_years},
}
WRITTEN: Mapping[str, Callable[[int], Markup]] = {
    "money": formats.money,
    "price": lambda value: formats.money(value // 100),  # ours have no more than two decimals
    "percent": lambda value: formats.ltr(formats.percent(value)),
    "number": lambda value: formats.ltr(formats.decimal(value)),
    "count": formats.ltr,
}


def _inputs(found: Trial) -> dict[str, Markup]:
    return {
        name: WRITTEN[kind](value)
        for kind, each in INPUTS.items()
        for name, of in each.items()
        if (value := of(found)) is not None
    }


def _even(pot: int, n: int) -> list[int]:
    return largest_remainder(pot, [1] * n, range(n))


def _priority(_: date) -> Values:
    parts = _even(1_200_000, 7)
    named = {"pot": sum(parts), "high": max(parts), "low": min(parts)}
    return {"n": formats.ltr(len(parts)), **{k: formats.money(v) for k, v in named.items()}}


def _collective(_: date) -> Values:
    received, pot, n = 5_000_000, 1_500_000, 10
    named = {"received": received, "pot": pot, "low": _even(pot, n)[0], "rest": received - pot}
    return {"n": formats.ltr(n), **{k: formats.money(v) for k, v in named.items()}}


def _floors(today: date) -> Values:
    rates, known = deal.rates(), parameter.on(COUNTY, today)
    lent, leased = supposed(LENT + "5", today), supposed(LEASED, today)
    debt = trial.reading(lent, rates, known, today)
    lease = trial.reading(leased, rates, known, today)
    floor, asset = debt.floor or 0, leased.asset
    least = trial.lines(supposed(f"{LENT}{percent(floor)}", today))[0]
    return {
        "day": formats.day(today),
        "lpr": WRITTEN["percent"](floor),
        "principal": formats.money(lent.held.amount or 0),
        "debt": formats.money(least.due or 0),
        "cost": formats.money(asset.cost if asset else 0),
        "life": WRITTEN["number"](asset.life_years if asset else 0),
        "lease": formats.money(lease.floor or 0),
    }


def _terms(today: date) -> Values:
    """Count what the rules miss in an agreement on public money that states nothing yet."""
    bare = Terms("", 1, today, today, today, stake="equity", source="linkage_fund")
    missing = term.gaps(Deal("", (bare,)), clauses((bare,), today), today)
    return {"n": formats.ltr(len({gap.term.code for gap in missing}))}


def _late(_: date) -> Values:
    rest, rate, days = 100_000, 50, 20
    step = penalty.penalty(rest, rate, days)
    yuan, _dot, small = step.value.partition(".")
    fen = int(yuan) * 100 + int(small.ljust(2, "0"))
    return {
        "late": formats.money(rest),
        "rate": WRITTEN["percent"](rate),
        "days": formats.ltr(days),
        "penalty": formats.money(fen),
    }


def _office(today: date) -> Values:
    known = parameter.on(COUNTY, today)
    days = {
        "answer": known.dispute_answer_days,
        "mediate": known.dispute_mediate_days,
        "settle": known.dispute_settle_days,
    }
    return {name: formats.ltr(count) for name, count in days.items()}


OWN: Mapping[int, Callable[[date], Values]] = {
    3: _priority,
    12: _collective,
    13: _floors,
    14: _terms,
    15: _late,
    16: _office,
}
