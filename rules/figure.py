"""A number and the formula that made it, built in one pass so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import add

from rules import number

SUM, PRODUCT, ATOM = 1, 2, 3


@dataclass(slots=True)
class Figure:
    """An exact value with its text; `rank` says how tightly the text's outermost sign binds.

    The value is above ÷ below, not reduced: a roster of thousands makes many of these, and
    fractions.Fraction would look for common divisors at every step.
    """

    above: int
    below: int
    text: str
    rank: int = ATOM

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return Fraction(self.above, self.below)

    def __add__(self, other: Figure) -> Figure:
        above = self.above * other.below + other.above * self.below
        return Figure(above, self.below * other.below, f"{self.text}+{other.text}", SUM)

    def __sub__(self, other: Figure) -> Figure:
        above = self.above * other.below - other.above * self.below
        text = f"{self.text}−{other.within(PRODUCT)}"
        return Figure(above, self.below * other.below, text, SUM)

    def __mul__(self, other: Figure) -> Figure:
        text = f"{self.within(PRODUCT)}×{other.within(PRODUCT)}"
        return Figure(self.above * other.above, self.below * other.below, text, PRODUCT)

    def __truediv__(self, other: Figure) -> Figure:
        text = f"{self.within(PRODUCT)}÷{other.within(ATOM)}"
        return Figure(self.above * other.below, self.below * other.above, text, PRODUCT)

    def within(self, rank: int) -> str:
        """Return the text as an operand of a sign that binds like `rank`."""
        return self.text if self.rank >= rank else f"({self.text})"

    def settled(self) -> Figure:
        """Return the figure worked out, where its value is a short decimal number."""
        if self.rank == ATOM:
            return self
        text = number.exact(self.above, self.below)
        return self if text is None else Figure(self.above, self.below, text)

    def shown(self) -> str:
        """Return the value for reading: exact where it is short, else with four decimals."""
        return number.shown(self.above, self.below)

    def fen(self, unit: int = 1) -> int:
        """Return a figure in yuan as fen, rounded half up to a whole number of units."""
        return number.half_up(self.above * number.FEN, unit, self.below)


def total(figures: Iterable[Figure]) -> Figure:
    """Return the sum; nothing adds up to 0."""
    found = list(figures)
    return reduce(add, found) if found else NOUGHT


def money(fen: int) -> Figure:
    """Return fen as a figure in yuan."""
    return Figure(fen, number.FEN, number.money(fen))


def money_in(fen: int, unit: int) -> Figure:
    """Return fen as a figure in yuan, written with the decimals of 计发单位."""
    return Figure(fen, number.FEN, number.money_in(fen, unit))


def quantity(ten_thousandths: int) -> Figure:
    """Return an area, a weight, shares, units or a price per kg."""
    return Figure(ten_thousandths, number.FOURTHS, number.quantity(ten_thousandths))


def percent(rate: int) -> Figure:
    """Return hundred-thousandths of 1 as percent over a hundred."""
    return Figure(rate, number.RATE, f"{number.percent(rate)}÷100", PRODUCT)


def factor(rate: int) -> Figure:
    """Return 1 + rate, as 1.05."""
    above = number.RATE + rate
    return Figure(above, number.RATE, number.shown(above, number.RATE))


def whole(count: int) -> Figure:
    """Return a whole number."""
    return Figure(count, 1, str(count))


def fraction(value: Fraction) -> Figure:
    """Return a number of months or a weight as whole and part: 8+16÷31."""
    above, below = value.numerator, value.denominator
    if below == 1:
        return Figure(above, 1, str(above))
    count, rest = divmod(above, below)
    part = f"{rest}÷{below}"
    if not count:
        return Figure(above, below, part, PRODUCT)
    return Figure(above, below, f"{count}+{part}", SUM)


NOUGHT = whole(0)
YEAR = whole(12)  # the months that a yearly figure is for
