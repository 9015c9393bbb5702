"""Names of invented heads of households, as registers write them: in several scripts and lengths.

Nothing is derived from a name: each is drawn anew from lists of first and family names.
"""

from __future__ import annotations

from random import Random

from ledger.demo.word import words

# How often each way of writing comes, in hundredths.
WAYS = {"chinese": 58, "dotted": 24, "arabic": 11, "rare": 5, "latin": 2}


def head(rng: Random) -> str:
    """Return a name."""
    way = rng.choices(list(WAYS), list(WAYS.values()))[0]
    if way == "chinese":
        return rng.choice(words("surname")) + rng.choice(words("given"))
    if way in {"rare", "latin"}:
        return rng.choice(words(way))
    between = {"dotted": "·", "arabic": " "}[way]
    return rng.choice(words(f"{way} first")) + between + rng.choice(words(f"{way} last"))
