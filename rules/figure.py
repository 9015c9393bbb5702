"""A number and the formula that made it, built in one pass so that they cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rules import number

SUM, PRODUCT, ATOM = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact value with its text; `rank` says how tightly the text's outermost sign binds."""

    value: Fraction
    text: str
    rank: int = ATOM

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.value + other.value, f"{self.text}+{other.text}", SUM)

    def __sub__(self, other: Figure) -> Figure:
        return Figure(self.value - other.value, f"{self.text}−{other.within(PRODUCT)}", SUM)

    def __mul__(self, other: Figure) -> Figure:
        text = f"{self.within(PRODUCT)}×{other.within(PRODUCT)}"
        return Figure(self.value * other.value, text, PRODUCT)

    def __truediv__(self, other: Figure) -> Figure:
        text = f"{self.within(PRODUCT)}÷{other.within(ATOM)}"
        return Figure(self.value / other.value, text, PRODUCT)

    def within(self, rank: int) -> str:
        """Return the text as an operand of a sign that binds like `rank`."""
        return self.text if self.rank >= rank else f"({self.text})"

    def settled(self) -> Figure:
        """Return the figure worked out, where its value is a short decimal number."""
        if self.rank == ATOM:
            return self
        text = number.exact(self.value)
        return self if text is None else Figure(self.value, text)

    def shown(self) -> str:
        """Return the value for reading: exact where it is short, else with four decimals."""
        return number.shown(self.value)


def total(figures: list[Figure]) -> Figure:
    """Return the sum; nothing adds up to 0."""
    found = None
    for each in figures:
        found = each if found is None else found + each
    return NOUGHT if found is None else found


def money(fen: int) -> Figure:
    """Return fen as a figure in yuan."""
    return Figure(Fraction(fen, 100), number.money(fen))


def money_in(fen: int, unit: int) -> Figure:
    """Return fen as a figure in yuan, written with the decimals of 计发单位."""
    return Figure(Fraction(fen, 100), number.money_in(fen, unit))


def quantity(ten_thousandths: int) -> Figure:
    """Return an area, a weight, shares, units or a price per kg."""
    return Figure(Fraction(ten_thousandths, 10_000), number.quantity(ten_thousandths))


def percent(rate: int) -> Figure:
    """Return hundred-thousandths of 1 as percent over a hundred."""
    return Figure(Fraction(rate, 100_000), f"{number.percent(rate)}÷100", PRODUCT)


def factor(rate: int) -> Figure:
    """Return 1 + rate, as 1.05."""
    value = 1 + Fraction(rate, 100_000)
    return Figure(value, number.exact(value) or "")


def whole(count: int) -> Figure:
    """Return a whole number."""
    return Figure(Fraction(count), str(count))


def fraction(value: Fraction) -> Figure:
    """Return a number of months or a weight: a short decimal, or whole and part as 8+16÷31."""
    text = str(value.numerator) if value.denominator == 1 else None
    if text is not None:
        return Figure(value, text)
    count, rest = divmod(value.numerator, value.denominator)
    part = f"{rest}÷{value.denominator}"
    return Figure(value, f"{count}+{part}", SUM) if count else Figure(value, part, PRODUCT)


NOUGHT = whole(0)
YEAR = whole(12)  # the months that a yearly figure is for
