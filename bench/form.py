"""Money and dates: our formats beside Babel's, which must agree where Babel is right."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from web.formats import FORMATS, amount

SAMPLES = 10_000
GOAL = 20


def measure(_build: Path, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return how many times quicker amounts and days are written than by Babel."""
    dice = random.Random(7)
    sums = [dice.randint(-(10**9), 10**11) for _ in range(SAMPLES)]
    days = [date.fromordinal(dice.randint(730_000, 745_000)) for _ in range(SAMPLES)]
    yuan = [Decimal(fen) / 100 for fen in sums]
    found = []
    for locale in FORMATS:
        ours = FORMATS[locale]
        found += [
            compare(
                f"money, {locale}",
                lambda: [amount(fen) for fen in sums],
                lambda code=locale: [format_decimal(n, "#,##0.00", locale=code) for n in yuan],
                given.rounds,
            ),
            # Babel's own Uyghur days are not written in China; its patterns can be.
            compare(
                f"days, {locale}",
                lambda ours=ours: [ours.day(day) for day in days],
                lambda code=locale: [format_date(d, PATTERNS[code], locale=code) for d in days],
                given.rounds,
            ),
        ]
    return found


PATTERNS = {"zh": "long", "ug": "y-'يىلى' M-'ئاينىڭ' d-'كۈنى'"}


def compare(
    what: str, ours: Callable[[], Sequence[str]], babel: Callable[[], Sequence[str]], rounds: int
) -> dict[str, Any]:
    """Time both in turn; the texts must be the same."""
    if list(ours()) != list(babel()):
        differs = next(pair for pair in zip(ours(), babel(), strict=True) if len(set(pair)) > 1)
        raise AssertionError(f"{what}: {differs}")
    ratios = []
    for _ in range(rounds):
        mine, other = timed(ours), timed(babel)
        ratios.append(other / mine)
    return {"what": what, "ratio": round(median(ratios), 1), "goal": GOAL, "samples": SAMPLES}


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start
