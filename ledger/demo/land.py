"""土地流转 and 托养托管: rents of every kind, animals in others' care (article 10(2), 10(4))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ledger.demo.day import whole_years
from ledger.demo.deal import Deal, sign
from ledger.demo.village import ONE, PERCENT, YUAN, Village
from ledger.demo.work import settled

GROWTH_YEARS = 2
LATE, LEAVING = 3, 5  # which of seven joins late, and which of eleven leaves


def cash(village: Village, members: Sequence[str]) -> Deal:
    """Rent by the mu that grows, with better terms from the middle of last year on."""
    rng = village.rng
    start, end = whole_years(village.year, 2, 1)
    price = rng.randrange(300, 620, 10) * YUAN
    deal = sign(
        *(village, village.business("family_farm"), "land", start, end),
        stake="own",
        source="own",
        rent_kind="cash",
        rent_price=price,
        rent_growth=3 * PERCENT,
        rent_step_years=GROWTH_YEARS,
        due_days=rng.choice(("10-31", "05-31;10-31", "11-15")),
    )
    for member in members:
        deal.join(member, area=rng.randrange(40_000, 300_000, 1000))
    if village.chance(0.5):
        deal.change(1, date(village.year - 1, 7, 1), rent_price=price + 40 * YUAN)
    return deal


def steps(village: Village, members: Sequence[str]) -> Deal:
    """A rent that rises by a fixed sum, of land that the sheet does not part; and work on it."""
    rng = village.rng
    start, end = whole_years(village.year, 2, 1)
    deal = sign(
        *(village, village.business("large_grower"), "land", start, end),
        stake="own",
        source="own",
        land_area=len(members) * rng.randrange(8, 25) * ONE,
        rent_kind="cash",
        rent_price=400 * YUAN,
        rent_step_amount=20 * YUAN,
        unit="jiao",
        due_days="11-30",
    )
    for member in members:
        deal.join(member)
    deal.clause(
        2, mode="work", job="田间管理", wage=120 * YUAN, wage_unit="day", due_days="07-31;11-30"
    )
    settled(deal, members[: max(1, len(members) // 4)], clause=2, units=(20, 60))
    return deal


def in_kind(village: Village, members: Sequence[str]) -> Deal:
    """Rent counted in kilograms of wheat and paid in money at the price of a day."""
    rng = village.rng
    start, end = whole_years(village.year, 1, 1)
    deal = sign(
        *(village, village.business("cooperative"), "land", start, end),
        stake="own",
        source="own",
        rent_kind="in_kind",
        rent_crop="小麦",
        rent_crop_kg=rng.randrange(150, 260, 10) * ONE,
        rent_price_day="08-15",
        due_days="09-30",
    )
    for member in members:
        deal.join(member, area=rng.randrange(50_000, 250_000, 1000))
    return deal


def custody(village: Village, members: Sequence[str]) -> Deal:
    """Sheep in a neighbour's care for so much a year; households come and go."""
    rng = village.rng
    start = date(village.year - 2, rng.randrange(1, 7), 1)
    deal = sign(
        *(village, village.business("large_grower"), "custody", start, None),
        stake="own",
        source="quantified_aid",
        guaranteed_amount=len(members) * rng.randrange(6, 15) * 100 * YUAN,
        due_days=rng.choice(("12-25", "06-20;12-20", None)),
    )
    for place, member in enumerate(members):
        joined = date(village.year - 1, 2, 10) if place % 7 == LATE else None
        left = date(village.year - 1, 9, 30) if place % 11 == LEAVING else None
        cells = {"joined_on": joined, "left_on": left, "leave_reason": "request" if left else None}
        deal.join(member, **cells)
    return deal
