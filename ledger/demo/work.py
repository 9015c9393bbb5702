"""订单收购 and 务工就业: what is delivered and worked, or only agreed (article 10(1), 10(5))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.demo.day import whole_years
from ledger.demo.deal import Deal, sign
from ledger.demo.village import ONE, YUAN, Village

# crop: protected price in ten-thousandths of a yuan, kilograms a household and year, harvest.
CROPS = {
    "番茄": (5_500, 6000, (8, 20)),
    "打瓜籽": (90_000, 800, (9, 12)),
    "鹰嘴豆": (62_000, 1200, (8, 5)),
    "小麦": (24_000, 5000, (7, 25)),
    "食葵": (75_000, 900, (9, 20)),
}
GRADES = ("一级", "二级", "三级")
JOBS = ("缝纫", "分拣包装", "大棚管护", "仓储搬运", "保洁")


def order(village: Village, members: Sequence[str]) -> Deal:
    """A crop bought at the list price and a bit, never below the protected price."""
    rng = village.rng
    crop = rng.choice(list(CROPS))
    floor, kilograms, _ = CROPS[crop]
    start, end = whole_years(village.year, 1, 1)
    deal = sign(
        *(village, village.business("leading_firm"), "order", start, end),
        stake="none",
        source="none",
        crop=crop,
        crop_kg=kilograms * ONE,
        floor_price=floor,
        premium=rng.choice((1000, 2000, 3000)),
        due_days="08-31;09-30;10-31;11-30",
    )
    for member in members:
        deal.join(member)
    delivered(deal, [member for member in members if village.chance(0.8)], crop)
    return deal


def delivered(deal: Deal, members: Sequence[str], crop: str, *, clause: int = 1) -> None:
    """Add a delivery or two a year for each household, up to today."""
    rng = deal.village.rng
    _, kilograms, harvest = CROPS[crop]
    for year in range(deal.start.year, deal.village.year + 1):
        for member in members:
            for part in range(rng.randrange(1, 3)):
                day = date(year, *harvest) + timedelta(rng.randrange(14) + 14 * part)
                weight = rng.randrange(kilograms * 20, kilograms * 60) * ONE // 100
                deliver(deal, member, day, weight, clause=clause)


def deliver(
    deal: Deal,
    member: str,
    day: date,
    kilograms: int,
    *,
    price: int | None = None,
    clause: int = 1,
) -> None:
    """Add one delivery, unless its day is still to come."""
    if day > deal.village.today:
        return
    deal.village.book.add(
        "交售",
        agreement=deal.number,
        clause=clause,
        household=member,
        number=deal.serial("JS"),
        day=day,
        grade=deal.village.rng.choice(GRADES),
        kg=kilograms,
        price=price,
    )


def workshop(village: Village, members: Sequence[str]) -> Deal:
    """Work by the month near home; whoever has not come yet has only what was agreed."""
    rng = village.rng
    start, end = whole_years(village.year, 1, 1)
    deal = sign(
        *(village, village.business("workshop"), "work", start, end),
        stake="none",
        source="none",
        job=rng.choice(JOBS),
        wage=rng.randrange(18, 32) * 100 * YUAN,
        wage_unit="month",
        work_time=6 * ONE,
        payment_form="bank",
        due_days="01-15;04-15;07-15;10-15",
    )
    for member in members:
        deal.join(member, persons=rng.choice((None, None, None, 2)))
    settled(deal, members[: len(members) * 2 // 3], units=(1, 3))
    return deal


def settled(deal: Deal, members: Sequence[str], *, clause: int = 1, units: tuple[int, int]) -> None:
    """Add what each household worked in the two middle quarters of each year, up to today."""
    rng = deal.village.rng
    for year in range(max(deal.start.year, deal.village.year - 1), deal.village.year + 1):
        for day in (date(year, 6, 30), date(year, 9, 30)):
            for member in members:
                settle(deal, member, day, rng.randint(*units) * ONE, clause=clause)


def settle(deal: Deal, member: str, day: date, units: int, *, clause: int = 1) -> None:
    """Add one settlement, unless its day is still to come."""
    if day > deal.village.today:
        return
    deal.village.book.add(
        "结算", agreement=deal.number, clause=clause, household=member, to_day=day, units=units
    )
