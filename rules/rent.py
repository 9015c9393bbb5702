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
    """A row of terms within the year that fixes a rent: what it pays, and on how much land.

    `land` is the clause's area, or an equal part of it with its step; None where it is not stated.
    """

    piece: Piece
    rate: Rate
    listed: Listed
    land: Figure | None
    part: Step | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """An area held for some days; None where it is what the terms of those days say."""

    area: Figure | None
    first: date
    last: date

    def within(self, row: Paid) -> tuple[date, date] | None:
        """Return the first and last day held under a row of terms."""
        first, last = max(self.first, row.piece.first), min(self.last, row.piece.last)
        return (first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Tenancy:
    """A party's plots in the year."""

    party: tuple[str, str]
    plots: list[Plot]


def lines(draft: Draft, season: Season, prices: Prices, on: date) -> None:
    """Add the year's rent of every holder, or of the party."""
    rows = [piece for piece in season.pieces if pays(piece.terms)]
    if not rows:
        return
    parts = peak(merged(season.held), "household", *season.days) if equal(season) else 0
    paid = [paid_by(draft, season, piece, (prices, on), parts) for piece in rows]
    owed = [rent_of(season, each, paid) for each in tenancies(draft, season)]
    draft.add_yearly(season.heading, "rent", owed)


def equal(season: Season) -> bool:
    """Say whether the clause's area is in equal parts: no row of the roster has one."""
    return season.for_households and all(row.area is None for row in season.shares)


def paid_by(
    draft: Draft, season: Season, piece: Piece, market: tuple[Prices, date], parts: int
) -> Paid:
    """Return what a row of terms pays; its land is in so many equal parts, 0 meaning whole."""
    terms = piece.terms
    price = listed(draft, season, terms, *market) if in_kind(terms) else Listed()
    earns = rate(draft, season, terms, price)
    land = None if terms.land_area is None else figure.quantity(terms.land_area)
    if land is None or not parts:
        return Paid(piece, earns, price, land)
    part = land / figure.whole(parts)
    named = {"area": land.text, "holders": parts}
    return Paid(piece, earns, price, part, step.exactly("rent.area_equal", part, "mu", **named))


def tenancies(draft: Draft, season: Season) -> list[Tenancy]:
    """Return each party's plots: of its own rows, or equal parts where no row has an area."""
    if not season.for_households:
        return [Tenancy(season.party, [Plot(None, *season.days)])]
    return equal_plots(season) if equal(season) else own_plots(draft, season)


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
    """Return the days of each holder, whose area is an equal part of the clause's."""
    found: dict[str, Tenancy] = {}
    for row in merged(season.held):
        plot = Plot(None, row.first, row.last)
        found.setdefault(row.share.holder, Tenancy(row.party, [])).plots.append(plot)
    return [found[holder] for holder in ordered(found)]


def rent_of(season: Season, tenancy: Tenancy, paid: Sequence[Paid]) -> Owed:
    """Return one party's rent of the year, rounded once; only rows it held under count."""
    party, plots = tenancy.party, tenancy.plots
    days = min(plot.first for plot in plots), max(plot.last for plot in plots)
    rows = [row for row in paid if any(plot.within(row) for plot in plots)]
    price = max((row.listed for row in rows if row.listed.day), key=by_day, default=Listed())
    if reason := unknown(plots, rows):
        return Owed(*party, None, (), *days, reason, price.day)
    terms = summands(season, plots, rows)
    found = figure.total([area * rate * figure.fraction(n) / YEAR for area, rate, n in terms])
    months = figure.fraction(sum((n for _, _, n in terms), Fraction(0))).text
    fen = found.fen(season.unit)
    steps = [*before(plots, rows), explain(season, found, fen, months, price)]
    return Owed(*party, fen, tuple(steps), *days, not_before=price.day)


def by_day(listed: Listed) -> date:
    """Order list prices by their day: a rent is due on the later of due day and price day."""
    return listed.day or date.min


def unknown(plots: Sequence[Plot], rows: Sequence[Paid]) -> str:
    """Return the reason why the rent of these rows is not known, or nothing."""
    for row in rows:
        if row.listed.reason:
            return row.listed.reason
        if row.land is None and any(plot.area is None and plot.within(row) for plot in plots):
            return "no_rent_area"
    return ""


def before(plots: Sequence[Plot], rows: Sequence[Paid]) -> list[Step]:
    """Return the steps that come before the figure: the equal part, and the price as adjusted."""
    parts = {row.part: row.part for row in rows if plots[0].area is None}
    found = list(parts) if len(parts) == 1 else []
    if len(rows) == 1:
        found.append(rows[0].rate.step)
    return [each for each in found if each]


def summands(
    season: Season, plots: Sequence[Plot], rows: Sequence[Paid]
) -> list[tuple[Figure, Figure, Fraction]]:
    """Return area, yearly price and months of each summand of the year, alike ones together."""
    found: dict[tuple[str, str], tuple[Figure, Figure, Fraction]] = {}
    for plot in plots:
        for row in rows:
            if not (days := plot.within(row)):
                continue
            area = plot.area or row.land or figure.NOUGHT
            key = (area.text, row.rate.figure.text)
            known = found.get(key, (area, row.rate.figure, Fraction(0)))
            found[key] = (area, row.rate.figure, known[2] + season.clause.months(*days))
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
