"""Numbers as they stand in a formula: digits and a point, no separators, no needless zeros."""

from __future__ import annotations

from fractions import Fraction

UNITS = {"fen": 1, "jiao": 10, "yuan": 100}
CUT = {1: None, 10: -1, 100: -3}  # of an amount with two decimals
LONGEST = 8  # decimals that a reader still takes in; longer numbers stay fractions


def money(fen: int) -> str:
    """Return fen as yuan with two decimals."""
    sign, fen = ("−", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100}.{fen % 100:02d}"


def money_in(fen: int, unit: int) -> str:
    """Return fen as yuan with the decimals of 计发单位; all of them where the amount needs them."""
    return money(fen) if fen % unit else money(fen)[: CUT[unit]]


def quantity(ten_thousandths: int) -> str:
    """Return an area, a weight, a price per kg or the like without trailing zeros."""
    whole, rest = divmod(ten_thousandths, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0") if rest else str(whole)


def percent(rate: int) -> str:
    """Return hundred-thousandths of 1 as the number before the percent sign."""
    whole, rest = divmod(rate, 1000)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)


def fixed(value: Fraction, decimals: int) -> str:
    """Return the value rounded half up to so many decimals."""
    scaled = half_up(value * 10**decimals)
    sign, scaled = ("−", -scaled) if scaled < 0 else ("", scaled)
    if not decimals:
        return f"{sign}{scaled}"
    return f"{sign}{scaled // 10**decimals}.{scaled % 10**decimals:0{decimals}d}"


def exact(value: Fraction) -> str | None:
    """Return the value as a decimal number, or None where that would not end or be too long."""
    if value.denominator == 1:
        return str(value.numerator)
    for decimals in range(1, LONGEST + 1):
        if 10**decimals % value.denominator == 0:
            return fixed(value, decimals)
    return None


def shown(value: Fraction) -> str:
    """Return the value for reading: exact where it is short, else with four decimals."""
    return exact(value) or fixed(value, 4)


def half_up(value: Fraction | int, unit: int = 1) -> int:
    """Return the value rounded half up to a whole number of units."""
    return int((value * 2 + unit) // (2 * unit)) * unit
