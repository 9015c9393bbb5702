"""What each holder weighs in a pot, and the whole that the pot is for (article 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

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

    @property
    def rest(self) -> Fraction:
        """Return what no row of the roster holds."""
        return self.whole.value - self.held


def by_months(clause: Clause, held: Sequence[Held], basis: str, first: date, last: date) -> Weights:
    """Return the weights of a year: basis × months held, of the clause's total × its months."""
    texts: dict[Fraction, Figure] = {}

    def weight(row: Held) -> Figure:
        count = clause.months(row.first, row.last)
        months = texts.get(count) or texts.setdefault(count, figure.fraction(count))
        return written(basis, amount_of(row.share, basis) or 0) * months

    highest = peak(held, basis, first, last)
    whole = figure.total(
        [
            written(basis, total(piece.terms, basis, highest))
            * figure.fraction(clause.months(piece.first, piece.last))
            for piece in clause.pieces(first, last)
        ]
    )
    return weights(members(held, weight), whole, basis, (first, last))


def on_day(
    clause: Clause, held: Sequence[Held], basis: str, days: tuple[date, date], day: date
) -> Weights:
    """Return the weights of a record day: the basis held on it, of the clause's total."""

    def weight(row: Held) -> Figure:
        holds = row.first <= day <= row.last
        return written(basis, (amount_of(row.share, basis) or 0) if holds else 0)

    highest = peak(held, basis, *days)
    whole = written(basis, total(clause.terms_on(day), basis, highest))
    return weights(members(held, weight), whole, basis, days, day)


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
        own = own if not known.weight.value else known.weight + own if own.value else known.weight
        first, last = min(known.first, row.first), max(known.last, row.last)
        found[row.share.holder] = replace(known, weight=own, first=first, last=last)
    return [found[holder] for holder in ordered(found)]


def ordered(holders: Iterable[str]) -> list[str]:
    """Return households in order of their numbers, then 村集体 and 其他股东."""
    ranks = {COLLECTIVE: 1, OTHERS: 2}
    return sorted(holders, key=lambda holder: (ranks.get(holder, 0), holder))


def weights(
    found: list[Member],
    whole: Figure,
    basis: str,
    days: tuple[date, date],
    day: date | None = None,
) -> Weights:
    """Return the weights with what no row holds given to 村集体, else 其他股东, else nobody."""
    unit = (MONTHLY if day is None else DAILY)[basis]
    held = sum((member.weight.value for member in found), Fraction(0))
    if not whole.value and not held:
        whole = figure.whole(1)
    if held < whole.value:
        fill(found, whole, held, days)
    code = "pot.weight" if day is None else "pot.weight_on"
    return Weights(tuple(found), whole.settled(), held, basis, unit, code, day)


def fill(found: list[Member], whole: Figure, held: Fraction, days: tuple[date, date]) -> None:
    """Give what no row holds to the collective's or the other holders' member, or to a new one."""
    by_party = {member.party: index for index, member in enumerate(found) if not member.number}
    index = by_party.get("village", by_party.get("business"))
    if index is None:
        rest = whole.settled() - figure.fraction(held) if held else whole
        found.append(Member("unassigned", "", rest, *days, filled=True))
        return
    member = found[index]
    others = held - member.weight.value
    rest = whole.settled() - figure.fraction(others) if others else whole
    found[index] = replace(member, weight=rest, filled=True)
