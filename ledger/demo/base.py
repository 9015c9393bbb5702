"""What all share in the demo: list prices, the counties' figures, the villages' own rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random

from ledger.demo import business
from ledger.demo.book import Book
from ledger.demo.village import YUAN
from ledger.demo.work import CROPS

QUALIFIED = 0.9  # of the villages
QUARTER = timedelta(91)
SOURCE = "自治区农产品价格监测（演示）"
REASON = "距离产业基地较远，暂无合适经营主体"


def prices(book: Book, today: date, rng: Random) -> None:
    """Add a list price of every crop for each quarter of the last four years."""
    for crop, (floor, _, _) in CROPS.items():
        day = date(today.year - 3, 1, 5)
        while day <= today:
            price = floor * rng.randrange(92, 125) // 100
            book.add("市价", crop=crop, day=day, yuan_per_kg=price // 100 * 100, source=SOURCE)
            day += QUARTER


def counties(book: Book, codes: Iterable[str], today: date, rng: Random) -> None:
    """Add two years of the counties' own figures."""
    for code in codes:
        total = rng.randrange(4000, 12_000) * 10_000
        for year in (today.year - 2, today.year - 1):
            book.add(
                "县指标",
                code=code,
                year=year,
                central_total=total * YUAN,
                central_industry=total * rng.randrange(62, 80) // 100 * YUAN,
                farmer_income=rng.randrange(23_000, 29_000) * YUAN,
            )


def villages(book: Book, codes: Sequence[str], rng: Random) -> None:
    """Add the villages with whom a household asks there."""
    for place, code in enumerate(codes):
        qualified = not place or rng.random() < QUALIFIED
        book.add(
            "行政村",
            code=code,
            qualified=qualified,
            reason=None if qualified else REASON,
            phone=business.phone(rng),
        )
