"""A buy-back clause 回购 in two readings side by side, without a verdict (article 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.line import Step
from rules.watch.facts import Deal


@dataclass(frozen=True, slots=True)
class Reading:
    """What is paid back beside what it is held against, both in fen; None where not on record."""

    paid: int | None
    against: int | None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Buyback:
    """One clause's buy-back: its price, day and buyer, and both readings.

    `value`: the price beside the assets' book or appraised value of that day. `whole`: guaranteed
    returns of the term and the price, beside what the assets (without any: the principal) cost.
    """

    clause: int
    price: int | None
    day: date | None
    by: str | None
    value: Reading
    whole: Reading


def readings(deal: Deal, on: date) -> tuple[Buyback, ...]:
    """Return the buy-back of each clause that has one, by the terms in force on a day."""
    raise NotImplementedError
