"""The lists of names and words that the demo draws from (words.csv)."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.csv")


def words(name: str) -> tuple[str, ...]:
    """Return the words of a list, in the order of the file."""
    return _lists()[name]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["list"]].append(row["word"])
    return {name: tuple(own) for name, own in found.items()}
