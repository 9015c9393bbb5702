"""Rent 租金 of a year for every holder, by its own area and months (article 10(4))."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rules import figure, number, step
from rules.clause import Piece
from rules.draft import Draft
from rules.figure import YEAR, Figure
from rules.line import Step
from rules.owed import Owed
from rules.price import Prices
from rules.rent_rate import Listed, Rate, in_kind, listed, pays, rate
from rules.roster import merged, peak
from rules.season import Season
from rules.weight import ordered


@dataclass(frozen=True, slots=True)
class Paid:
    """A row of terms within the year that fixes a rent, and what it pays."""

    piece: Piece
    rate: Rate


@dataclass(frozen=True, slots=True)
class Plot:
    """An area held for some days; None where nothing says how large it is."""

    area: Figure | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Tenancy:
    """A party's plots in the year, and the step of its equal part of the clause's area."""

    party: tuple[str, str]
    plots: list[Plot]
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """What the year's rows of terms pay, and the list price of a rent in kind."""

    paid: list[Paid]
    listed: Listed


def lines(draft: Draft, season: Season, prices: Prices, on: date) -> None:
    """Add the year's rent of every holder, or of the party."""
    rows = [piece for piece in season.pieces if pays(piece.terms)]
    if not rows:
        return
    kind = [piece.terms for piece in rows if in_kind(piece.terms)]
    price = listed(draft, season, kind[-1], prices, on) if kind else Listed()
    paid = [Paid(piece, rate(draft, season, piece.terms, price)) for piece in rows]
    tariff = Tariff(paid, price)
    owed = [rent_of(season, each, tariff) for each in tenancies(draft, season)]
    draft.add_yearly(season.heading, "rent", owed)


def tenancies(draft: Draft, season: Season) -> list[Tenancy]:
    """Return each party's plots: of its own rows, or equal parts where no row has an area."""
    if not season.for_households:
        area = season.terms.land_area
        plot = Plot(None if area is None else figure.quantity(area), *season.days)
        return [Tenancy(season.party, [plot])]
    if any(row.area is not None for row in season.shares):
        return own_plots(draft, season)
    return equal_plots(season)


def own_plots(draft: Draft, season: Season) -> list[Tenancy]:
    """Return the plots of rows with an area; one without counts as 0 and is a finding."""
    found: dict[str, Tenancy] = {}
    for row in season.held:
        holder = row.share.holder
        if row.share.area is None:
            named = {"clause": season.clause.number, "household": holder}
            draft.find("share.no_area", f"household:{holder}", **named)
        plot = Plot(figure.quantity(row.share.area or 0), row.first, row.last)
        found.setdefault(holder, Tenancy(row.party, [])).plots.append(plot)
    return [found[holder] for holder in ordered(found)]


def equal_plots(season: Season) -> list[Tenancy]:
    """Return equal parts of the clause's area, of as many as hold on any one day of the year."""
    rows = merged(season.held)
    holders, land = peak(rows, "household", *season.days), season.terms.land_area
    area, made = None, None
    if land is not None and holders:
        area = figure.quantity(land) / figure.whole(holders)
        named = {"area": number.quantity(land), "holders": holders}
        made = step.exactly("rent.area_equal", area, "mu", **named)
    found: dict[str, Tenancy] = {}
    for row in rows:
        plot = Plot(area, row.first, row.last)
        found.setdefault(row.share.holder, Tenancy(row.party, [], made)).plots.append(plot)
    return [found[holder] for holder in ordered(found)]


def rent_of(season: Season, tenancy: Tenancy, tariff: Tariff) -> Owed:
    """Return one party's rent of the year, rounded once."""
    party, plots, price = tenancy.party, tenancy.plots, tariff.listed
    days = min(plot.first for plot in plots), max(plot.last for plot in plots)
    reason = price.reason or ("no_rent_area" if any(plot.area is None for plot in plots) else "")
    if reason:
        return Owed(*party, None, (), *days, reason, price.day)
    terms = summands(season, plots, tariff.paid)
    found = figure.total([area * rate * figure.fraction(n) / YEAR for area, rate, n in terms])
    months = figure.fraction(sum((n for _, _, n in terms), Fraction(0))).text
    fen = found.fen(season.unit)
    steps = [tenancy.step] if tenancy.step else []
    if len(tariff.paid) == 1 and tariff.paid[0].rate.step:
        steps.append(tariff.paid[0].rate.step)
    steps.append(explain(season, found, fen, months, price))
    return Owed(*party, fen, tuple(steps), *days, not_before=price.day)


def summands(
    season: Season, plots: Sequence[Plot], paid: Sequence[Paid]
) -> list[tuple[Figure, Figure, Fraction]]:
    """Return area, yearly price and months of each summand of the year, alike ones together."""
    found: dict[tuple[str, str], tuple[Figure, Figure, Fraction]] = {}
    for plot in plots:
        area = plot.area or figure.NOUGHT
        for row in paid:
            first, last = max(plot.first, row.piece.first), min(plot.last, row.piece.last)
            if first > last:
                continue
            key = (area.text, row.rate.figure.text)
            known = found.get(key, (area, row.rate.figure, Fraction(0)))
            months = known[2] + season.clause.months(first, last)
            found[key] = (area, row.rate.figure, months)
    return list(found.values())


def explain(season: Season, found: Figure, fen: int, months: str, price: Listed) -> Step:
    """Return the step of the year's figure."""
    year = season.year.number
    if price.day is None:
        named = {"year": year, "months": months}
        return step.in_money("rent.cash", found, fen, season.unit, **named)
    return step.in_money(
        *("rent.in_kind", found, fen, season.unit),
        year=year,
        months=months,
        price_day=price.day.isoformat(),
        price=number.quantity(price.price or 0),
    )
