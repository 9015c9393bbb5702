"""Who holds what of a clause, and when: the rows of 受益 within the days of a year (article 12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rules import figure
from rules.facts import COLLECTIVE, OTHERS, Share
from rules.figure import Figure
from rules.month import DAY

BASES = ("amount", "shares", "area")
PARTIES = {COLLECTIVE: ("village", ""), OTHERS: ("business", "")}


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the roster within a year: the days it holds there."""

    share: Share
    first: date
    last: date

    @property
    def party(self) -> tuple[str, str]:
        """The kind and number of the party that holds it."""
        return party(self.share.holder)


def party(holder: str) -> tuple[str, str]:
    """Return the kind and number of the party that a holder's name on a roster stands for."""
    return PARTIES.get(holder) or ("household", holder)


def order(share: Share) -> tuple[object, ...]:
    """Return what sorts rows of a roster, whatever order they came in."""
    last = share.left_on or date.max
    numbers = (share.amount, share.shares, share.area)
    written = tuple(-1 if each is None else each for each in numbers)
    return share.clause, share.holder, share.joined_on, last, written, share.persons


def basis_of(shares: Iterable[Share]) -> str:
    """Return the basis of the whole clause: amount, shares, area, else each household alike."""
    rows = list(shares)
    for basis in BASES:
        if any(getattr(row, basis) is not None for row in rows):
            return basis
    return "household"


def held_in(shares: Sequence[Share], first: date, last: date) -> list[Held]:
    """Return the rows that hold on any of these days, each cut to them."""
    found = []
    for share in shares:
        begun = max(first, share.joined_on)
        left = share.left_on
        end = left if left is not None and left < last else last
        if begun <= end:
            found.append(Held(share, begun, end))
    return found


def merged(held: Iterable[Held]) -> list[Held]:
    """Return the rows so that a holder never holds twice on one day, for what each has alike."""
    found: list[Held] = []
    for row in sorted(held, key=lambda row: (row.share.holder, row.first, row.last)):
        known = found[-1] if found else None
        if known is None or known.share.holder != row.share.holder or row.first > known.last:
            found.append(row)
        elif row.last > known.last:
            found[-1] = replace(known, last=row.last)
    return found


def amount_of(share: Share, basis: str) -> int | None:
    """Return the row's basis as a whole number: fen, ten-thousandths, or 1 for each household."""
    return 1 if basis == "household" else getattr(share, basis)


def written(basis: str, amount: int) -> Figure:
    """Return that number as a figure: yuan, shares, mu or households."""
    if basis == "household":
        return figure.whole(amount)
    return figure.money(amount) if basis == "amount" else figure.quantity(amount)


def peak(held: Sequence[Held], basis: str, first: date, last: date) -> int:
    """Return the largest total of the basis held on any one day."""
    changes: dict[date, int] = {}
    steady = 0
    for row in held:
        amount = amount_of(row.share, basis) or 0
        if row.first == first and row.last == last:
            steady += amount
            continue
        changes[row.first] = changes.get(row.first, 0) + amount
        changes[row.last + DAY] = changes.get(row.last + DAY, 0) - amount
    level = highest = 0
    for day in sorted(changes):
        level += changes[day]
        highest = max(highest, level)
    return steady + highest
