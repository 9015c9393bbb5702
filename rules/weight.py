"""What each holder weighs in a pot, and the whole that the pot is for (article 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

from rules import figure
from rules.clause import Clause
from rules.facts import COLLECTIVE, OTHERS, Terms
from rules.figure import Figure
from rules.roster import Held, amount_of, party, peak, written

MEASURES = {"amount": "principal", "shares": "shares"}
MONTHLY = {
    "amount": "yuan_months",
    "shares": "share_months",
    "area": "mu_months",
    "household": "months",
}
DAILY = {"amount": "yuan", "shares": "shares", "area": "mu", "household": "households"}


@dataclass(frozen=True, slots=True)
class Member:
    """A holder of the roster in one pot: its weight, and its first and last day in the year.

    `filled` is what 村集体, 其他股东 or nobody holds because no row holds it.
    """

    party: str
    number: str
    weight: Figure
    first: date
    last: date
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """The members in order of household number, the others behind them, and the whole."""

    members: tuple[Member, ...]
    whole: Figure
    held: Fraction
    basis: str
    unit: str
    code: str = "pot.weight"  # the step that says what a member weighs
    day: date | None = None  # the record day, where months play no part

    @property
    def over(self) -> bool:
        """Say whether the roster holds more than the whole."""
        return self.held > self.whole.value


def by_months(clause: Clause, held: Sequence[Held], basis: str, days: tuple[date, date]) -> Weights:
    """Return the weights of a year: basis × months held, of the clause's total × its months.

    Where all hold for the whole year and the total is the same throughout, the months cancel out.
    """
    highest = peak(held, basis, *days)
    pieces = clause.pieces(*days)
    totals = {total(piece.terms, basis, highest) for piece in pieces}
    if len(totals) == 1 and all((row.first, row.last) == days for row in held):
        whole = written(basis, totals.pop())
        found = members(held, lambda row: written(basis, amount_of(row.share, basis) or 0))
        return weights(found, whole, basis, days, "pot.weight_year")
    months = cache(lambda first, last: figure.fraction(clause.months(first, last)))
    whole = figure.total(
        written(basis, total(piece.terms, basis, highest)) * months(piece.first, piece.last)
        for piece in pieces
    )
    found = members(
        held,
        lambda row: written(basis, amount_of(row.share, basis) or 0) * months(row.first, row.last),
    )
    return weights(found, whole, basis, days, "pot.weight")


def on_day(
    clause: Clause, held: Sequence[Held], basis: str, days: tuple[date, date], day: date
) -> Weights:
    """Return the weights of a record day: the basis held on it, of the clause's total."""

    def weight(row: Held) -> Figure:
        holds = row.first <= day <= row.last
        return written(basis, (amount_of(row.share, basis) or 0) if holds else 0)

    highest = peak(held, basis, *days)
    whole = written(basis, total(clause.terms_on(day), basis, highest))
    found = weights(members(held, weight), whole, basis, days, "pot.weight_on")
    return replace(found, day=day)


def total(terms: Terms, basis: str, highest: int) -> int:
    """Return the clause's total of the basis, else the most held on one day."""
    cell = getattr(terms, MEASURES[basis]) if basis in MEASURES else None
    return highest if cell is None else cell


def members(held: Sequence[Held], weight: Callable[[Held], Figure]) -> list[Member]:
    """Return one member for each holder, its rows added up."""
    found: dict[str, Member] = {}
    for row in held:
        own = weight(row)
        known = found.get(row.share.holder)
        if known is None:
            found[row.share.holder] = Member(*party(row.share.holder), own, row.first, row.last)
            continue
        if known.weight.above:
            own = known.weight + own if own.above else known.weight
        first, last = min(known.first, row.first), max(known.last, row.last)
        found[row.share.holder] = replace(known, weight=own, first=first, last=last)
    return [found[holder] for holder in ordered(found)]


def ordered(holders: Iterable[str]) -> list[str]:
    """Return households in order of their numbers, then 村集体 and 其他股东."""
    ranks = {COLLECTIVE: 1, OTHERS: 2}
    return sorted(holders, key=lambda holder: (ranks.get(holder, 0), holder))


def weights(
    found: list[Member], whole: Figure, basis: str, days: tuple[date, date], code: str
) -> Weights:
    """Return the weights with what no row holds given to 村集体, else 其他股东, else nobody."""
    unit = (MONTHLY if code == "pot.weight" else DAILY)[basis]
    held = held_by(found)
    if not whole.above and not held:
        whole = figure.whole(1)
    if held < whole.value:
        fill(found, whole, held, days)
    return Weights(tuple(found), whole.settled(), held, basis, unit, code)


def held_by(found: Iterable[Member]) -> Fraction:
    """Return the sum of the members' weights."""
    sums: dict[int, int] = {}
    for member in found:
        weight = member.weight
        sums[weight.below] = sums.get(weight.below, 0) + weight.above
    return sum((Fraction(above, below) for below, above in sums.items()), Fraction(0))


def fill(found: list[Member], whole: Figure, held: Fraction, days: tuple[date, date]) -> None:
    """Give what no row holds to the collective's or the other holders' member, or to a new one."""
    by_party = {member.party: index for index, member in enumerate(found) if not member.number}
    index = by_party.get("village", by_party.get("business"))
    if index is None:
        rest = whole.settled() - amount(held) if held else whole
        found.append(Member("unassigned", "", rest, *days, filled=True))
        return
    member = found[index]
    others = held - member.weight.value
    rest = whole.settled() - amount(others) if others else whole
    found[index] = replace(member, weight=rest, filled=True)


def amount(value: Fraction) -> Figure:
    """Return a sum of weights as a short decimal number, else as whole and part."""
    found = figure.fraction(value)
    return found.settled()
