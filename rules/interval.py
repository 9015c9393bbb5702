"""A share of a sample, and between which bounds the true one lies (Wilson's interval, 95 %)."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import NamedTuple

WHOLE = 100_000  # shares are hundred-thousandths, like every rate
STEP = 100  # bounds are shown to a tenth of a percent, rounded outwards
Z_SQUARED = Fraction(3_841_459, 1_000_000)  # 1.959964², the normal law's 97.5 % point
FINE = 10**12  # a square root is taken to so many parts of 1


class Interval(NamedTuple):
    """Hundred-thousandths: the share that was seen, and the bounds."""

    share: int
    low: int
    high: int


def wilson(part: int, size: int) -> Interval | None:
    """Return the share `part` of `size` with its bounds; None where nobody was asked.

    The lower bound is cut and the upper one rounded up to a tenth of a percent, so that what is
    shown never promises more than was measured. ValueError where the part exceeds the whole.
    """
    if not 0 <= part <= size:
        raise ValueError(f"interval: {part} of {size}")
    if not size:
        return None
    middle = part + Z_SQUARED / 2
    half = _root(Z_SQUARED * (Fraction(part * (size - part), size) + Z_SQUARED / 4))
    low = (middle - half) / (size + Z_SQUARED) if part else Fraction(0)
    high = (middle + half) / (size + Z_SQUARED) if part < size else Fraction(1)
    return Interval(
        part * WHOLE // size,
        max(low * WHOLE // STEP * STEP, 0),
        min(-(-high * WHOLE // STEP) * STEP, WHOLE),
    )


def _root(value: Fraction) -> Fraction:
    """Return the square root, cut to 1/FINE."""
    return Fraction(isqrt(value.numerator * FINE * FINE // value.denominator), FINE)
