"""Sharing a sum out in whole units so that the parts add up to it (largest remainder)."""

from __future__ import annotations

from collections.abc import Sequence


def floors(amount: int, weights: Sequence[int], whole: int) -> list[tuple[int, int]]:
    """Return for each weight its part of the amount cut down, and what was cut off, comparable."""
    return [divmod(amount * weight, whole) for weight in weights]


def largest_remainder(
    amount: int, weights: Sequence[int], ranks: Sequence[int], whole: int | None = None
) -> list[int]:
    """Return parts in whole units that add up to `amount`; equal remainders go to the lower rank.

    `whole` is what the weights add up to; given, it saves adding them.
    """
    if not weights:
        return []
    cut = floors(amount, weights, sum(weights) if whole is None else whole)
    parts = [part for part, _ in cut]
    left = amount - sum(parts)
    winners = sorted(range(len(parts)), key=lambda index: (-cut[index][1], ranks[index]))
    for index in winners[:left]:
        parts[index] += 1
    return parts


def turns(count: int, year: int) -> list[int]:
    """Return the rank of each of `count` households in order: the year mod n is first, then on."""
    return [(position - year) % count for position in range(count)]
