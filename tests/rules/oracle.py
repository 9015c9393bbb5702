"""The arithmetic once more, slowly and differently, to hold the rules against."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

DAY = timedelta(days=1)


def closes_month(start: date, day: date) -> bool:
    """Say whether a whole month from the start's day of month ends on this day."""
    if day < start:
        return False
    following = day + DAY
    lacks_the_day = monthrange(day.year, day.month)[1] < start.day
    if lacks_the_day and following.day == 1:
        return True
    return following.day == start.day and following > start


def counted_months(start: date, through: date) -> Fraction:
    """Count months by walking from day to day."""
    whole, since, day = 0, 0, start
    while day <= through:
        since += 1
        if closes_month(start, day):
            whole, since = whole + 1, 0
        day += DAY
    if not since:
        return Fraction(whole)
    length, day = since, through
    while not closes_month(start, day):
        day += DAY
        length += 1
    return whole + Fraction(since, length if day > through else since)


def shared(pot: int, weights: Sequence[Fraction], names: Sequence[str], year: int) -> list[int]:
    """Hand out a pot unit by unit to whoever lacks most; ties in turn by the year.

    A name in brackets is a collective, other holders or nobody, and loses ties.
    """
    whole = sum(weights, Fraction(0))
    exact = [pot * weight / whole for weight in weights]
    parts = [int(each) for each in exact]
    turn = sorted(
        name
        for name, weight in zip(names, weights, strict=True)
        if weight and not name.startswith("(")
    )
    order = turn[year % len(turn) :] + turn[: year % len(turn)] if turn else []
    order += sorted(name for name in names if name.startswith("("))
    lacking = {name: each - part for name, each, part in zip(names, exact, parts, strict=True)}
    winners: list[str] = []
    for _ in range(pot - sum(parts)):
        left = [name for name in order if name not in winners]
        most = max(lacking[name] for name in left)
        winners.append(next(name for name in left if lacking[name] == most))
    return [part + (name in winners) for name, part in zip(names, parts, strict=True)]


def evaluated(formula: str) -> Fraction:
    """Work out the left side of a formula of digits and + − × ÷ ( )."""
    left = formula.split("=", maxsplit=1)[0]
    value, rest = summed(left)
    assert not rest, formula
    return value


def summed(text: str) -> tuple[Fraction, str]:
    value, text = product(text)
    while text[:1] in {"+", "−"}:
        sign, (other, text) = text[0], product(text[1:])
        value = value + other if sign == "+" else value - other
    return value, text


def product(text: str) -> tuple[Fraction, str]:
    value, text = atom(text)
    while text[:1] in {"×", "÷"}:
        sign, (other, text) = text[0], atom(text[1:])
        value = value * other if sign == "×" else value / other
    return value, text


def atom(text: str) -> tuple[Fraction, str]:
    if text.startswith("("):
        value, text = summed(text[1:])
        assert text.startswith(")")
        return value, text[1:]
    digits = ""
    while text[:1].isdigit() or text[:1] == ".":
        digits, text = digits + text[0], text[1:]
    return Fraction(digits), text


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round half up, by looking at what is left over."""
    scaled = value * 10**decimals
    floor = scaled.numerator // scaled.denominator
    return Fraction(floor + (scaled - floor >= Fraction(1, 2)), 10**decimals)
