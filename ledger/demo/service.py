"""配套服务, 技术培训 and 联合带动: fees saved, courses, chains (article 10(6) to 10(8))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ledger.demo.day import whole_years
from ledger.demo.deal import POOR, Deal, sign
from ledger.demo.village import ONE, PERCENT, YUAN, Village

TOPICS = (
    ("before", "春播备耕与良种选择", (3, 20)),
    ("during", "节水滴灌与病虫害防治", (6, 12)),
    ("after", "采后分级与电商销售", (9, 25)),
)


def service(village: Village, members: Sequence[str]) -> Deal:
    """Machines and plant protection at a reduced fee, and courses beside them."""
    rng = village.rng
    start, end = whole_years(village.year, 1, 1)
    fee = rng.randrange(30, 80) * 10 * YUAN
    deal = sign(
        *(village, village.business("service_provider"), "service", start, end),
        stake="none",
        source="none",
        service="机耕、播种、植保、收割",
        fee=fee,
        reduced_fee=fee * 6 // 10,
        reduced_for=rng.choice((None, "all")),
        due_days="12-31",
    )
    for member in members:
        deal.join(member)
    return deal


def training(village: Village, members: Sequence[str]) -> Deal:
    """Courses before, during and after the season; nobody's attendance is recorded."""
    start, end = whole_years(village.year, 1, 1)
    deal = sign(
        *(village, village.business("other"), "training", start, end),
        stake="none",
        source="none",
        service="技术培训和现场指导",
        payment_form=None,
    )
    for member in members:
        deal.join(member)
    courses(deal)
    return deal


def courses(deal: Deal) -> None:
    """Add the courses up to today."""
    for year in range(deal.start.year, deal.village.year + 1):
        for stage, topic, day in TOPICS:
            if date(year, *day) <= deal.village.today:
                deal.village.book.add(
                    "培训", agreement=deal.number, day=date(year, *day), topic=topic, stage=stage
                )


def chain(village: Village, members: Sequence[str]) -> Deal:
    """A leading firm pays a cooperative, and this one its households, each by its own agreement."""
    start, end = whole_years(village.year, 1, 1)
    firm, cooperative = village.business("leading_firm"), village.business("cooperative")
    upper = sign(
        *(village, firm, "chain", start, end),
        party="business",
        party_number=cooperative.number,
        stake="equity",
        source="other_aid",
        guaranteed_amount=len(members) * 900 * YUAN,
        due_days="11-20",
    )
    deal = sign(
        *(village, cooperative, "chain", start, end),
        habit=POOR,
        upstream=upper.number if village.chance(0.8) else None,
        stake="equity",
        source="other_aid",
        shares=len(members) * 2 * ONE,
        guaranteed_amount=len(members) * 600 * YUAN,
        profit_share=20 * PERCENT,
        due_days="12-10",
    )
    for member in members:
        deal.join(member, shares=2 * ONE)
    return deal
