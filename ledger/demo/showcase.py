"""The showcase village: one household whose lines have every state today, and the rarer agreements.

Its days are counted from today, so the states are there whenever the demo is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ledger.demo import collective, land, service, share, work
from ledger.demo.collective import Decision
from ledger.demo.day import due_days, same_day, whole_years
from ledger.demo.deal import GOOD, sign
from ledger.demo.project import project, proposals
from ledger.demo.village import ONE, PERCENT, YUAN, Village

VILLAGE = "652328207204"
SMALLEST = 24
HEADS = {
    1: "نۇرگۈل ئەخمەتجان",
    2: "努尔古丽·艾合买提江",
    3: "陈𬱖",
    4: "叶尔江·托合塔尔别克",
    5: "Aygul Yusup",
    6: "马玉珍",
    7: "𠮷建民",
    8: "王㛃",
    9: "ەرجان قابدىل",
    10: "阿布都热合曼·吐尔逊尼亚孜·努尔买买提",
    11: "李秀英",
    12: "赵德才",
}
LONG_NAME = "木垒县依尔哈巴克村天山北坡生态养殖与特色农产品加工农民专业合作社联合社"
OVERDUE, TO_COME, LATE, TODAY, SHORT, PAID = -12, 38, -40, 0, -70, -35


def fill(village: Village) -> str:
    """Add the agreements of the village and return the number of the showcase household."""
    own, others = village.households[0], village.households[1:]
    members = [own, *others[:9]]
    guaranteed(village, members)
    rent(village, members[:6])
    orders(village, members[:8])
    wages(village, members[:5])
    kept(village, members[:4])
    quiet_year(village, members[:7])
    undecided(village, [*others, own])
    for make in (service.service, service.training, service.chain):
        make(village, members).habit = GOOD
    rare(village, others)
    proposals(village)
    return own


def guaranteed(village: Village, members: Sequence[str]) -> None:
    """Guarantee and dividend: one half of this year is overdue, one to come; last year's late."""
    start, end = whole_years(village.year, 2, 1)
    days = {village.day(OVERDUE): 1, village.day(TO_COME): 1}
    amounts = [20_000, *[village.rng.randrange(8, 30) * 1000 for _ in members[1:]]]
    number, _ = project(village, "farm_building", sum(amounts) * YUAN, year=start.year)
    deal = sign(
        *(village, village.business("cooperative", LONG_NAME), "share", start, end),
        habit=GOOD,
        project=number,
        stake="equity",
        source="quantified_aid",
        households=len(members),
        principal=sum(amounts) * YUAN,
        guaranteed_rate=6 * PERCENT,
        profit_share=20 * PERCENT,
        due_days=due_days(village.year, days),
    )
    for member, amount in zip(members, amounts, strict=True):
        deal.join(member, amount=amount * YUAN)
    for day, profit in ((village.day(-440), 64_000), (village.day(-75), 81_000)):
        share.result(deal, day.year - 1, 1, day, profit)
    deal.fate("guaranteed", village.day(OVERDUE), "open")
    for years, what in ((-1, "late"), (-2, "reversed")):
        deal.fate("guaranteed", same_day(village.day(OVERDUE), years), what)
    deal.fate("guaranteed", same_day(village.day(TO_COME), -1), "two")


def rent(village: Village, members: Sequence[str]) -> None:
    """Rent that was paid; last year a little too much."""
    start, end = whole_years(village.year, 2, 2)
    day = village.day(-100)
    deal = sign(
        *(village, village.business("family_farm"), "land", start, end),
        habit=GOOD,
        stake="own",
        source="own",
        rent_kind="cash",
        rent_price=610 * YUAN,
        due_days=due_days(village.year, {day: 1}),
    )
    areas = [123_500, *[village.rng.randrange(50_000, 200_000, 500) for _ in members[1:]]]
    for member, area in zip(members, areas, strict=True):
        deal.join(member, area=area)
    deal.fate("rent", same_day(day, -1), "over", members[0])
    deal.fate("rent", same_day(day, -1), "advance")


def orders(village: Village, members: Sequence[str]) -> None:
    """A delivery paid late, one due today, and a crop of which nothing was delivered yet."""
    start, end = whole_years(village.year, 1, 1)
    days = due_days(village.year, {village.day(day): 1 for day in (LATE, TODAY, TO_COME)})
    deal = sign(
        *(village, village.business("leading_firm"), "order", start, end),
        habit=GOOD,
        stake="none",
        source="none",
        crop="番茄",
        crop_kg=6000 * ONE,
        floor_price=5500,
        premium=2000,
        due_days=days,
    )
    deal.clause(2, mode="order", crop="食葵", crop_kg=900 * ONE, floor_price=75_000, due_days=days)
    for member in members:
        deal.join(member)
        deal.join(member, 2)
        work.deliver(deal, member, village.day(LATE - 20), 2_345_6000)
        work.deliver(deal, member, village.day(TODAY - 10), 1_800_5000, price=7200)
    deal.fate("order", village.day(LATE), "late")
    deal.fate("order", village.day(TODAY), "open")


