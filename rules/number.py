"""Numbers as they stand in a formula: digits and a point, no separators, no needless zeros."""

from __future__ import annotations

FEN, RATE, FOURTHS = 100, 100_000, 10_000  # what yuan, rates and quantities are multiplied by
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
    whole, rest = divmod(ten_thousandths, FOURTHS)
    return f"{whole}.{rest:04d}".rstrip("0") if rest else str(whole)


def percent(rate: int) -> str:
    """Return hundred-thousandths of 1 as the number before the percent sign."""
    whole, rest = divmod(rate, 1000)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)


def fixed(above: int, below: int, decimals: int) -> str:
    """Return above ÷ below rounded half up to so many decimals."""
    scaled = half_up(above * 10**decimals, 1, below)
    sign, scaled = ("−", -scaled) if scaled < 0 else ("", scaled)
    whole, rest = divmod(scaled, 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def exact(above: int, below: int) -> str | None:
    """Return the value as a decimal number, or None where that would not end or be too long."""
    if not above % below:
        return str(above // below)
    for decimals in range(1, LONGEST + 1):
        if not above * 10**decimals % below:
            return fixed(above, below, decimals)
    return None


def shown(above: int, below: int) -> str:
    """Return the value for reading: exact where it is short, else with four decimals."""
    return exact(above, below) or fixed(above, below, 4)


def least_two(text: str) -> str:
    """Return a sum of yuan with at least two decimals."""
    _, point, decimals = text.partition(".")
    return text + ("" if point else ".") + "0" * (2 - len(decimals))


def half_up(above: int, unit: int = 1, below: int = 1) -> int:
    """Return above ÷ below rounded half up to a whole number of units."""
    step = unit * below
    return (2 * above + step) // (2 * step) * unit
