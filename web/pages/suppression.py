"""Small groups are not shown outside their county, nor what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Sequence

LEAST = 5  # households, product.md 5, rule 7


def few(size: int) -> bool:
    """Say whether a group is so small that its people could be known."""
    return 0 < size < LEAST


def telling(part: int, whole: int) -> bool:
    """Say whether a part of a whole, or the rest of it, is a small group."""
    return few(part) or few(whole - part)


def hidden(sizes: Sequence[int], already: Collection[int] = ()) -> frozenset[int]:
    """Return the places of the groups to hide where the sum of all of them is shown.

    What is hidden must not follow from the sum and the rest: at least two are hidden, the smallest
    first, and together they are no small group. `already` are hidden for another reason.
    """
    found = {n for n, size in enumerate(sizes) if few(size)} | set(already)
    others = (n for n, size in enumerate(sizes) if size and n not in found)
    for n in sorted(others, key=lambda n: (sizes[n], n)) if found else ():
        if len(found) > 1 and sum(sizes[each] for each in found) >= LEAST:
            break
        found.add(n)
    return frozenset(found)