def wages(village: Village, members: Sequence[str]) -> None:
    """Wages of which some were paid short and some in full, and a household that only may come."""
    start, end = whole_years(village.year, 1, 1)
    days = {village.day(day): 1 for day in (SHORT, PAID, TO_COME)}
    deal = sign(
        *(village, village.business("workshop"), "work", start, end),
        habit=GOOD,
        stake="none",
        source="none",
        job="分拣包装",
        wage=130 * YUAN,
        wage_unit="day",
        work_time=60 * ONE,
        payment_form="bank",
        due_days=due_days(village.year, days),
    )
    for member in members:
        deal.join(member)
    for member in members[:3]:
        work.settle(deal, member, village.day(SHORT - 5), 22 * ONE)
        work.settle(deal, member, village.day(PAID - 3), 18_5000)
    deal.fate("wage", village.day(SHORT), "short")
    deal.fate("wage", village.day(PAID), "paid")


def kept(village: Village, members: Sequence[str]) -> None:
    """Sheep in care, with no day agreed on which the money is due and no end."""
    deal = sign(
        *(village, village.business("large_grower"), "custody", date(village.year - 1, 3, 1), None),
        habit=GOOD,
        stake="own",
        source="quantified_aid",
        guaranteed_amount=len(members) * 900 * YUAN,
        payment_form="cash",
    )
    for member in members:
        deal.join(member, amount=9000 * YUAN)


def quiet_year(village: Village, members: Sequence[str]) -> None:
    """A park whose year ended lately: a loss the year before, this one's result not yet known."""
    start = same_day(village.day(-41), -3)
    deal = sign(
        *(village, village.business("park"), "share", start, same_day(start, 6) - timedelta(1)),
        habit=GOOD,
        stake="equity",
        source="other_aid",
        year_kind="agreement",
        shares=len(members) * 5 * ONE + 2 * ONE,
        profit_share=35 * PERCENT,
        unit="yuan",
        due_days=due_days(village.year, {village.day(TO_COME): 1}),
    )
    for member in members:
        deal.join(member, shares=5 * ONE)
    last = (same_day(start, 2) - timedelta(1)).year
    share.result(deal, last - 1, 1, same_day(start, 1) + timedelta(50), 36_000)
    share.result(deal, last, 1, same_day(start, 2) + timedelta(50), -8000)


def undecided(village: Village, members: Sequence[str]) -> None:
    """Money of the township: last year's was shared out by the members, this year's not yet."""
    start, end = whole_years(village.year, 1, 1)
    deal = sign(
        *(village, village.business("collective"), "share", start, end),
        habit=GOOD,
        party="township",
        party_number=village.code[:9],
        stake="debt",
        source="linkage_fund",
        principal=600_000 * YUAN,
        guaranteed_rate=5 * PERCENT,
        due_days="06-30",
    )
    received = 30_000 * YUAN
    alike = {"agreement": deal.number, "basis": "household", "unit": "yuan", "stated": 3}
    last = village.year - 1
    decided, due = date(last, 11, 20), village.day(-20)
    collective.plan(village, members, Decision(last, received, decided, due, **alike))
    collective.plan(village, members, Decision(village.year, received, **alike))
    deal.fate("portion", due, "paid")
    # A plan that belongs to no agreement: what the collective earned itself.
    own = Decision(last, 9_600 * YUAN, decided, due, basis="person")
    collective.plan(village, members[:10], own)


def rare(village: Village, others: Sequence[str]) -> None:
    """Add what the showcase household has no part in: disputes, rests, the other combinations."""
    share.debt(village, others[:8], rest=-9000)
    share.debt(village, others[3:12], rest=12_000)
    for make in (share.equity, share.offset, share.switch, share.per_share):
        make(village, others[2:14])
    for make in (land.cash, land.steps, land.in_kind, land.custody):
        make(village, others[4:18])
    collective.lease(village, others[:16])
    work.order(village, others[5:15])
    work.workshop(village, others[6:16])
    to_offices(village)


def to_offices(village: Village) -> None:
    """An agreement whose money goes to the county's office, with no end and no day."""
    sign(
        *(village, village.business("leading_firm"), "share", date(village.year - 1, 1, 1), None),
        party="county",
        party_number=village.code[:6],
        stake="lease",
        source="collective",
        guaranteed_amount=48_000 * YUAN,
        payment_form="bank",
    )
