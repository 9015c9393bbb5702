"""A village of the demo while its rows are being made: its households, businesses, numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from ledger.demo import business, head
from ledger.demo.book import Book
from ledger.demo.business import Business

if TYPE_CHECKING:
    from ledger.demo.deal import Deal

# What the units of columns.csv are in stored whole numbers.
YUAN = 100  # fen
ONE = 10_000  # of an area, a weight, a share, or yuan per kilogram
PERCENT = 1000

CATEGORIES = ("lifted", "watched", "other")
SIMPLE_ONLY = 10  # every so many households is known from 简表 alone


@dataclass
class Village:
    """`code` has 12 digits; `serial` is the village's own among those of the demo."""

    code: str
    name: str
    township: str
    county: str
    serial: int
    today: date
    rng: Random
    book: Book
    early: Book  # what was known before: 简表
    households: list[str] = field(default_factory=list)  # of sheet 农户
    simple: list[str] = field(default_factory=list)  # known from 简表 alone
    deals: list[Deal] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def year(self) -> int:
        """The year of today."""
        return self.today.year

    def day(self, offset: int) -> date:
        """Return the day so many days from today."""
        return self.today + timedelta(offset)

    def chance(self, part: float) -> bool:
        """Draw whether something of this likelihood happens."""
        return self.rng.random() < part

    def number(self, prefix: str) -> str:
        """Return the next number of a kind, such as XY-28207204-03."""
        self.taken[prefix] += 1
        return f"{prefix}-{self.code[4:]}-{self.taken[prefix]:02d}"

    def business(self, kind: str, name: str = "") -> Business:
        """Add a business of this village."""
        self.taken["business"] += 1
        serial = self.serial * 50 + self.taken["business"]
        place = self.name if kind not in {"leading_firm", "park", "online_shop"} else self.county
        where = {"place": place, "code": self.code, "serial": serial}
        return business.make(self.book, self.rng, kind, name=name, **where)

    def some(self, part: float) -> list[str]:
        """Return about this part of the households, at least two, in order."""
        count = min(len(self.households), max(2, round(len(self.households) * part)))
        return sorted(self.rng.sample(self.households, count))


def settle(village: Village, count: int, heads: dict[int, str] | None = None) -> None:
    """Add `count` households; of every ten one is left to 简表. `heads` gives some their names."""
    for place in range(1, count + 1):
        number = f"{village.code[4:]}-{place:04d}"
        given = (heads or {}).get(place)
        if given is None and place % SIMPLE_ONLY == 0:
            village.simple.append(number)
            continue
        village.households.append(number)
        household(village, number, given or head.head(village.rng))


def household(village: Village, number: str, name: str) -> None:
    """Add a row of 农户, and for some one of 收入."""
    rng = village.rng
    category = rng.choices(CATEGORIES, (35, 8, 57))[0]
    assisted = category != "other"
    workers = rng.choices((0, 1, 2, 3, 4, None), (6, 22, 44, 16, 8, 4))[0]
    farms = workers != 0 and village.chance(0.8)
    village.book.add(
        "农户",
        number=number,
        village=village.code,
        head=name,
        category=category,
        low_income=assisted and village.chance(0.4),
        farms=farms,
        eligible=assisted and farms,
        workers=workers,
    )
    if category == "watched":
        incomes(village, number)


def incomes(village: Village, number: str) -> None:
    """Add two years of 收入; for some the second is much lower."""
    first = village.rng.randrange(9_000, 22_000)
    falls = village.chance(0.15)
    second = first * (60 if falls else 108) // 100
    for year, amount in ((village.year - 2, first), (village.year - 1, second)):
        village.book.add(
            "收入",
            household=number,
            year=year,
            operating=amount * 6 // 10 * YUAN,
            per_head=amount * YUAN,
        )
